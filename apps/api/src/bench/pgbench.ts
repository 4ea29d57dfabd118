import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Script } from './pgbench-script.ts';
import { type Measured, measure } from './statistics.ts';

const run = promisify(execFile);

export interface PgbenchRun {
  url: string;
  clients: number;
  /** Of each client; the first ones warm up its connection and do not count. */
  transactions: number;
  warmUp: number;
  /** Plans are kept as the product's connections have it (`settle`), or made as PostgreSQL thinks fit. */
  planning: 'as-the-product' | 'default';
}

/** Taking work alone is quick: fewer would tell nothing. */
const LEAST_TAKEN = 50;
const TIMES_TAKEN = 3;

/** How often a second the work of a script is taken and not done: the fastest of some runs, which a busy moment slowed down least. */
export async function takenPerSecond(options: PgbenchRun, script: Script): Promise<number> {
  const transactions = Math.max(options.transactions, LEAST_TAKEN);
  let fastest = 0;
  for (let time = 0; time < TIMES_TAKEN; time++) {
    const { perSecond } = await runScript({ ...options, transactions }, script.takingWork, protocolOf(script));
    fastest = Math.max(fastest, perSecond);
  }
  return fastest;
}

/** Runs a script by pgbench, without what taking the work costs. */
export async function pgbench(options: PgbenchRun, script: Script, taken: number): Promise<Measured> {
  const all = await runScript(options, script.text, protocolOf(script));
  // Of the time of a transaction, what is left when taking its work is taken off.
  const share = Math.max(0, 1 - all.perSecond / taken);
  return { perSecond: all.perSecond / share, p50: all.p50 * share, p95: all.p95 * share, p99: all.p99 * share };
}

const protocolOf = ({ isPlannedAnew }: Script) => (isPlannedAnew ? 'extended' : 'prepared');

/** How many transactions each client does in a run of so many, those that warm up included. */
export function transactionsOf(requests: number, clients: number): Pick<PgbenchRun, 'transactions' | 'warmUp'> {
  const counted = Math.ceil(requests / clients);
  const warmUp = Math.ceil(counted / 10);
  return { transactions: counted + warmUp, warmUp };
}

async function runScript(
  { url, clients, transactions, warmUp, planning }: PgbenchRun,
  text: string,
  protocol: 'prepared' | 'extended',
): Promise<Measured> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'konnekt-bench-'));
  try {
    const script = path.join(folder, 'script.sql');
    await writeFile(script, text);
    const settings = `-c jit=off ${planning === 'default' ? '' : '-c plan_cache_mode=force_generic_plan'}`;
    // biome-ignore format: one option a line says less than the command as it would be typed
    await run(
      'pgbench',
      ['-n', '-M', protocol, '-c', `${clients}`, '-j', '1', '-t', `${transactions}`, '-D', 'at=0', '-f', script, '-l', '--log-prefix', path.join(folder, 'log'), url],
      { maxBuffer: 1 << 26, env: { ...process.env, PGOPTIONS: settings } },
    );
    const logs = (await readdir(folder)).filter((name) => name.startsWith('log'));
    const lines = await Promise.all(logs.map((name) => readFile(path.join(folder, name), 'utf8')));
    return measuredOf(lines.join(''), warmUp);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** From the moment on when every client is warm: lines of client, transaction, microseconds, script, and when it ended. */
function measuredOf(log: string, warmUp: number): Measured {
  const done = log
    .trim()
    .split('\n')
    .map((line) => {
      const [client, transaction, microseconds, , seconds, rest] = line.split(' ').map(Number) as Six;
      return { client, transaction, milliseconds: microseconds / 1000, endedAt: seconds * 1000 + rest / 1000 };
    });
  const firstNumber = Math.min(...done.map(({ transaction }) => transaction));
  const isWarm = ({ transaction }: { transaction: number }) => transaction >= firstNumber + warmUp;
  const start = Math.max(...done.filter((one) => !isWarm(one)).map(({ endedAt }) => endedAt));
  const counted = done.filter((one) => isWarm(one) && one.endedAt > start);
  const end = Math.max(...counted.map(({ endedAt }) => endedAt));
  return measure(
    counted.map(({ milliseconds }) => milliseconds),
    end - start,
  );
}
type Six = [number, number, number, number, number, number];

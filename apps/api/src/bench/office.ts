import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { buildApp } from '#api/app';
import { connect, type Db } from '#api/kit/database';
import { openFileStores } from '#api/kit/file-store/open-file-stores';
import { benchPassword } from './fill.ts';
import { fillOffice } from './office-fill.ts';
import type { Ask } from './office-task.ts';
import { officeTasks } from './office-tasks.ts';

/** What the office asks for, measured: milliseconds of the whole answer, and of them in the database. */
export interface OfficeResult {
  name: string;
  times: number;
  /** The middle ones. */
  wholeMs: number;
  sqlMs: number;
  /** Of the least SQL for the same, where there is one. */
  bareMs: number | undefined;
  statements: number;
  bytes: number;
}

/**
 * Measures what the office does one at a time, in a copy of the filled database that is thrown away: each answer by the whole application in this
 * process, and how much of that its own statements took, in the same run.
 */
export async function benchOffice(
  adminUrl: string,
  filled: string,
  log: (line: string) => void,
): Promise<OfficeResult[]> {
  const name = `${filled}_office`;
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  await onServer(adminUrl, `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name} TEMPLATE ${filled}`);
  const patient = connect(url, { poolSize: 1, isPatient: true });
  await fillOffice(patient);
  await patient.close();
  const folder = await mkdtemp(path.join(tmpdir(), 'konnekt-bench-'));
  const db = connect(url, { poolSize: 4, files: openFileStores(pathToFileURL(folder).href) });
  const app = await buildApp({ db, jwtSecret: randomBytes(32).toString('hex') });
  try {
    const clock = clockOf(db);
    const login = await app.inject({
      method: 'POST',
      url: '/api/auth/login',
      payload: { login: 'office@bench.example', password: benchPassword },
    });
    const cookies = Object.fromEntries(login.cookies.map(({ name: cookie, value }) => [cookie, value]));
    const ask: Ask = async (method, path, body) => {
      const answer = await app.inject({ method, url: path, cookies, ...(body && { payload: body }) });
      if (answer.statusCode >= 300)
        throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
      return { body: answer.body, bytes: answer.rawPayload.length };
    };
    const results: OfficeResult[] = [];
    for (const { name: task, times, bare, run } of officeTasks(ask)) {
      const measured: { whole: number; sql: number; statements: number; bytes: number }[] = [];
      const bareTimes: number[] = [];
      for (let n = 0; n < times; n++) {
        const request = await run(n);
        clock.reset();
        const began = performance.now();
        const { bytes } = await request();
        measured.push({ whole: performance.now() - began, ...clock.read(), bytes });
        if (bare) bareTimes.push(await timeOf(() => db.pool.query(bare)));
      }
      const middle = measured.toSorted((one, other) => one.whole - other.whole)[Math.floor(measured.length / 2)];
      if (!middle) continue;
      results.push({
        name: task,
        times,
        wholeMs: middle.whole,
        sqlMs: middle.sql,
        bareMs: bareTimes.toSorted((one, other) => one - other)[Math.floor(bareTimes.length / 2)],
        statements: middle.statements,
        bytes: middle.bytes,
      });
      log(rowOf(results.at(-1)));
    }
    return results;
  } finally {
    await app.close();
    await db.close();
    await rm(folder, { recursive: true });
    await onServer(adminUrl, `DROP DATABASE ${name}`);
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How long connections were busy with statements; those that run beside each other count together. */
function clockOf(db: Db) {
  let [ms, statements] = [0, 0];
  const tap = (client: pg.PoolClient) => {
    const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    client.query = (async (...args: unknown[]) => {
      const began = performance.now();
      try {
        return await send(...args);
      } finally {
        ms += performance.now() - began;
        statements += 1;
      }
    }) as typeof client.query;
  };
  db.pool.on('connect', tap);
  return {
    reset: () => {
      [ms, statements] = [0, 0];
    },
    read: () => ({ sql: ms, statements }),
  };
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const db = connect(Object.assign(new URL(url), { pathname: '/postgres' }).href, { poolSize: 1, isPatient: true });
  for (const statement of statements) await db.pool.query(statement);
  await db.close();
}

const figure = (ms: number): string => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));
export const officeHeading =
  '| the office asks for | times | ms | of them SQL | SQL ÷ whole | bare SQL | bare ÷ whole | statements | kB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |';
export function rowOf(result: OfficeResult | undefined): string {
  if (!result) return '';
  const { name, times, wholeMs, sqlMs, bareMs, statements, bytes } = result;
  const bare = bareMs === undefined ? '– | –' : `${figure(bareMs)} | ${(bareMs / wholeMs).toFixed(2)}`;
  return `| ${name} | ${times} | ${figure(wholeMs)} | ${figure(sqlMs)} | ${(sqlMs / wholeMs).toFixed(2)} | ${bare} | ${statements} | ${(bytes / 1000).toFixed(1)} |`;
}

import type { Db } from '#api/kit/database';
import { overHttp } from './over-http.ts';
import { type PgbenchRun, pgbench, takenPerSecond, transactionsOf } from './pgbench.ts';
import { prepareScript, type Script } from './pgbench-script.ts';
import { type Call, record } from './recorder.ts';
import type { Scenario } from './scenario.ts';
import { type Servers, signInAll } from './servers.ts';
import { forgetSessions, putBack, type Schema } from './state.ts';
import type { Measured } from './statistics.ts';
import type { Work } from './task.ts';
import { handOut } from './work.ts';

export interface Bench {
  db: Db;
  url: string;
  servers: Servers;
  jwtSecret: string;
  /** Counted runs of each measurement. */
  runs: number;
  /** Of the scenarios' requests, for a trial. */
  share: number;
}

/** Our product and bare Fastify over HTTP; our own SQL and the lean SQL by pgbench. */
export const columns = ['product', 'bare', 'ourSql', 'leanSql'] as const;
export type Column = (typeof columns)[number];

export interface Result {
  scenario: Scenario;
  clients: 1 | 16;
  /** By turn; there is no SQL where hashing a password is the task. */
  runs: Record<Column, Measured[]>;
}

/** Measures one task in turns. What a run changed is put back before the next. */
export async function measureScenario(bench: Bench, scenario: Scenario, clients: 1 | 16): Promise<Result> {
  const { db, servers } = bench;
  const requests = Math.max(clients, Math.round(scenario.requests[clients] * bench.share));
  await forgetSessions(db);
  const accounts = await signInAll(db, servers, scenario);
  const transactions = transactionsOf(requests, clients);
  const work = await handOut(db, scenario, transactions.transactions * clients, accounts);
  const runs: Record<Column, Measured[]> = { product: [], bare: [], ourSql: [], leanSql: [] };
  const sqlRuns = scenario.hashesPassword ? [] : await sqlRunsOf(bench, scenario, { clients, ...transactions }, work);
  // The first turn warms up: prepared statements, compiled code, cached pages. It does not count.
  for (let turn = 0; turn <= bench.runs; turn++) {
    const measured: Partial<Record<Column, Measured>> = {};
    const now = work.slice(0, turn === 0 ? Math.ceil(requests / 4) : requests);
    for (const server of ['product', 'bare'] as const) {
      measured[server] = await overHttp(servers, server, scenario, now, clients);
      await undo(bench, scenario, schemaOf[server], now.length);
    }
    for (const { column, run } of sqlRuns) {
      measured[column] = await run();
      await undo(bench, scenario, schemaOf[column], work.length);
    }
    if (turn > 0) for (const column of columns) if (measured[column]) runs[column].push(measured[column]);
  }
  return { scenario, clients, runs };
}

const schemaOf: Record<Column, Schema> = { product: 'product', ourSql: 'product', bare: 'lean', leanSql: 'lean' };

/** How the product's own statements and the lean ones of this work are run. */
async function sqlRunsOf(
  { db, url, jwtSecret }: Bench,
  scenario: Scenario,
  sizes: Pick<PgbenchRun, 'clients' | 'transactions' | 'warmUp'>,
  work: Work[],
): Promise<{ column: 'ourSql' | 'leanSql'; run: () => Promise<Measured> }[]> {
  // What changes nothing is asked by everybody a few times.
  const asked = scenario.writes ? work : work.slice(0, READS_RECORDED);
  const options = { clients: sizes.clients, writes: scenario.writes };
  const ours = await record(url, jwtSecret, scenario, asked);
  const ourScript = await prepareScript(db, 'our_work', ours, options);
  const leanScript = await prepareScript(db, 'lean_work', asked.map(leanCalls(scenario)), options);
  const prepared = async (script: Script, planning: PgbenchRun['planning']) => {
    const run: PgbenchRun = { url, planning, ...sizes };
    const taken = await takenPerSecond(run, script);
    return () => pgbench(run, script, taken);
  };
  const leanPlanning = scenario.lean.isPlannedByValues ? 'default' : 'as-the-product';
  return [
    { column: 'ourSql', run: await prepared(ourScript, 'as-the-product') },
    { column: 'leanSql', run: await prepared(leanScript, leanPlanning) },
  ];
}
const READS_RECORDED = 160;

const leanCalls =
  ({ lean }: Scenario) =>
  (work: Work): Call[] => {
    const values = lean.values(work);
    return lean.statements.map((text, n) => ({ text, values: values[n] ?? [], isKept: true }));
  };

/** A run that did not write what it should have has measured something else. */
async function undo({ db }: Bench, scenario: Scenario, schema: Schema, requests: number): Promise<void> {
  if (scenario.hashesPassword) await forgetSessions(db);
  if (!scenario.writes) return;
  const written = await putBack(db, schema);
  const expected = requests * scenario.perRequest;
  if (written !== expected)
    throw new Error(`${scenario.name}: ${schema} wrote ${written} worksheets instead of ${expected}`);
}

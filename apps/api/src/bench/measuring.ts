import type { Db } from '#api/plugins/database';
import { overHttp } from './over-http.ts';
import { type PgbenchRun, pgbench, transactionsOf } from './pgbench.ts';
import { prepareScript, type Script } from './pgbench-script.ts';
import { type Call, record } from './recorder.ts';
import type { Scenario } from './scenarios.ts';
import { type Servers, signIn } from './servers.ts';
import { forgetSessions, putBack, type Schema } from './state.ts';
import type { Measured } from './statistics.ts';
import { handOut, type Work } from './work.ts';

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
  const accounts = await signIn(db, servers, scenario);
  const transactions = transactionsOf(requests, clients);
  const work = await handOut(db, scenario, transactions.transactions * clients, accounts);
  const runs: Record<Column, Measured[]> = { product: [], bare: [], ourSql: [], leanSql: [] };
  const scripts = scenario.hashesPassword ? undefined : await scriptsOf(bench, scenario, clients, work);
  // The first turn warms up: prepared statements, compiled code, cached pages. It does not count.
  for (let turn = 0; turn <= bench.runs; turn++) {
    const measured: Partial<Record<Column, Measured>> = {};
    const now = work.slice(0, turn === 0 ? Math.ceil(requests / 4) : requests);
    for (const server of ['product', 'bare'] as const) {
      measured[server] = await overHttp(servers, server, scenario, now, clients);
      await undo(bench, scenario, schemaOf[server], now.length);
    }
    for (const column of ['ourSql', 'leanSql'] as const) {
      if (!scripts) continue;
      const planning = column === 'leanSql' && scenario.lean.isPlannedByValues ? 'default' : 'as-the-product';
      const run: PgbenchRun = { url: bench.url, clients, planning, ...transactions };
      measured[column] = await pgbench(run, scripts[column]);
      await undo(bench, scenario, schemaOf[column], work.length);
    }
    if (turn > 0) for (const column of columns) if (measured[column]) runs[column].push(measured[column]);
  }
  return { scenario, clients, runs };
}

const schemaOf: Record<Column, Schema> = { product: 'product', ourSql: 'product', bare: 'lean', leanSql: 'lean' };

async function scriptsOf(bench: Bench, scenario: Scenario, clients: number, work: Work[]) {
  const { db, url, jwtSecret } = bench;
  // What changes nothing is asked by everybody a few times.
  const asked = scenario.writes ? work : work.slice(0, READS_RECORDED);
  const ours = await record(url, jwtSecret, scenario, asked);
  const options = { clients, writes: scenario.writes };
  const scripts: Record<'ourSql' | 'leanSql', Script> = {
    ourSql: await prepareScript(db, 'our_work', ours, options),
    leanSql: await prepareScript(db, 'lean_work', asked.map(leanCalls(scenario)), options),
  };
  return scripts;
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

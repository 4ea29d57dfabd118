import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { connect, type Db } from '#api/plugins/database';
import { benchPassword } from './fill.ts';
import { HttpClient } from './http-client.ts';
import { pgbench } from './pgbench.ts';
import { resetRegistration } from './registration-state.ts';
import { type Account, prepare, type Scenario, scenarios, type Work } from './scenarios.ts';
import { type Measured, measure, middle, middleRatio, noise } from './statistics.ts';

export interface BenchOptions {
  /** A database filled by fill.ts. */
  url: string;
  /** Runs of each measurement, in turns with the references; the middle one counts. */
  runs: number;
  /** Only scenarios whose name holds this. */
  only?: string;
  log(line: string): void;
}
interface Result {
  scenario: Scenario;
  clients: number;
  ours: Measured;
  bare: Measured;
  bareSql: Measured;
  /** Our throughput to that of each reference, turn by turn: the machine's moods are in both. */
  ofBare: number;
  ofSql: number;
  noise: number;
}

const PORTS = { ours: 41_861, bare: 41_862 };

/** Measures every task with 1 and 16 clients against the two references, in turns, and returns the table as Markdown. */
export async function bench(options: BenchOptions): Promise<{ markdown: string; isGood: boolean }> {
  const db = connect(options.url, { poolSize: 4, isPatient: true });
  await prepare(db);
  const servers = [
    startServer('../server.ts', PORTS.ours, options.url),
    startServer('bare-server.ts', PORTS.bare, options.url),
  ];
  try {
    await Promise.all([untilAnswers(PORTS.ours), untilAnswers(PORTS.bare)]);
    const results: Result[] = [];
    for (const scenario of scenarios.filter(({ name }) => name.includes(options.only ?? ''))) {
      for (const clients of [1, 16]) {
        const result = await measureScenario(db, options, scenario, clients);
        results.push(result);
        options.log(rowOf(result, results));
      }
    }
    return {
      markdown: table(results),
      isGood: results.every((result) => verdict(result, results).every(({ isMet }) => isMet)),
    };
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    await db.close();
  }
}

async function measureScenario(db: Db, options: BenchOptions, scenario: Scenario, clients: number): Promise<Result> {
  const requests = requestsOf(scenario, clients);
  const accounts = await signIn(db, scenario);
  const found: Record<'ours' | 'bare' | 'bareSql', Measured[]> = { ours: [], bare: [], bareSql: [] };
  // The first turn warms up: prepared statements, compiled code, cached pages. It does not count.
  for (let turn = 0; turn <= options.runs; turn++) {
    const count = turn === 0 ? Math.ceil(requests / 4) : requests;
    const counts = turn > 0;
    const oursRun = await overHttp(
      PORTS.ours,
      await reset(db, scenario, count, accounts),
      clients,
      scenario,
      requestOfOurs,
    );
    const bareRun = await overHttp(
      PORTS.bare,
      await reset(db, scenario, count, accounts),
      clients,
      scenario,
      requestOfBare,
    );
    await reset(db, scenario, count + clients, accounts);
    const sqlRun = await pgbench(options.url, scenario, clients, count, accounts[0]?.personId ?? '');
    if (counts) {
      found.ours.push(oursRun);
      found.bare.push(bareRun);
      found.bareSql.push(sqlRun);
    }
  }
  return {
    scenario,
    clients,
    ours: middle(found.ours),
    bare: middle(found.bare),
    bareSql: middle(found.bareSql),
    ofBare: middleRatio(found.ours, found.bare),
    ofSql: middleRatio(found.ours, found.bareSql),
    noise: Math.max(noise(found.ours), noise(found.bare), noise(found.bareSql)),
  };
}

/** A fixed number of requests, so that what they use up is known. */
function requestsOf({ hashesPassword, perRequest, name }: Scenario, clients: number): number {
  if (hashesPassword) return clients === 1 ? 60 : 240;
  if (name.startsWith('approve') && perRequest > 1) return clients === 1 ? 120 : 320;
  if (name.startsWith('register')) return clients === 1 ? 32 : 64;
  if (name.startsWith('save')) return clients === 1 ? 300 : 1200;
  if (name.startsWith('open')) return clients === 1 ? 2400 : 9600;
  return clients === 1 ? 800 : 3200;
}

/** Puts the rows of a scenario into their state and hands them out in batches. */
async function reset(db: Db, scenario: Scenario, count: number, accounts: Account[]): Promise<Work[]> {
  const isRegistered = scenario.accounts === 'registrar';
  const work = await (isRegistered
    ? resetRegistration(db, count, accounts)
    : resetWorksheets(db, scenario, count, accounts));
  await db.pool.query('DELETE FROM bench_batch WHERE scenario = $1', [scenario.name]);
  await db.pool.query(`SELECT setval('bench_next', 1, false)`);
  await db.pool.query(
    `INSERT INTO bench_batch SELECT $1, b.n + 1, array(SELECT jsonb_array_elements_text(b.ids)::uuid), array(SELECT jsonb_array_elements_text(b.versions)::int)
       FROM jsonb_to_recordset($2::jsonb) AS b (n int, ids jsonb, versions jsonb)`,
    [scenario.name, JSON.stringify(work.map(({ n, ids, versions }) => ({ n, ids, versions })))],
  );
  await db.pool.query('CHECKPOINT');
  return work;
}

async function resetWorksheets(db: Db, scenario: Scenario, count: number, accounts: Account[]): Promise<Work[]> {
  const [from, until] = scenario.weeks;
  // What another task left waiting in other weeks would lengthen the list of this one.
  await db.pool.query(
    `UPDATE worksheet SET status = 'finalised' WHERE status IN ('submitted', 'approved')
        AND period_start NOT BETWEEN date '2026-11-16' - 7 * $2::int AND date '2026-11-16' - 7 * $1::int`,
    [from, until],
  );
  await db.pool.query(
    `UPDATE worksheet SET status = $1 WHERE status <> $1 AND period_start BETWEEN date '2026-11-16' - 7 * $3::int AND date '2026-11-16' - 7 * $2::int`,
    [scenario.status, from, until],
  );
  const perBatch = scenario.name.startsWith('approve') ? scenario.perRequest : 1;
  // Each account works on its own organisations (or its own hours), so that it may; batch n belongs to account n mod accounts.
  const { rows } = await db.pool.query<{ person: string; ids: string[]; versions: number[] }>(
    scenario.accounts === 'employee'
      ? `SELECT e.person_id AS person, array_agg(w.id) AS ids, array_agg(w.version) AS versions FROM worksheet w JOIN employee e ON e.id = w.employee_id
          WHERE e.person_id = ANY($1::uuid[]) AND w.status = $2 AND w.period_start BETWEEN date '2026-11-16' - 7 * $4::int AND date '2026-11-16' - 7 * $3::int
          GROUP BY 1`
      : `SELECT r.person_id AS person, array_agg(w.id) AS ids, array_agg(w.version) AS versions FROM worksheet w JOIN supervisor_right r ON r.organisation_id = w.organisation_id
          WHERE r.person_id = ANY($1::uuid[]) AND w.status = $2 AND w.period_start BETWEEN date '2026-11-16' - 7 * $4::int AND date '2026-11-16' - 7 * $3::int
          GROUP BY 1`,
    [accounts.map(({ personId }) => personId), scenario.status, from, until],
  );
  const ofPerson = new Map(rows.map((row) => [row.person, row]));
  const isUsedUp = scenario.name.startsWith('approve');
  return Array.from({ length: count }, (_, n): Work => {
    const account = accounts[n % accounts.length] as Account;
    const own = ofPerson.get(account.personId) ?? { ids: [], versions: [] };
    const start = isUsedUp
      ? Math.floor(n / accounts.length) * perBatch
      : Math.floor(n / accounts.length) % Math.max(1, own.ids.length);
    return {
      n,
      account,
      ids: own.ids.slice(start, start + perBatch),
      versions: own.versions.slice(start, start + perBatch),
    };
  });
}

type MakeRequest = (work: Work, scenario: Scenario) => { method: string; path: string; cookie: string; body?: object };
const requestOfOurs: MakeRequest = (work, scenario) => ({ cookie: work.account.cookie, ...scenario.request(work) });
const requestOfBare: MakeRequest = ({ ids, versions, account }, scenario) => ({
  method: 'POST',
  path: `/${scenarios.indexOf(scenario)}`,
  cookie: '',
  body: { ids, versions, person: account.personId },
});

async function overHttp(
  port: number,
  work: Work[],
  clients: number,
  scenario: Scenario,
  makeRequest: MakeRequest,
): Promise<Measured> {
  const milliseconds: number[] = [];
  // A worksheet that is saved again and again is saved by one client at a time, on the version it was answered.
  const queues = Array.from({ length: clients }, (_, client) =>
    work.filter(({ account }) => accountNumber(account, work) % clients === client),
  );
  const connections = queues.map(() => new HttpClient(port));
  const began = performance.now();
  await Promise.all(
    queues.map(async (queue, client) => {
      const versions = new Map<string, number>();
      for (const one of queue) {
        const [id] = one.ids;
        const known = id && versions.get(id);
        const request = makeRequest(known ? { ...one, versions: [known] } : one, scenario);
        const payload = request.body && JSON.stringify(request.body);
        const start = performance.now();
        const answer = await connections[client]?.request(request.method, request.path, request.cookie, payload);
        milliseconds.push(performance.now() - start);
        if (!answer || answer.status >= 300)
          throw new Error(`${scenario.name}: ${answer?.status} ${answer?.body.slice(0, 300)}`);
        if (port === PORTS.ours && !scenario.isGood(answer.body))
          throw new Error(`${scenario.name}: ${answer.body.slice(0, 300)}`);
        if (id && request.method === 'PUT') versions.set(id, Number(/"version":(\d+)/.exec(answer.body)?.[1]));
      }
    }),
  );
  const wall = performance.now() - began;
  for (const connection of connections) connection.close();
  return measure(milliseconds, wall);
}

const accountNumber = ({ id }: Account, work: Work[]): number => {
  const cached = numbers.get(work) ?? new Map(work.map(({ account, n }) => [account.id, n]));
  numbers.set(work, cached);
  return cached.get(id) ?? 0;
};
const numbers = new WeakMap<Work[], Map<string, number>>();

/**
 * Logs in people of the kind that the scenario needs. Many employees, each with one week to save: the bare SQL locks no more than it
 * writes, so two of its clients at one week at a time would trip over each other.
 */
async function signIn(db: Db, scenario: Scenario): Promise<Account[]> {
  const first = { supervisor: 1, region: 101, employee: 1, registrar: 1, national: 1 }[scenario.accounts];
  const kind = scenario.accounts === 'region' ? 'supervisor' : scenario.accounts;
  const count = kind === 'employee' ? 128 : 16;
  const emails = Array.from({ length: count }, (_, i) => `${kind}-${first + i}@bench.example`);
  const { rows } = await db.pool.query<{ id: string; personId: string; email: string }>(
    `SELECT id, person_id AS "personId", email FROM account WHERE email = ANY($1) ORDER BY email`,
    [emails],
  );
  const accounts: Account[] = [];
  // One after the other: so many at once from one address would be slowed down.
  for (const row of rows) {
    const response = await fetch(`http://127.0.0.1:${PORTS.ours}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: row.email, password: benchPassword }),
    });
    if (!response.ok) throw new Error(`${row.email} cannot log in: ${response.status}`);
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    accounts.push({ ...row, cookie: cookies.join('; ') });
  }
  return accounts;
}

function startServer(file: string, port: number, url: string): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    JWT_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: `http://localhost:${port}`,
    // nobody listens there, and nothing is mailed
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
  };
  return spawn(process.execPath, [path.join(import.meta.dirname, file)], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function untilAnswers(port: number): Promise<void> {
  for (let left = 200; left > 0; left--) {
    const isUp = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers on port ${port}`);
}

interface Aim {
  text: string;
  isMet: boolean;
}
function verdict({ scenario, clients, ours, bareSql, ofBare, ofSql }: Result, results: Result[]): Aim[] {
  const aims: Aim[] = [];
  const { aim } = scenario;
  const other = results.find((result) => result.scenario.name === aim?.ofTask?.name && result.clients === clients);
  if (aim?.ofTask && other) {
    const share = ours.perSecond / other.ours.perSecond;
    aims.push({
      text: `≥ ${aim.ofTask.share} of “${aim.ofTask.name}” (${share.toFixed(2)})`,
      isMet: share >= aim.ofTask.share,
    });
  }
  if (clients === 16 && aim?.ofBare) aims.push({ text: `≥ ${aim.ofBare} of bare`, isMet: ofBare >= aim.ofBare });
  if (clients === 16 && aim?.ofPgbench) aims.push({ text: `≥ ${aim.ofPgbench} of SQL`, isMet: ofSql >= aim.ofPgbench });
  if (clients === 1 && aim?.aboveSql)
    aims.push({ text: `p50 ≤ SQL + ${aim.aboveSql} ms`, isMet: ours.p50 <= bareSql.p50 + aim.aboveSql });
  return aims;
}

const times = ({ p50, p95, p99 }: Measured): string =>
  [p50, p95, p99].map((ms) => ms.toFixed(ms < 10 ? 2 : 0)).join(' / ');
function rowOf(result: Result, results: Result[]): string {
  const { scenario, clients, ours, bare, bareSql, ofBare, ofSql } = result;
  const aims = verdict(result, results).map(({ text, isMet }) => `${text}: ${isMet ? 'yes' : '**no**'}`);
  const cells = [
    scenario.name,
    clients,
    times(ours),
    times(bare),
    times(bareSql),
    ours.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    bareSql.perSecond.toFixed(0),
    ofBare.toFixed(2),
    scenario.hashesPassword ? '–' : ofSql.toFixed(2),
    `${(result.noise * 100).toFixed(0)} %`,
    aims.join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function table(results: Result[]): string {
  const head = [
    'task',
    'clients',
    'ours p50/p95/p99 ms',
    'bare Fastify ms',
    'bare SQL ms',
    'ours/s',
    'bare/s',
    'SQL/s',
    'of bare',
    'of SQL',
    'noise',
    'aim',
  ];
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  return [
    machine,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...results.map((result) => rowOf(result, results)),
    '',
  ].join('\n');
}

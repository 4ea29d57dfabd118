import { addDays } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import type { Db } from '#api/plugins/database';
import { benchPassword } from './fill.ts';
import { clearRegistered, registrars } from './registration-state.ts';

export interface Account {
  id: string;
  personId: string;
  email: string;
  cookie: string;
}
/** What a request is made of: the worksheets of batch `n` and who asks. */
export interface Work {
  n: number;
  ids: string[];
  versions: number[];
  account: Account;
}
interface Request {
  method: string;
  path: string;
  body?: object;
}

/**
 * One measured task. `request` is how our API does it, with rights, versions and history. `sql` is the bare SQL of the same work,
 * without rights: sent as it is by pgbench and by a bare Fastify route. `:n` is the number of the batch.
 */
export interface Scenario {
  name: string;
  /** How many worksheets one request is about. */
  perRequest: number;
  /** Which worksheets serve: how many weeks back from the newest, and the state they are put in before each run. */
  weeks: [from: number, until: number];
  status: 'draft' | 'submitted';
  accounts: 'supervisor' | 'region' | 'employee' | 'registrar' | 'national';
  request(work: Work): Request;
  /** Lines of SQL, each one statement; parameters $1 = ids, $2 = versions, $3 = person. */
  sql: string[];
  /** The answer must look like this, or the run is void. */
  isGood(body: string): boolean;
  /** Hashing passwords is most of the work and none of it is SQL: no ratio to pgbench. */
  hashesPassword?: true;
  /** Shares of throughput with 16 clients; with one client, milliseconds that the p50 may be above that of the bare SQL. */
  aim?: {
    ofBare?: number;
    ofPgbench?: number;
    aboveSql?: number;
    /** Of our own throughput at another task of this run. */
    ofTask?: { name: string; share: number };
  };
}

const week = (n: number) => {
  const day = (d: number) => new Date(Date.UTC(2026, 10, 16 + d)).toISOString().slice(0, 10);
  return Array.from({ length: 5 }, (_, d) => ({ date: day(d), minutes: 450 + (n % 30) }));
};
let normal = '';
let overtime = '';
export async function prepare(db: Db): Promise<void> {
  await clearRegistered(db);
  const { rows } = await db.pool.query<{ id: string; code: string }>('SELECT id, code FROM hour_type');
  const idOf = (code: string) => rows.find((type) => type.code === code)?.id ?? '';
  [normal, overtime] = [idOf('N100'), idOf('O125')];
}

const listSql = `SELECT w.id, w.version, w.reference, w.kind, w.status, w.filled_by, p.id AS placement_id, e.id AS employee_id, pn.full_name, o.id AS organisation_id,
  o.name, p.function_name, pe.type, pe.year, pe.number, pe.starts_on, pe.ends_on, w.total_minutes, w.worked_minutes, p.planned_minutes, w.has_remark, s.sent_at,
  (SELECT jsonb_object_agg(k.kind, k.minutes) FROM (SELECT t.kind, sum(l.minutes) AS minutes FROM hour_line l JOIN hour_type t ON t.id = l.hour_type_id
     WHERE l.worksheet_id = w.id GROUP BY t.kind) k) AS kinds,
  (SELECT sum(b.worked_minutes)::int FROM period before JOIN worksheet b ON b.placement_id = p.id AND b.period_id = before.id
     WHERE before.type = pe.type AND before.ends_on = pe.starts_on - 1) AS previous
  FROM worksheet w JOIN placement p ON p.id = w.placement_id JOIN employee e ON e.id = w.employee_id JOIN person pn ON pn.id = e.person_id
  JOIN organisation o ON o.id = w.organisation_id JOIN period pe ON pe.id = w.period_id LEFT JOIN submission s ON s.id = w.submission_id
  WHERE w.organisation_id IN (SELECT organisation_id FROM supervisor_right WHERE person_id = $3::uuid) AND w.status = 'submitted'
  ORDER BY w.period_start, w.id LIMIT 50`;

const countSql = `SELECT count(*), sum(worked_minutes) FROM worksheet w
  WHERE w.organisation_id IN (SELECT organisation_id FROM supervisor_right WHERE person_id = $3::uuid) AND w.status = 'submitted'`;

const openSql = `SELECT w.*, p.*, pn.full_name, o.name,
  (SELECT json_agg(l ORDER BY l.number) FROM hour_line l WHERE l.worksheet_id = w.id) AS lines,
  (SELECT json_agg(s ORDER BY s.number) FROM submission s WHERE s.worksheet_id = w.id) AS submissions,
  (SELECT json_agg(v ORDER BY v.id) FROM worksheet_event v WHERE v.worksheet_id = w.id) AS history,
  (SELECT json_agg(x.id) FROM worksheet x WHERE x.placement_id = w.placement_id AND x.period_id = w.period_id AND x.id <> w.id) AS supplements,
  (SELECT json_agg(t ORDER BY t.sort_order) FROM hour_type t) AS hour_types,
  (SELECT json_agg(n.full_name) FROM supervisor_right r JOIN person n ON n.id = r.person_id WHERE r.organisation_id = w.organisation_id AND r.may_approve) AS approvers
  FROM worksheet w JOIN placement p ON p.id = w.placement_id JOIN employee e ON e.id = w.employee_id JOIN person pn ON pn.id = e.person_id
  JOIN organisation o ON o.id = w.organisation_id JOIN period pe ON pe.id = w.period_id WHERE w.id = ($1::uuid[])[1]`;

const saveSql = `WITH written AS (
    UPDATE worksheet SET version = version + 1, updated_at = now(), worked_minutes = 2250, total_minutes = 2250
     WHERE id = ($1::uuid[])[1] AND status IN ('draft', 'declined') AND version >= ($2::int[])[1] RETURNING id, version, status),
  gone AS (DELETE FROM hour_line WHERE worksheet_id IN (SELECT id FROM written) RETURNING 1),
  lines AS (INSERT INTO hour_line (worksheet_id, number, hour_type_id, date, minutes)
    SELECT w.id, d + 1, (SELECT id FROM hour_type WHERE code = 'N100'), date '2026-11-16' + d, 450 FROM written w, generate_series(0, 4) d
     WHERE (SELECT count(*) FROM gone) >= 0)
  INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, actor_id, actor_name, actor_role, auth_method)
  SELECT id, 'save', status, status, version, $3::uuid, 'Employee', 'employee', 'password' FROM written`;

const approveSql = `WITH written AS (
    UPDATE worksheet w SET status = 'approved', version = w.version + 1, updated_at = now()
      FROM unnest($1::uuid[], $2::int[]) AS a (id, version) WHERE w.id = a.id AND w.version = a.version AND w.status = 'submitted'
    RETURNING w.id, w.version, w.submission_id),
  recorded AS (
    INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method)
    SELECT id, 'approve', 'submitted', 'approved', version, submission_id, $3::uuid, 'Supervisor', 'supervisor', 'password' FROM written)
  SELECT id, version FROM written`;

/** $2 holds one number: how many weeks the period lies back. */
const registerSql = `WITH written AS (
    INSERT INTO worksheet (placement_id, employee_id, organisation_id, period_id, period_start, period_end, filled_by, status, submission_id, worked_minutes, total_minutes)
    SELECT p.id, p.employee_id, p.organisation_id, pe.id, pe.starts_on, pe.ends_on, 'supervisor', 'approved', uuid_v7(), 2340, 2340
      FROM unnest($1::uuid[]) AS a (id) JOIN placement p ON p.id = a.id
      JOIN period pe ON pe.type = 'week' AND pe.starts_on = date '2026-11-16' - 7 * ($2::int[])[1]
    RETURNING id, placement_id, version, submission_id),
  lines AS (INSERT INTO hour_line (worksheet_id, number, hour_type_id, minutes)
    SELECT w.id, t.number, (SELECT id FROM hour_type WHERE code = t.code), t.minutes
      FROM written w CROSS JOIN (VALUES (1, 'N100', 2250), (2, 'O125', 90)) AS t (number, code, minutes)),
  sealed AS (
    INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
    SELECT w.submission_id, w.id, 1, c.content, encode(sha256(c.content::bytea), 'hex'), 2340, 2340, $3::uuid, 'Supervisor', 'supervisor'
      FROM written w CROSS JOIN LATERAL (SELECT json_build_object('worksheetId', w.id, 'placementId', w.placement_id, 'remark', NULL, 'lines',
        (SELECT json_agg(json_build_object('number', n, 'hourType', 'N100', 'date', NULL, 'minutes', 2250, 'startsAt', NULL, 'endsAt', NULL,
          'breakMinutes', NULL, 'budgetNumber', NULL, 'remark', NULL)) FROM generate_series(1, 2) n))::text AS content) c),
  recorded AS (
    INSERT INTO worksheet_event (worksheet_id, action, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method)
    SELECT id, 'send', 'approved', version, submission_id, $3::uuid, 'Supervisor', 'supervisor', 'password' FROM written)
  SELECT id, version FROM written`;

/** The week so many weeks before the last one of the bench. */
const weekBack = (weeks: number) => isoWeekOf(addDays('2026-11-16', -7 * weeks));

const items = ({ ids, versions }: Work) => ids.map((id, i) => ({ id, version: versions[i] }));
const approve = (count: number): Scenario => ({
  name: `approve ${count}`,
  perRequest: count,
  weeks: [1, 12],
  status: 'submitted',
  accounts: 'region',
  request: (work) => ({ method: 'POST', path: '/api/worksheets/approve', body: { items: items(work) } }),
  sql: [approveSql],
  isGood: (body) => body.includes('"refused":[]'),
  aim: count === 100 ? { ofBare: 0.7, ofPgbench: 0.7, aboveSql: 2 } : { ofBare: 0.7, aboveSql: 2 },
});

/** The first page of what waits, where that many weeks of all 5,000 employees do. */
const list = ({ weeks, ...scenario }: Pick<Scenario, 'name' | 'accounts' | 'aim'> & { weeks: number }): Scenario => ({
  ...scenario,
  perRequest: 50,
  weeks: [1, weeks],
  status: 'submitted',
  request: () => ({ method: 'GET', path: '/api/worksheets?phase=to-approve&limit=50' }),
  sql: [listSql, countSql],
  isGood: (body) => /"total":[1-9]/.test(body),
});

export const scenarios: Scenario[] = [
  {
    name: 'log in',
    perRequest: 1,
    weeks: [0, 0],
    status: 'draft',
    accounts: 'supervisor',
    request: ({ account }) => ({
      method: 'POST',
      path: '/api/auth/login',
      body: { login: account.email, password: benchPassword },
    }),
    sql: [
      `SELECT a.id, a.password_hash FROM account a JOIN person p ON p.id = a.person_id WHERE p.id = $3::uuid`,
      `INSERT INTO session (account_id, key_hash, refresh_hash, expires_at)
       SELECT id, sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea), now() + interval '30 days' FROM account WHERE person_id = $3::uuid`,
    ],
    isGood: (body) => body.includes('accountId'),
    hashesPassword: true,
    aim: { ofBare: 0.7 },
  },
  list({ name: 'list 50 to approve', accounts: 'supervisor', weeks: 1, aim: { ofBare: 0.7, aboveSql: 2 } }),
  list({
    name: 'list 50, 60,000 waiting',
    accounts: 'supervisor',
    weeks: 12,
    aim: { ofTask: { name: 'list 50 to approve', share: 0.8 } },
  }),
  list({ name: 'list 50 of 100 organisations', accounts: 'national', weeks: 1 }),
  list({
    name: 'list 50 of 100 organisations, 60,000 waiting',
    accounts: 'national',
    weeks: 12,
    aim: { ofTask: { name: 'list 50 of 100 organisations', share: 0.8 } },
  }),
  {
    name: 'open one',
    perRequest: 1,
    weeks: [1, 1],
    status: 'submitted',
    accounts: 'region',
    request: ({ ids }) => ({ method: 'GET', path: `/api/worksheets/${ids[0]}` }),
    sql: [openSql],
    isGood: (body) => body.includes('"history"'),
    aim: { ofBare: 0.7, aboveSql: 2 },
  },
  {
    name: 'save a week',
    perRequest: 1,
    weeks: [0, 0],
    status: 'draft',
    accounts: 'employee',
    request: ({ n, ids, versions }) => ({
      method: 'PUT',
      path: `/api/worksheets/${ids[0]}`,
      body: { version: versions[0], lines: week(n).map((line) => ({ ...line, hourTypeId: normal })) },
    }),
    // Read before (dates, rights), written, and read again for the answer: so does the reference.
    sql: [openSql, saveSql, openSql],
    isGood: (body) => body.includes('"status":"draft"'),
    aim: { ofBare: 0.7, aboveSql: 2 },
  },
  approve(1),
  approve(100),
  {
    name: `register ${registrars.employeesEach}`,
    perRequest: registrars.employeesEach,
    weeks: [0, 5],
    status: 'draft',
    accounts: 'registrar',
    request: ({ ids, versions }) => {
      const { year, week: period } = weekBack(versions[0] ?? 0);
      const lines = [
        { hourTypeId: normal, date: null, minutes: 2250 },
        { hourTypeId: overtime, date: null, minutes: 90 },
      ];
      const rows = ids.map((placementId) => ({ placementId, lines }));
      return { method: 'POST', path: '/api/registration/send', body: { periodType: 'week', year, period, rows } };
    },
    sql: [registerSql],
    isGood: (body) => body.includes('"refused":[]'),
    // None for one client: each of 300 rows is judged and sealed by itself, which the bare SQL does not do.
    aim: { ofBare: 0.7, ofPgbench: 0.7 },
  },
];

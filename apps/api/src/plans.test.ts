import { createHash } from 'node:crypto';
import { behindNumbers } from '@konnekt/shared/dashboard/dashboard.words';
import { numberLines } from '@konnekt/shared/worksheets/worksheet.lines';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDashboard } from './features/dashboard/dashboard.repository.ts';
import { readBehind } from './features/dashboard/dashboard-behind.repository.ts';
import { type SheetToWrite, writeSheets } from './features/registration/registration.repository.ts';
import { decide } from './features/worksheets/worksheet-decision.repository.ts';
import { type Db, newId, type Transaction } from './kit/database.ts';
import { hashed } from './kit/overview.ts';
import { type Sql, sql } from './kit/sql.ts';
import type { Sight } from './kit/visibility.ts';
import { ask, type Client, testApp } from './test/build-app.ts';
import { doneAnew, explain, type PlanNode, readForEachRow } from './test/explain.ts';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  giveRight,
  hourTypeId,
  type Person,
} from './test/factories.ts';
import { recordStatements } from './test/sent-statements.ts';
import { signInAs } from './test/sign-in-as.ts';

const test = testApp();
const APPROVED = 100;
const REGISTERED = 300;

let supervisor: Person;
let client: Client;
let sight: Sight;
let hourType: string;
let waiting: { id: string; version: number }[];
let placementIds: string[];

/** People with a sent week and a final one before it, and others whose hours are registered: as many as planners take for many. */
const filling = [
  `INSERT INTO organisation (name, city) SELECT 'Many ' || n, 'Delft' FROM generate_series(1, 20) n`,
  `INSERT INTO person (first_name, last_name) SELECT 'Many', n::text FROM generate_series(1, 1300) n`,
  `INSERT INTO employee (person_id, personnel_number) SELECT id, 'M' || last_name FROM person WHERE first_name = 'Many'`,
  `INSERT INTO placement (employee_id, organisation_id, function_name, starts_on, planned_minutes, hours_by)
   SELECT e.id, o.id, 'Orderpicker', '2026-01-01', 2400, CASE WHEN o.name = 'Many 20' THEN 'supervisor' ELSE 'employee' END
     FROM person p JOIN employee e ON e.person_id = p.id
     JOIN organisation o ON o.name = 'Many ' || CASE WHEN p.last_name::int > 1000 THEN 20 ELSE 1 + p.last_name::int % 19 END
    WHERE p.first_name = 'Many'`,
  ...['worksheet', 'submission', 'worksheet_event'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`),
  `INSERT INTO worksheet (placement_id, employee_id, organisation_id, period_id, period_start, period_end, status, version, filled_by, submission_id)
   SELECT p.id, p.employee_id, p.organisation_id, w.id, w.starts_on, w.ends_on, CASE w.number WHEN 46 THEN 'submitted' ELSE 'finalised' END,
          2, 'employee', uuid_v7()
     FROM placement p JOIN period w ON w.type = 'week' AND w.year = 2026 AND w.number IN (45, 46) WHERE p.hours_by = 'employee'`,
  `INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
   SELECT submission_id, id, 1, '{"lines":[]}', encode(sha256('{"lines":[]}'), 'hex'), 0, 0, employee_id, 'Many', 'employee' FROM worksheet`,
  ...['worksheet', 'submission', 'worksheet_event'].map((table) => `ALTER TABLE ${table} ENABLE TRIGGER ALL`),
  `INSERT INTO worksheet_waiting SELECT id, status, organisation_id, employee_id, period_start, worked_minutes, total_minutes FROM worksheet WHERE status = 'submitted'`,
  'ANALYZE',
];

beforeAll(async () => {
  const { app, db } = test;
  await createOrganisation(db);
  for (const statement of filling) await db.pool.query(statement);
  supervisor = await createPerson(db, { role: 'supervisor' });
  const organisations = await db.query<{ id: string }>(sql`SELECT id FROM organisation WHERE name LIKE 'Many %'`);
  for (const { id } of organisations) await giveRight(db, supervisor, id, { mayRegister: true });
  client = await signInAs(app, supervisor);
  hourType = await hourTypeId(db);
  waiting = await db.query(sql`SELECT id, version FROM worksheet WHERE status = 'submitted' ORDER BY md5(id::text)`);
  const placements = await db.query<{ id: string }>(sql`SELECT id FROM placement WHERE hours_by = 'supervisor'`);
  placementIds = placements.map(({ id }) => id);
  const { accountId, personId, name } = supervisor;
  const actor = {
    accountId,
    personId,
    name,
    employeeId: null,
    role: 'supervisor',
    sessionId: newId(),
    authMethod: 'password',
  } as const;
  sight = { actor, today: '2026-11-21' };
});

/** Each statement that a question sends, by its plan; it is answered that there was nothing. */
async function plansOf(asking: (db: Db) => Promise<unknown>): Promise<PlanNode[]> {
  const plans: PlanNode[] = [];
  const query = async (statement: Sql) => {
    plans.push(await explain(test.db, statement));
    return [];
  };
  await asking({ ...test.db, query });
  return plans;
}

function sheetToRegister(placementId: string): SheetToWrite {
  const times = { quantity: null, startsAt: null, endsAt: null, breakMinutes: null };
  const line = { hourTypeId: hourType, date: null, minutes: 2400, ...times, budgetNumber: null, remark: null };
  const content = '{"lines":[{"minutes":2400}]}';
  const seal = { submissionId: newId(), content, sha256: createHash('sha256').update(content).digest('hex') };
  const minutes = { workedMinutes: 2400, totalMinutes: 2400, minutesByKind: { normal: 2400 }, quantities: {} };
  const placed = { placedFrom: '2026-01-01', placedUntil: null };
  return {
    placementId,
    id: newId(),
    version: null,
    remark: null,
    hasRemark: false,
    changes: numberLines([], 0, [line]),
    ...minutes,
    ...placed,
    ...seal,
  };
}

describe('a batch is never read once for each of its rows', () => {
  it(`approving ${APPROVED}`, async () => {
    const plans = await plansOf((db) => decide(db, sight, 'approve', waiting.slice(0, APPROVED), {}));
    expect(plans).toHaveLength(1);
    expect(plans.flatMap((plan) => readForEachRow(plan, APPROVED))).toEqual([]);
  });

  it(`registering ${REGISTERED}`, async () => {
    const period = { type: 'week', year: 2026, number: 46 };
    const sheets = placementIds.map(sheetToRegister);
    expect(sheets).toHaveLength(REGISTERED);
    const plans = await plansOf((db) => writeSheets(db, sight, period, sheets, 'approved'));
    expect(plans).toHaveLength(1);
    expect(plans.flatMap((plan) => readForEachRow(plan, REGISTERED))).toEqual([]);
  });

  it('and would be seen', async () => {
    const joined = sql`WITH batch AS MATERIALIZED (SELECT n FROM generate_series(1, 100) n)
      SELECT FROM batch one JOIN batch other ON other.n = one.n`;
    const plan = await explain(test.db, joined, 'SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off');
    expect(readForEachRow(plan, 100)).not.toEqual([]);
  });
});

describe('the dashboard reads its rows together', () => {
  const office = { actor: { role: 'staff' } as Sight['actor'], today: '2026-11-21' };
  const asked = { periodType: 'week', limit: 50 } as const;
  const now = new Date('2026-11-21T12:00Z');
  const MANY = 500;

  /** The plans of what is asked for an overview, with its own settings. */
  async function plansOfOverview(read: (tx: Transaction) => Promise<unknown>): Promise<PlanNode[]> {
    const plans: PlanNode[] = [];
    await test.db.transaction(null, async ({ query, files }) => {
      const seen = async <Row extends object>(statement: Sql): Promise<Row[]> => {
        plans.push(await explain(test.db, statement, `DO $$ BEGIN PERFORM ${hashed}; END $$`));
        return query<Row>(statement);
      };
      await read({ query: seen, files });
    });
    return plans;
  }

  it('for its numbers', async () => {
    const plans = await plansOfOverview((tx) => readDashboard(tx, office, asked, now));
    expect(plans).toHaveLength(2);
    expect(plans.flatMap((plan) => doneAnew(plan, MANY))).toEqual([]);
  });

  it.each(behindNumbers)('for the list behind a number: %s', async (show) => {
    const plans = await plansOfOverview((tx) => readBehind(tx, office, { ...asked, show }, now));
    expect(plans.flatMap((plan) => doneAnew(plan, MANY))).toEqual([]);
  });

  it('and look-ups would be seen', async () => {
    const one = sql`SELECT FROM placement p JOIN employee e ON e.id = p.employee_id`;
    const plan = await explain(test.db, one, 'SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off');
    expect(doneAnew(plan, MANY)).not.toEqual([]);
  });
});

describe('a request sends few statements', () => {
  /** Those of the request, without who asks. */
  async function countOf(request: () => ReturnType<typeof ask>): Promise<number> {
    await ask(test.app, client, 'GET', '/api/worksheets?phase=done&limit=1');
    const statements = recordStatements();
    try {
      const { status, body } = await request();
      expect([status, body.refused ?? []]).toEqual([200, []]);
      return statements.own().length;
    } finally {
      statements.stop();
    }
  }
  const approve = (items: { id: string; version: number }[]) =>
    countOf(() => ask(test.app, client, 'POST', '/api/worksheets/approve', { items }));

  it('one to approve one', async () => expect(await approve(waiting.slice(0, 1))).toBe(1));
  it('one to approve a hundred', async () => expect(await approve(waiting.slice(1, 1 + APPROVED))).toBe(1));
  it('one where some of them may not be approved', async () => {
    const items = [{ ...waiting[150], version: 7 }, { ...waiting[151] }, { id: newId(), version: 1 }];
    const statements = recordStatements();
    try {
      const { body } = await ask(test.app, client, 'POST', '/api/worksheets/approve', { items });
      expect(body.done).toEqual([{ id: items[1]?.id, version: 3 }]);
      expect(body.refused).toEqual([
        { id: items[0]?.id, code: 'changed' },
        { id: items[2]?.id, code: 'not-yours' },
      ]);
      expect(statements.own()).toHaveLength(1);
    } finally {
      statements.stop();
    }
  });
  it('one to list what waits', async () =>
    expect(await countOf(() => ask(test.app, client, 'GET', '/api/worksheets?phase=to-approve&limit=50'))).toBe(1));
  it('one to open a week, two to save it, and two to send it', async () => {
    const employee = await createPerson(test.db);
    const placementId = await createPlacement(test.db, employee, await createOrganisation(test.db));
    const own = await signInAs(test.app, employee);
    const lines = [{ hourTypeId: hourType, date: '2026-11-16', minutes: 480 }];
    const begun = { placementId, year: 2026, number: 47, lines };
    const { body } = await ask(test.app, own, 'POST', '/api/worksheets', begun);
    const url = `/api/worksheets/${body.id}`;
    expect(await countOf(() => ask(test.app, own, 'GET', url))).toBe(1);
    expect(await countOf(() => ask(test.app, own, 'PUT', url, { version: 1, lines: [...lines, ...lines] }))).toBe(2);
    expect(await countOf(() => ask(test.app, own, 'POST', `${url}/send`, { version: 2 }))).toBe(2);
  });
  it('five to register three hundred', async () => {
    const lines = [{ hourTypeId: hourType, date: null, minutes: 2400 }];
    const rows = placementIds.map((placementId) => ({ placementId, lines }));
    const payload = { periodType: 'week', year: 2026, period: 46, rows };
    expect(await countOf(() => ask(test.app, client, 'POST', '/api/registration/send', payload))).toBe(5);
  });
});

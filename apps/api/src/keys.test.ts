import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect, type Db } from './kit/database.ts';
import { sql } from './kit/sql.ts';
import { migrate } from './migrate.ts';
import { ask, type Client, testApp } from './test/build-app.ts';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
  placementFields,
  testPassword,
} from './test/factories.ts';
import { signInAs, signInNew } from './test/sign-in-as.ts';
import { createDatabase, dropDatabase, urlOf } from './test/template-database.ts';

/** Keys that differ only in case, width or composition are one key: at every door, and in the database. */
const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});
const post = (url: string, body: object, client = staff) => ask(test.app, client, 'POST', url, body);
const put = (url: string, body: object, client = staff) => ask(test.app, client, 'PUT', url, body);
const taken = (pointer: string) => [400, [{ pointer, code: 'taken' }]];

describe('the form that keys are compared by', () => {
  it('is the same in the database as in the rules', async () => {
    // Letters that PostgreSQL and Node both know, whichever Unicode they follow.
    const blocks: [number, number][] = [
      [0x20, 0x24f],
      [0x300, 0x36f],
      [0x391, 0x3a9],
      [0x3b1, 0x3c9],
      [0x400, 0x52f],
      [0x5d0, 0x5ea],
      [0x620, 0x64a],
      [0x904, 0x939],
      [0x1e00, 0x1eff],
      [0x2000, 0x206f],
      [0x2100, 0x214f],
      [0xfb00, 0xfb06],
      [0xfe00, 0xfe0f],
      [0xff01, 0xff9f],
      [0x1f600, 0x1f64f],
      [0xe0000, 0xe007f],
    ];
    let seed = 20261129;
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const letter = () => {
      const [from, until] = blocks[next(blocks.length)] ?? [65, 90];
      return String.fromCodePoint(from + next(until - from + 1));
    };
    const keys = Array.from({ length: 5000 }, () => Array.from({ length: 1 + next(6) }, letter).join(''));
    const rows = await test.db.query<{ key: string; form: string }>(sql`
      SELECT key, key_form(key) AS form FROM unnest(${keys}::text[]) AS key`);
    const different = rows.filter(({ key, form }) => keyForm(key) !== form);
    expect(different).toEqual([]);
  });
});

describe('a personnel number', () => {
  const person = { firstName: 'Groot', lastName: 'Kapitaal', isAnother: true };

  it.each(['h9a1', 'Ｈ９Ａ１', 'H9A1\u200b'])('that is there already is refused at its field: %j', async (number) => {
    await post('/api/employees', { ...person, personnelNumber: 'H9A1' });
    const { status, body } = await post('/api/employees', { ...person, firstName: 'Klein', personnelNumber: number });
    expect([status, body.errors]).toEqual(taken('/personnelNumber'));
  });

  it('is refused when another one becomes it, and may change its own case', async () => {
    const { body: one } = await post('/api/employees', { ...person, personnelNumber: 'h9b1' });
    await post('/api/employees', { ...person, personnelNumber: 'H9B2' });
    const { status, body } = await put(`/api/employees/${one.id}`, {
      ...person,
      version: one.version,
      personnelNumber: 'h9b2',
    });
    expect([status, body.errors]).toEqual(taken('/personnelNumber'));
    const own = await put(`/api/employees/${one.id}`, { ...person, version: one.version, personnelNumber: 'H9B1' });
    expect(own.body.personnelNumber).toBe('H9B1');
  });
});

describe('a placement, an organisation and a budget number', () => {
  it('have a number in one case', async () => {
    const [organisationId, { employeeId }] = [
      await createOrganisation(test.db, 'Zoë’s Kassen'),
      await createPerson(test.db),
    ];
    const place = (number: string) =>
      post('/api/placements', { ...placementFields, organisationId, employeeId, number });
    expect((await place('H8P')).status).toBe(201);
    const again = await place('h8p');
    expect([again.status, again.body.errors]).toEqual(taken('/number'));

    const budget = (number: string) => post(`/api/organisations/${organisationId}/budget-numbers`, { number });
    expect((await budget('H8-A')).status).toBe(201);
    const other = await budget('h8-ａ');
    expect([other.status, other.body.errors]).toEqual(taken('/number'));

    const client = await post('/api/organisations', { name: 'ZOE\u0308’S KASSEN', city: 'Rotterdam' });
    expect([client.status, client.body.errors]).toEqual(taken('/name'));
  });

  it('are told on hours as the client writes them, saved, sent and added', async () => {
    const organisationId = await createOrganisation(test.db);
    await test.db.query(sql`UPDATE organisation SET requires_budget_number = true WHERE id = ${organisationId}::uuid`);
    await post(`/api/organisations/${organisationId}/budget-numbers`, { number: 'H8-A' });
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    const employee = await signInAs(test.app, person);
    const line = (date: string) => ({ hourTypeId: normal, date, minutes: 480, budgetNumber: 'h8-ａ' });
    const normal = await hourTypeId(test.db);
    const { body: draft } = await post(
      '/api/worksheets',
      { placementId, year: 2026, number: 46, lines: [line('2026-11-09')] },
      employee,
    );
    expect(draft.lines[0].budgetNumber).toBe('H8-A');
    const { body: sent } = await post(`/api/worksheets/${draft.id}/send`, { version: draft.version }, employee);
    expect(sent.submissions[0].lines[0].budgetNumber).toBe('H8-A');
    const { body: added } = await post(
      `/api/worksheets/${sent.id}/supplements`,
      { version: sent.version, lines: [line('2026-11-10')] },
      employee,
    );
    expect([added.lines[0].budgetNumber, added.submissions[0].lines[0].budgetNumber]).toEqual(['H8-A', 'H8-A']);

    const supervisor = await createSupervisor(test.db, organisationId, { mayRegister: true });
    const registered = await createPlacement(test.db, await createPerson(test.db), organisationId, {
      hoursBy: 'supervisor',
    });
    const rows = [{ placementId: registered, lines: [{ ...line('2026-11-09'), date: null }] }];
    const period = { periodType: 'week', year: 2026, period: 46, number: 46 };
    const { body } = await post('/api/registration/send', { ...period, rows }, await signInAs(test.app, supervisor));
    expect(body.refused).toEqual([]);
    const [stored] = await test.db.query<{ number: string; sealed: string }>(sql`
      SELECT l.budget_number AS number, s.content::jsonb #>> '{lines,0,budgetNumber}' AS sealed
        FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id JOIN submission s ON s.id = w.submission_id
       WHERE w.placement_id = ${registered}::uuid`);
    expect(stored).toEqual({ number: 'H8-A', sealed: 'H8-A' });
  });

  it('of a placement is the client’s too', async () => {
    const [organisationId, { employeeId }] = [await createOrganisation(test.db), await createPerson(test.db)];
    await post(`/api/organisations/${organisationId}/budget-numbers`, { number: 'KPL-7' });
    const { body } = await post('/api/placements', {
      ...placementFields,
      organisationId,
      employeeId,
      budgetNumber: 'kpl-7',
    });
    expect(body.budgetNumber).toBe('KPL-7');
  });
});

describe('whoever logs in', () => {
  it('is known by user name and address in any case and width', async () => {
    const person = await createPerson(test.db, { userName: 'Zoë1' });
    for (const login of ['ZOE\u03081', 'zoë１', person.email.toUpperCase(), `${person.email}\u200b`]) {
      const { status } = await post('/api/auth/login', { login, password: testPassword });
      expect([login, status]).toEqual([login, 200]);
    }
  });

  it('shares no user name with anybody', async () => {
    await createPerson(test.db, { userName: 'Anna9' });
    const other = await createPerson(test.db);
    const { body: account } = await ask(test.app, staff, 'GET', `/api/accounts/${other.accountId}`);
    const change = { version: account.version, email: account.email, language: 'nl' };
    const { status, body } = await put(`/api/accounts/${other.accountId}`, { ...change, userName: 'ＡＮＮＡ9' });
    expect([status, body.errors]).toEqual(taken('/userName'));
    expect((await put(`/api/accounts/${other.accountId}`, { ...change, userName: 'a＠b' })).status).toBe(400);
  });
});

describe('a database of before', () => {
  const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations');
  const from = '20261129010200_key_form';

  /** Work on a database as it was before the migration, and then after it. */
  async function migrated(before: (db: Db) => Promise<void>, after: (db: Db) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'konnekt-migrations-'));
    const name = await createDatabase();
    await dropDatabase(name);
    try {
      for (const one of await readdir(migrations))
        if (one < from) await cp(path.join(migrations, one), path.join(folder, one), { recursive: true });
      await withDatabase(name, folder, before);
      await withDatabase(name, migrations, after);
    } finally {
      await dropDatabase(name);
      await rm(folder, { recursive: true });
    }
  }
  async function withDatabase(name: string, folder: string, work: (db: Db) => Promise<void>): Promise<void> {
    await migrate(urlOf(name), folder);
    const db = connect(urlOf(name), { poolSize: 2 });
    try {
      await work(db);
    } finally {
      await db.close();
    }
  }

  it('keeps every record: the first of two keeps its key, later ones get another, and the history says so', async () => {
    await migrated(
      async (db) => {
        await db.query(sql`
          WITH p AS (INSERT INTO person (id, first_name, last_name) SELECT ('01900000-0000-7000-8000-00000000000' || n)::uuid, 'P', n::text
            FROM generate_series(1, 5) n RETURNING id, last_name),
          e AS (INSERT INTO employee (id, person_id, personnel_number) SELECT id, id, (ARRAY['H9A1','h9a1','Ｈ9A1','h9a1-2','X'])[last_name::int] FROM p RETURNING id)
          INSERT INTO account (id, person_id, email, user_name, role) SELECT id, id, (ARRAY['a@x.nl','Ａ@x.nl','c@x.nl','d@x.nl','e@x.nl'])[last_name::int],
            (ARRAY['zoë', ${'Zoe\u0308'}])[last_name::int], 'employee' FROM p`);
        await db.query(sql`
          WITH o AS (INSERT INTO organisation (id, name, number, city) VALUES
            ('01900000-0000-7000-8000-00000000000a', 'Zoë', 'k1', 'R'), ('01900000-0000-7000-8000-00000000000b', ${'ZOE\u0308'}, 'k2', 'R') RETURNING id)
          INSERT INTO budget_number (id, organisation_id, number) SELECT b.id::uuid, '01900000-0000-7000-8000-00000000000a', b.number
            FROM o CROSS JOIN (VALUES ('01900000-0000-7000-8000-00000000001a', 'H8-a'), ('01900000-0000-7000-8000-00000000001b', 'H8-A')) b(id, number)
           WHERE o.id = '01900000-0000-7000-8000-00000000000a'`);
      },
      async (db) => {
        const numbers = await db.query<{ n: string }>(sql`SELECT personnel_number AS n FROM employee ORDER BY id`);
        expect(numbers.map(({ n }) => n)).toEqual(['H9A1', 'h9a1-3', 'Ｈ9A1-4', 'h9a1-2', 'X']);
        const accounts = await db.query(sql`SELECT email, user_name AS name FROM account ORDER BY id LIMIT 2`);
        expect(accounts).toEqual([
          { email: 'a@x.nl', name: 'zoë' },
          { email: 'Ａ@x.nl.2.invalid', name: 'Zoe\u0308-2' },
        ]);
        const clients = await db.query(sql`SELECT name, version FROM organisation ORDER BY id`);
        expect(clients).toEqual([
          { name: 'Zoë', version: 1 },
          { name: 'ZOE\u0308-2', version: 2 },
        ]);
        expect(await db.query(sql`SELECT number FROM budget_number ORDER BY id`)).toEqual([
          { number: 'H8-a' },
          { number: 'H8-A-2' },
        ]);
        const [event] = await db.query(sql`
          SELECT changes, actor_id AS by FROM audit_event WHERE subject_type = 'employee' AND action = 'change' ORDER BY id LIMIT 1`);
        expect(event).toEqual({ changes: { personnel_number: ['h9a1', 'h9a1-3'] }, by: null });
      },
    );
  });
});

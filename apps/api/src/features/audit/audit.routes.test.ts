import { auditSubjects } from '@konnekt/shared/audit/audit.actions';
import type { AuditEvent } from '@konnekt/shared/audit/audit.contract';
import { isAuditField } from '@konnekt/shared/audit/audit.fields';
import type { Role } from '@konnekt/shared/basics/actor';
import { describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, giveRight, hourTypeId } from '#api/test/factories';
import { sheetRows } from '#api/test/sheet-rows';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
const author = { personId: null, name: 'Petra de Ruiter', role: 'staff', sessionId: null, address: '192.0.2.1' };
const staff = async () => signInNew(test, 'staff');
const history = async (client: Client, id: string, query = '') =>
  (await ask(test.app, client, 'GET', `/api/records/${id}/history${query}`)).body;

describe('GET /api/records/:id/history', () => {
  it('tells what was changed, by whom and from where, newest first', async () => {
    const id = await createOrganisation(test.db, 'Van Dijk');
    await test.db.transaction(author, (tx) =>
      tx.query(sql`UPDATE organisation SET city = 'Urk', payment_term_days = 14 WHERE id = ${id}::uuid`),
    );
    const { items, total } = await history(await staff(), id);
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      action: 'change',
      subjectType: 'organisation',
      subjectName: 'Van Dijk',
      actorName: 'Petra de Ruiter',
      actorRole: 'staff',
      address: '192.0.2.1',
      changes: [
        { field: 'city', before: 'Rotterdam', after: 'Urk' },
        { field: 'payment_term_days', before: 30, after: 14 },
      ],
    });
    expect(items[1]).toMatchObject({ action: 'create', actorName: null });
  });

  it('holds what belongs to the record, and names the records that it speaks of in both languages', async () => {
    const [person, organisationId] = [await createPerson(test.db), await createOrganisation(test.db, 'De Linde')];
    const placementId = await createPlacement(test.db, person, organisationId);
    const normal = await hourTypeId(test.db);
    await test.db.query(sql`
      INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
      VALUES (${placementId}::uuid, ${normal}::uuid, '2026-01-01', 1680, 3024)`);
    const { items, names } = await history(await staff(), placementId);
    expect(items.map(({ subjectType }: AuditEvent) => subjectType)).toEqual(['placement-rate', 'placement']);
    expect(names[normal]).toEqual({ nl: 'Normale uren', en: 'Normal hours' });
    expect(names[organisationId]).toEqual({ nl: 'De Linde', en: 'De Linde' });
    // Whose history it is need not be said again.
    expect(items[0].changes.map(({ field }: { field: string }) => field)).toEqual([
      'hour_type_id',
      'valid_from',
      'pay_cents',
      'bill_cents',
    ]);
  });

  it('never shows a password, only that there is another', async () => {
    const person = await createPerson(test.db);
    await test.db.query(sql`UPDATE account SET password_hash = 'a new hash' WHERE id = ${person.accountId}::uuid`);
    const { items } = await history(await staff(), person.personId);
    expect(items[0].changes).toEqual([{ field: 'password_hash', before: '•', after: '•' }]);
    expect(JSON.stringify(items)).not.toMatch(/argon2|a new hash/);
  });

  it('can still be read when what it told of somebody was erased', async () => {
    const recordId = newId();
    await test.db.query(sql`
      INSERT INTO audit_event (action, subject_type, subject_name, record_id, changes)
      VALUES ('create', 'placement', '•', ${recordId}::uuid, '{"employee_id": [null, "•"], "starts_on": [null, "•"]}')`);
    const { items } = await history(await staff(), recordId);
    expect(items[0].changes).toEqual([
      { field: 'employee_id', before: null, after: '•' },
      { field: 'starts_on', before: null, after: '•' },
    ]);
  });

  it('comes in pages', async () => {
    const id = await createOrganisation(test.db);
    for (const city of ['Urk', 'Delft', 'Gouda']) {
      await test.db.query(sql`UPDATE organisation SET city = ${city} WHERE id = ${id}::uuid`);
    }
    const client = await staff();
    const first = await history(client, id, '?limit=3');
    const second = await history(client, id, `?limit=3&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor, second.total]).toEqual([3, 1, null, 4]);
  });

  it('is there for the settings too', async () => {
    await test.db.query(sql`UPDATE agency SET paid_on_weekday = 3`);
    const admin = await signInNew(test, 'admin');
    const { items } = await history(admin, 'agency');
    expect(items[0].changes).toEqual([{ field: 'paid_on_weekday', before: 2, after: 3 }]);
  });

  describe('to staff', () => {
    const secret = 'geheim@bureau.example';
    const person = async (role: Role, options: Partial<Parameters<typeof createPerson>[1]> = {}) => {
      const made = await createPerson(test.db, { role, ...options });
      await test.db.transaction(author, (tx) =>
        tx.query(sql`UPDATE account SET email = ${`${made.personId}.${secret}`} WHERE id = ${made.accountId}::uuid`),
      );
      await test.db.query(sql`UPDATE person SET phone = '0612345678' WHERE id = ${made.personId}::uuid`);
      return made;
    };
    /** Of each kind of record: what staff may read in its history, by kind of subject. */
    const kinds: Record<string, { make: () => Promise<string>; seen: string[] }> = {
      'an organisation': { make: () => createOrganisation(test.db), seen: ['organisation'] },
      'a placement': {
        make: async () => createPlacement(test.db, await createPerson(test.db), await createOrganisation(test.db)),
        seen: ['placement'],
      },
      'an employee': { make: async () => (await person('employee')).personId, seen: ['account', 'employee', 'person'] },
      'a supervisor': { make: async () => (await person('supervisor')).personId, seen: ['account', 'person'] },
      'an hour type': {
        make: async () => {
          const id = await hourTypeId(test.db);
          await test.db.query(sql`UPDATE hour_type SET sort_order = sort_order + 1 WHERE id = ${id}::uuid`);
          return id;
        },
        seen: ['hour-type'],
      },
      'a colleague': { make: async () => (await person('staff')).personId, seen: [] },
      'an admin': { make: async () => (await person('admin')).personId, seen: [] },
      'an admin who is an employee too': {
        make: async () => (await person('admin', { isEmployee: true })).personId,
        seen: ['employee', 'person'],
      },
      'the settings': {
        make: async () => {
          await test.db.query(sql`UPDATE agency SET iban = 'NL91ABNA0417164300'`);
          return 'agency';
        },
        seen: [],
      },
    };

    it.each(Object.entries(kinds))('tells of %s what they may read elsewhere', async (_, { make, seen }) => {
      const id = await make();
      const { items, total, nextCursor } = await history(await staff(), id);
      const subjects = new Set(items.map(({ subjectType }: AuditEvent) => subjectType));
      expect([...subjects].sort()).toEqual(seen);
      expect([total, nextCursor]).toEqual([items.length, null]);
      if (!seen.includes('account')) expect(JSON.stringify(items)).not.toMatch(/geheim|NL91ABNA/);
      const admin = await signInNew(test, 'admin');
      expect((await history(admin, id)).total).toBeGreaterThan(0);
    });

    it('names who of the office changed something, but not from where', async () => {
      const id = await createOrganisation(test.db);
      const [admin, own] = [
        await createPerson(test.db, { role: 'admin' }),
        await createPerson(test.db, { role: 'staff' }),
      ];
      for (const { personId, name, role } of [admin, own])
        await test.db.transaction({ personId, name, role, sessionId: null, address: '192.0.2.9' }, (tx) =>
          tx.query(sql`UPDATE organisation SET city = city || '.' WHERE id = ${id}::uuid`),
        );
      const { items } = await history(await signInAs(test.app, own), id, '?limit=2');
      expect(items.map(({ actorName, address }: AuditEvent) => [actorName, address])).toEqual([
        [own.name, '192.0.2.9'],
        [admin.name, null],
      ]);
    });
  });

  it('is not for clients and employees, not even about themselves', async () => {
    const [supervisor, employee] = [await createPerson(test.db, { role: 'supervisor' }), await createPerson(test.db)];
    await giveRight(test.db, supervisor, await createOrganisation(test.db));
    for (const person of [supervisor, employee]) {
      const client = await signInAs(test.app, person);
      expect((await ask(test.app, client, 'GET', `/api/records/${person.personId}/history`)).status).toBe(403);
    }
  });

  it('refuses an id that is none', async () => {
    expect((await ask(test.app, await staff(), 'GET', '/api/records/x/history')).status).toBe(400);
  });
});

describe('GET /api/audit', () => {
  const search = async (query: string) => {
    const admin = await signInNew(test, 'admin');
    return (await ask(test.app, admin, 'GET', `/api/audit?${query}`)).body;
  };
  const record = (day: string, name: string, by: string | null = null) =>
    test.db.query(sql`
      INSERT INTO audit_event (id, at, action, subject_type, subject_name, actor_id, actor_name)
      VALUES (${newId(Date.parse(day))}::uuid, ${day}::timestamptz, 'export', 'organisation', ${name}, ${by}::uuid, 'Zoë Ypma')`);

  it('finds names inside names, whatever the case, of who did it and of what was changed', async () => {
    await record('2026-03-02T10:00:00Z', 'Kwekerij 100% Zon');
    for (const q of ['100% z', 'kWEKERIJ', 'zoë yp'])
      expect((await search(`q=${encodeURIComponent(q)}`)).total).toBe(1);
    for (const q of ['100_', 'kwekerij_100']) expect((await search(`q=${encodeURIComponent(q)}`)).total).toBe(0);
  });

  it('knows the days of Amsterdam, the last one included', async () => {
    // Midnight in summer is 22:00 UTC.
    for (const at of ['21:59:59.999', '22:00:00']) await record(`2026-06-30T${at}Z`, 'Grens');
    for (const at of ['21:59:59.999', '22:00:00']) await record(`2026-07-01T${at}Z`, 'Grens');
    const names = async (query: string) => (await search(`q=Grens&${query}`)).total;
    expect(await names('from=2026-07-01&until=2026-07-01')).toBe(2);
    expect(await names('from=2026-07-01')).toBe(3);
    expect(await names('until=2026-06-30')).toBe(1);
    // Days on which nothing can have happened, before the first that a time of ours counts from too.
    expect(await names('from=0001-01-01&until=9999-12-31')).toBe(4);
    expect(await names('from=9999-12-31')).toBe(0);
    expect(await names('until=1969-12-31')).toBe(0);
  });

  it('shows what one person did, one kind of act, and one kind of thing', async () => {
    const person = await createPerson(test.db);
    await record('2026-04-01T10:00:00Z', 'Een', person.personId);
    await signInAs(test.app, person);
    const actions = ({ items }: { items: AuditEvent[] }) => items.map(({ action }) => action);
    expect(actions(await search(`actorId=${person.personId}`))).toEqual(['log-in', 'export']);
    expect(actions(await search(`actorId=${person.personId}&action=log-in`))).toEqual(['log-in']);
    expect(actions(await search(`actorId=${person.personId}&subjectType=organisation`))).toEqual(['export']);
  });

  it('finds by a person’s name what was done to their account, and tells blocked and unblocked apart', async () => {
    const person = await createPerson(test.db, { firstName: 'Quirijn', lastName: 'Xander-Blok' });
    const set = (status: string) =>
      test.db.transaction(author, (tx) =>
        tx.query(sql`UPDATE account SET status = ${status} WHERE id = ${person.accountId}::uuid`),
      );
    await set('blocked');
    await set('active');
    await test.db.query(sql`UPDATE account SET language = 'en' WHERE id = ${person.accountId}::uuid`);
    const ofPerson = async (query: string) => {
      const { items, names } = await search(
        `q=${encodeURIComponent(person.name.toLowerCase())}&subjectType=account${query}`,
      );
      if (items.length > 0) expect(names[person.personId]).toEqual({ nl: person.name, en: person.name });
      return items.map(({ action }: AuditEvent) => action);
    };
    expect(await ofPerson('')).toEqual(['change', 'unblock', 'block', 'create']);
    expect(await ofPerson('&action=block')).toEqual(['block']);
    expect(await ofPerson('&action=unblock')).toEqual(['unblock']);
    expect(await ofPerson('&action=change')).toEqual(['change']);
    const { items } = await history(await staff(), person.personId);
    expect(items.map(({ action }: AuditEvent) => action)).toContain('block');
  });

  it('comes in pages that neither skip nor repeat', async () => {
    for (let day = 1; day <= 7; day++) await record(`2025-05-0${day}T10:00:00Z`, 'Blad');
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await search(`q=Blad&limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ at }: AuditEvent) => at.slice(0, 10)));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((day) => `2025-05-0${day}`));
    const oldest = await search('q=Blad&sort=at&limit=2');
    const next = await search(`q=Blad&sort=at&limit=2&cursor=${oldest.nextCursor}`);
    const days = [...oldest.items, ...next.items].map(({ at }: AuditEvent) => at.slice(9, 10));
    expect(days).toEqual(['1', '2', '3', '4']);
  });

  it('refuses what is no day', async () => {
    expect((await search('from=2026-02-30')).errors).toEqual([{ pointer: '/querystring/from', code: 'invalid' }]);
  });
});

describe('GET /api/audit/export', () => {
  const admin = async () => signInNew(test, 'admin');
  const event = (day: string, name: string, changes: object) =>
    test.db.query(sql`
      INSERT INTO audit_event (id, at, action, subject_type, subject_name, actor_name, actor_role, address, changes)
      VALUES (${newId(Date.parse(day))}::uuid, ${day}::timestamptz, 'change', 'placement', ${name}, '=Kwaad()', 'staff', '192.0.2.7', ${JSON.stringify(changes)}::jsonb)`);

  it('holds every event of the list under its filter, in its order, and is told of as the next event', async () => {
    for (let day = 1; day <= 4; day++) await event(`2025-02-0${day}T10:00:00Z`, `Bestand ${day}`, {});
    const [client, query] = [await admin(), 'q=Bestand&from=2025-02-02'];
    const { items } = (await ask(test.app, client, 'GET', `/api/audit?${query}`)).body;
    const rows = await sheetRows(test.app, client, `/api/audit/export?${query}&format=xlsx&language=en`);
    expect(rows.map((row) => row.Name)).toEqual(items.map(({ subjectName }: AuditEvent) => subjectName));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ Role: 'Back office', 'What happened': 'Changed', 'IP address': '192.0.2.7' });
    expect(rows[0]?.Date).toEqual(new Date('2025-02-04T00:00:00Z'));
    expect(rows[0]?.Time).toBe('11:00');
    const [latest] = (await ask(test.app, client, 'GET', '/api/audit?action=export')).body.items;
    expect(latest).toMatchObject({ subjectType: 'audit-file', subjectName: 'xlsx' });
  });

  it('has a line for each field that was changed: money and time are figures, days are dates', async () => {
    const client = await admin();
    const id = await createOrganisation(test.db, 'De Bron');
    const changes = {
      bill_cents: [3024, 3150],
      planned_minutes: [2250, null],
      ends_on: [null, '2026-03-31'],
      organisation_id: [null, id],
      is_active: [true, false],
    };
    await event('2025-03-01T10:00:00Z', 'Velden', changes);
    const rows = await sheetRows(test.app, client, '/api/audit/export?q=Velden&format=xlsx&language=nl');
    expect(rows.map((row) => [row.Veld, row.Ervoor, row.Erna])).toEqual(
      expect.arrayContaining([
        ['Uurtarief', 30.24, 31.5],
        ['Afgesproken uren per week', 37.5, null],
        ['Laatste dag', null, new Date('2026-03-31T00:00:00Z')],
        ['Organisatie', null, 'De Bron'],
        ['In gebruik', 'ja', 'nee'],
      ]),
    );
    expect(rows).toHaveLength(5);
  });

  it('has no cell that a spreadsheet would run', async () => {
    await event('2025-04-01T10:00:00Z', '=Som(A1)', { notes: ['+31', '@alles'] });
    const { body } = await askFile(test.app, await admin(), '/api/audit/export?q=Som(A1)&language=nl');
    expect(body.trimEnd().split('\r\n')[1]).toBe(
      "01-04-2025;12:00;'=Kwaad();Binnendienst;192.0.2.7;Gewijzigd;Plaatsingen;'=Som(A1);Notities;'+31;'@alles",
    );
  });

  it('never holds a password, and is for admins alone', async () => {
    const person = await createPerson(test.db);
    await test.db.query(sql`UPDATE account SET password_hash = 'a new hash' WHERE id = ${person.accountId}::uuid`);
    const { body } = await askFile(test.app, await admin(), '/api/audit/export?subjectType=account&language=en');
    expect(body).toContain('Password;changed;changed');
    expect(body).not.toMatch(/argon2|a new hash/);
    expect((await askFile(test.app, await staff(), '/api/audit/export')).statusCode).toBe(403);
  });
});

describe('the table of fields', () => {
  it('knows every column that the audit log tells of', async () => {
    const columns = await test.db.query<{ name: string }>(sql`
      SELECT DISTINCT c.column_name AS name
        FROM information_schema.triggers t
        JOIN information_schema.columns c ON c.table_name = t.event_object_table AND c.table_schema = 'public'
       WHERE t.action_statement LIKE '%record_change(%'`);
    const silent = [
      'id',
      'version',
      'created_at',
      'updated_at',
      'full_name',
      'sort_name',
      'catalogue_version',
      'employee_name',
      'employee_sort_name',
    ];
    const unknown = columns.map(({ name }) => name).filter((name) => !silent.includes(name) && !isAuditField(name));
    expect(columns.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});

describe('the kinds of things', () => {
  it('are all that the database tells the audit log of', async () => {
    const told = await test.db.query<{ subject: string }>(sql`
      SELECT DISTINCT substring(action_statement FROM 'record_change[(]''([^'']+)''') AS subject
        FROM information_schema.triggers WHERE action_statement LIKE '%record_change(%'`);
    expect(told.length).toBeGreaterThan(10);
    const known: readonly string[] = auditSubjects;
    expect(told.map(({ subject }) => subject).filter((one) => !known.includes(one))).toEqual([]);
  });
});

import type { AuditEvent } from '@konnekt/shared/audit/audit.contract';
import { isAuditField } from '@konnekt/shared/audit/audit.fields';
import { describe, expect, it } from 'vitest';
import { sql } from '#api/plugins/database';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, giveRight, hourTypeId } from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';

const test = testApp();
const author = { personId: null, name: 'Petra de Ruiter', role: 'staff', sessionId: null, address: '192.0.2.1' };
const staff = async () => signInAs(test.app, await createPerson(test.db, { role: 'staff' }));
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
    const { items } = await history(await staff(), 'agency');
    expect(items[0].changes).toEqual([{ field: 'paid_on_weekday', before: 2, after: 3 }]);
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

describe('the table of fields', () => {
  it('knows every column that the audit log tells of', async () => {
    const columns = await test.db.query<{ name: string }>(sql`
      SELECT DISTINCT c.column_name AS name
        FROM information_schema.triggers t
        JOIN information_schema.columns c ON c.table_name = t.event_object_table AND c.table_schema = 'public'
       WHERE t.action_statement LIKE '%record_change(%'`);
    const silent = ['id', 'version', 'created_at', 'full_name', 'sort_name', 'hour_types_version', 'logo_svg'];
    const unknown = columns.map(({ name }) => name).filter((name) => !silent.includes(name) && !isAuditField(name));
    expect(columns.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});

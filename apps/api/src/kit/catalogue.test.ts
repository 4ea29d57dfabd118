import { beforeAll, describe, expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { updatePerson } from '#api/kit/person-record';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId, type Person } from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';

const test = testApp();

let person: Person;
let employee: Client;
let organisationId: string;

beforeAll(async () => {
  person = await createPerson(test.db);
  employee = await signInAs(test.app, person);
  organisationId = await createOrganisation(test.db);
  const placementId = await createPlacement(test.db, person, organisationId);
  const lines = [
    { hourTypeId: await hourTypeId(test.db), date: '2026-11-16', minutes: 480 },
    { hourTypeId: await hourTypeId(test.db, 'O125'), date: '2026-11-16', minutes: 60 },
  ];
  const { status } = await ask(test.app, employee, 'POST', '/api/worksheets', {
    ...{ placementId, year: 2026, number: 47, lines },
  });
  expect(status).toBe(201);
});

const theRow = async () => (await ask(test.app, employee, 'GET', '/api/worksheets')).body.items[0];

describe('what is stored beside a worksheet, or remembered, is right at the next look', () => {
  it('the name of its employee', async () => {
    await test.db.query(
      sql`UPDATE person SET first_name = 'Zoë', prefix = NULL, last_name = 'Ünal' WHERE id = ${person.personId}::uuid`,
    );
    expect((await theRow()).employeeName).toBe('Zoë Ünal');
  });

  it('the name of its client, also where another process changes it', async () => {
    await theRow();
    await test.db.query(sql`UPDATE organisation SET name = 'Nieuwe Naam' WHERE id = ${organisationId}::uuid`);
    expect((await theRow()).organisationName).toBe('Nieuwe Naam');
  });

  it('the kind of its hours, which an hour type keeps once there are hours of it', async () => {
    expect((await theRow()).minutesByKind).toEqual({ normal: 480, overtime: 60 });
    const change = test.db.query(sql`UPDATE hour_type SET kind = 'irregular' WHERE code = 'O125'`);
    await expect(change).rejects.toMatchObject({ constraint: 'hour_type_kind_in_use' });
    await test.db.query(sql`UPDATE hour_type SET kind = 'travel' WHERE code = 'ADJ'`);
  });

  it('the agency’s limit to a week, and from when a difference stands out', async () => {
    await test.db.query(sql`UPDATE agency SET warning_limits = '{"week": 500}'`);
    expect((await theRow()).standsOut).toContain('over-legal-maximum');
    await test.db.query(sql`UPDATE agency SET warning_limits = '{}'`);
    expect((await theRow()).standsOut).not.toContain('over-legal-maximum');
    await test.db.query(sql`UPDATE placement SET planned_minutes = 480`);
    for (const [from, isTold] of [
      [60, true],
      [61, false],
    ] as const) {
      await test.db.query(sql`UPDATE agency SET stands_out_from_planned_minutes = ${from}::int`);
      expect((await theRow()).standsOut.includes('more-than-planned')).toBe(isTold);
    }
  });

  it('and every rule of the data holds', async () => {
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});

it('a placement made while its employee gets another name has the new one', async () => {
  const [first, second] = [await test.db.pool.connect(), await test.db.pool.connect()];
  try {
    await first.query('BEGIN');
    await first.query(`UPDATE person SET last_name = 'Later' WHERE id = $1`, [person.personId]);
    const placed = second.query(
      `INSERT INTO placement (employee_id, organisation_id, function_name, starts_on, planned_minutes)
       SELECT id, $2, 'Kok', '2026-01-01', 2400 FROM employee WHERE person_id = $1 RETURNING employee_name AS name`,
      [person.personId, organisationId],
    );
    await first.query('COMMIT');
    expect((await placed).rows).toEqual([{ name: 'Zoë Later' }]);
  } finally {
    first.release();
    second.release();
  }
});

it('who changes a placement and who renames its employee wait for each other, and both are done', async () => {
  const placement = await test.db.pool.connect();
  try {
    await placement.query('BEGIN');
    const ofPerson = `id IN (SELECT p.id FROM placement p JOIN employee e ON e.id = p.employee_id WHERE e.person_id = $1)`;
    await placement.query(`SELECT FROM placement WHERE ${ofPerson} FOR UPDATE`, [person.personId]);
    const renamed = test.db.transaction(null, async (tx) => {
      const [{ version = 0 } = {}] = await tx.query<{ version: number }>(
        sql`SELECT version FROM person WHERE id = ${person.personId}::uuid`,
      );
      return updatePerson(tx, person.personId, version, {
        firstName: 'Zoë',
        prefix: null,
        lastName: 'Last',
        phone: null,
      });
    });
    const waiting = async () =>
      (
        await test.db.query(
          sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).length;
    await expect.poll(waiting, { timeout: 20_000 }).toBeGreaterThan(0);
    // As the office saves it: with the employee it has.
    await placement.query(`UPDATE placement SET function_name = 'Chef', employee_id = employee_id WHERE ${ofPerson}`, [
      person.personId,
    ]);
    await placement.query('COMMIT');
    expect(await renamed).toBe(true);
  } finally {
    placement.release();
  }
  const names = await test.db.query(
    sql`SELECT DISTINCT p.employee_name AS name FROM placement p JOIN employee e ON e.id = p.employee_id WHERE e.person_id = ${person.personId}::uuid`,
  );
  expect(names).toEqual([{ name: 'Zoë Last' }]);
});

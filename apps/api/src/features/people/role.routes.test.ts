import { addDays } from '@konnekt/shared/basics/calendar-day';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, giveRight } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const today = '2026-11-21';
const test = testApp({ now: () => new Date(`${today}T09:00:00Z`) });
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

const send = (method: 'POST' | 'DELETE' | 'GET', path: string, body?: object) =>
  ask(test.app, staff, method, path, body);
const versionOf = async (personId: string) =>
  (await test.db.query<{ version: number }>(sql`SELECT version FROM person WHERE id = ${personId}::uuid`))[0]?.version;
let organisationId: string;
let numbers = 0;
beforeEach(async () => {
  organisationId = await createOrganisation(test.db);
});
const give = (personId: string) =>
  send('POST', `/api/supervisors/${personId}/rights`, { organisationId, mayApprove: true, validFrom: today });
const end = async (personId: string, role: 'employee' | 'supervisor', version?: number) =>
  send('DELETE', `/api/people/${personId}/${role}`, { version: version ?? (await versionOf(personId)) });
const work = async (personId: string, rest: object = {}) =>
  send('POST', `/api/people/${personId}/employee`, {
    version: await versionOf(personId),
    personnelNumber: `TWEE-${++numbers}`,
    ...rest,
  });

describe('an employee who is given a right supervises as well', () => {
  it('with the account that they have: own hours and those of the client', async () => {
    const anna = await createPerson(test.db);
    expect((await give(anna.personId)).status).toBe(201);
    const client = await signInAs(test.app, anna);
    const home = (await ask(test.app, client, 'GET', '/api/home')).body;
    expect(home.employee).not.toBeNull();
    expect(home.supervisor.organisations.map(({ id }: { id: string }) => id)).toEqual([organisationId]);
    expect((await send('GET', `/api/employees/${anna.employeeId}`)).body.role).toBe('supervisor');
  });

  it('not a colleague of the office, and nobody without an account', async () => {
    const colleague = await createPerson(test.db, { role: 'staff', isEmployee: true });
    expect((await give(colleague.personId)).status).toBe(404);
    const nobody = await createPerson(test.db);
    await test.db.query(sql`DELETE FROM account WHERE id = ${nobody.accountId}::uuid`);
    expect((await give(nobody.personId)).status).toBe(404);
  });

  it('no more, once that is taken: what holds ended yesterday, what was to come is gone', async () => {
    const anna = await createPerson(test.db);
    await give(anna.personId);
    await giveRight(test.db, anna, organisationId, { validFrom: '2026-01-01', validUntil: addDays(today, -1) });
    const other = await createOrganisation(test.db);
    await giveRight(test.db, anna, other, { validFrom: '2026-01-01' });
    const ended = await end(anna.personId, 'supervisor');
    expect([ended.status, ended.body.role]).toEqual([200, 'employee']);
    const rights = await test.db.query<{ until: string }>(sql`
      SELECT organisation_id AS id, valid_until AS until FROM supervisor_right WHERE person_id = ${anna.personId}::uuid ORDER BY valid_from, id`);
    expect(rights).toHaveLength(2);
    expect(rights.every(({ until }) => until === addDays(today, -1))).toBe(true);
    const home = (await ask(test.app, await signInAs(test.app, anna), 'GET', '/api/home')).body;
    expect(home.supervisor).toBeNull();
    expect((await end(anna.personId, 'supervisor')).body.code).toBe('wrong-state');
  });

  it('and nobody stands in for them any more, not even when they are given a right again', async () => {
    const [anna, sam] = [await createPerson(test.db), await createPerson(test.db, { role: 'supervisor' })];
    await give(anna.personId);
    await giveRight(test.db, anna, organisationId, { validFrom: '2026-01-01', validUntil: addDays(today, -1) });
    await giveRight(test.db, sam, organisationId, { validFrom: '2026-01-01' });
    const own = await signInAs(test.app, anna);
    for (const [validFrom, validUntil] of [
      [today, '2026-12-20'],
      ['2026-12-24', '2026-12-31'],
    ])
      await ask(test.app, own, 'POST', '/api/substitutes', {
        personId: sam.personId,
        organisationIds: [organisationId],
        validFrom,
        validUntil,
      });
    await test.db.query(sql`
      UPDATE supervisor_right SET valid_from = '2026-11-02' WHERE on_behalf_of_id = ${anna.personId}::uuid AND valid_from = ${today}::date`);
    const client = await signInAs(test.app, sam);
    const substitutes = async () => (await ask(test.app, client, 'GET', '/api/colleagues')).body.substitutes;
    expect(await substitutes()).toHaveLength(2);
    await end(anna.personId, 'supervisor');
    expect(await substitutes()).toEqual([]);
    await give(anna.personId);
    expect(await substitutes()).toEqual([]);
    // What was done with it stays to be understood.
    const left = await test.db.query(sql`
      SELECT valid_until AS until FROM supervisor_right WHERE on_behalf_of_id = ${anna.personId}::uuid`);
    expect(left).toEqual([{ until: addDays(today, -1) }]);
  });

  it('who ends it and who gives a right at the same moment leave no right to an employee', async () => {
    for (let n = 0; n < 5; n++) {
      const anna = await createPerson(test.db);
      await give(anna.personId);
      const other = await createOrganisation(test.db);
      const version = await versionOf(anna.personId);
      await Promise.all([
        end(anna.personId, 'supervisor', version),
        send('POST', `/api/supervisors/${anna.personId}/rights`, {
          organisationId: other,
          mayApprove: true,
          validFrom: today,
        }),
      ]);
      const [found] = await test.db.query<{ role: string; rights: number }>(sql`
        SELECT a.role, (SELECT count(*)::int FROM supervisor_right r WHERE r.person_id = a.person_id AND r.valid_until IS NULL) AS rights
          FROM account a WHERE a.person_id = ${anna.personId}::uuid`);
      expect(found).toEqual(found?.rights === 0 ? { role: 'employee', rights: 0 } : { role: 'supervisor', rights: 1 });
    }
  });

  it('who ends it while others name them substitute leaves none, and fails at nothing', async () => {
    const sam = await createSupervisor(test.db, organisationId, { validFrom: '2026-01-01' });
    const client = await signInAs(test.app, sam);
    for (let n = 0; n < 8; n++) {
      const anna = await createPerson(test.db);
      await give(anna.personId);
      const version = await versionOf(anna.personId);
      const name = (validFrom: string) =>
        ask(test.app, client, 'POST', '/api/substitutes', {
          personId: anna.personId,
          organisationIds: [organisationId],
          validFrom,
          validUntil: validFrom,
        });
      const [ended, ...named] = await Promise.all([
        end(anna.personId, 'supervisor', version),
        ...[1, 2, 3, 4].map((day) => name(`2026-12-0${day}`)),
      ]);
      expect(ended.status).toBe(200);
      expect(named.every(({ status }) => status === 201 || status === 403)).toBe(true);
      const left = await test.db.query(sql`
        SELECT id FROM supervisor_right WHERE person_id = ${anna.personId}::uuid AND valid_until >= ${today}::date`);
      expect(left).toEqual([]);
    }
  });

  it('only in the version that was seen, and only by the office', async () => {
    const anna = await createPerson(test.db);
    await give(anna.personId);
    expect((await end(anna.personId, 'supervisor', 99)).body.code).toBe('record-changed');
    const own = await signInAs(test.app, anna);
    const { status } = await ask(test.app, own, 'DELETE', `/api/people/${anna.personId}/supervisor`, { version: 1 });
    expect(status).toBe(403);
  });
});

describe('a supervisor is made an employee as well', () => {
  it('and can be placed, with the account that they have', async () => {
    const sam = await createPerson(test.db, { role: 'supervisor' });
    const made = await work(sam.personId, { birthDate: '1980-02-03' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ personId: sam.personId, birthDate: '1980-02-03', role: 'supervisor' });
    expect((await send('GET', `/api/supervisors/${sam.personId}`)).body.employee.id).toBe(made.body.id);
    expect((await work(sam.personId)).body.code).toBe('wrong-state');
  });

  it('not under a number that is taken, nor as a child', async () => {
    const sam = await createPerson(test.db, { role: 'supervisor' });
    const [taken] = await test.db.query<{ number: string }>(
      sql`SELECT personnel_number AS number FROM employee LIMIT 1`,
    );
    const errors = async (rest: object) => (await work(sam.personId, rest)).body.errors;
    expect(await errors({ personnelNumber: taken?.number.toLowerCase() })).toEqual([
      { pointer: '/personnelNumber', code: 'taken' },
    ]);
    expect(await errors({ birthDate: '2020-01-01' })).toEqual([{ pointer: '/birthDate', code: 'too-young' }]);
  });

  it('no more, as long as nobody placed them', async () => {
    const sam = await createPerson(test.db, { role: 'supervisor' });
    const employeeId = (await work(sam.personId)).body.id;
    const ended = await end(sam.personId, 'employee');
    expect([ended.status, ended.body.employee]).toEqual([200, null]);
    await work(sam.personId);
    const again = (await send('GET', `/api/supervisors/${sam.personId}`)).body.employee.id;
    expect(again).not.toBe(employeeId);
    await createPlacement(test.db, { ...sam, employeeId: again }, organisationId);
    expect((await end(sam.personId, 'employee')).body.code).toBe('has-placements');
    expect((await send('GET', `/api/supervisors/${sam.personId}`)).body.employee.id).toBe(again);
  });
});

describe('the same person is not made twice', () => {
  const make = (rest: object) =>
    send('POST', '/api/employees', {
      firstName: 'Noor',
      lastName: 'Zeldzaam',
      personnelNumber: `N-${++numbers}`,
      ...rest,
    });

  it('who has the name is shown first, whatever its letters, and added all the same when it is somebody else', async () => {
    const first = await make({ birthDate: '1990-01-02' });
    expect(first.status).toBe(201);
    const second = await make({ firstName: 'NOOR', lastName: 'Zéldzaam' });
    expect([second.status, second.body.code]).toEqual([409, 'looks-like-somebody']);
    expect(second.body.people).toEqual([
      {
        personId: first.body.personId,
        employeeId: first.body.id,
        personnelNumber: first.body.personnelNumber,
        name: 'Noor Zeldzaam',
        isSupervisor: false,
        email: null,
      },
    ]);
    expect((await make({ birthDate: '1991-01-02' })).status).toBe(201);
    expect((await make({ isAnother: true })).status).toBe(201);
  });

  it('nor by ten who add the same one at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => make({ firstName: 'Tien', lastName: 'Tegelijk' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)]);
  });

  it('a supervisor under the address of an employee is told whose it is', async () => {
    const { body: employee } = await make({ lastName: 'Anders', email: 'noor@werk.example' });
    const made = await send('POST', '/api/supervisors', {
      firstName: 'N.',
      lastName: 'Anders',
      email: 'Noor@werk.example',
      rights: [],
    });
    expect(made.body.errors).toEqual([{ pointer: '/email', code: 'taken' }]);
    expect(made.body.people).toMatchObject([{ employeeId: employee.id, name: 'Noor Anders' }]);
  });
});

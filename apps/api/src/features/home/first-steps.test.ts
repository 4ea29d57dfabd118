import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createInvited,
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  giveRight,
} from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInAs(test.app, await createPerson(test.db, { role: 'staff' }));
});
const office = async () => (await ask(test.app, staff, 'GET', '/api/home')).body.office;
const done = async () => {
  const { mailFailure, ...steps } = (await office()).firstSteps;
  return Object.keys(steps).filter((step) => steps[step]);
};

describe('the first steps of an agency', () => {
  it('are ticked by what is there, and gone once hours were approved', async () => {
    expect(await done()).toEqual([]);
    await test.db.query(sql`UPDATE agency SET version = version + 1`);
    const organisationId = await createOrganisation(test.db);
    const [anna, sam] = [await createInvited(test.db), await createPerson(test.db, { role: 'supervisor' })];
    expect(await done()).toEqual(['settings', 'organisation', 'employee']);
    const placementId = await createPlacement(test.db, anna, organisationId);
    await createRate(test.db, placementId);
    await giveRight(test.db, sam, organisationId);
    await ask(test.app, staff, 'POST', '/api/office/employees/invite', { states: ['new'] });
    expect(await done()).toEqual([
      'settings',
      'organisation',
      'employee',
      'placement',
      'rates',
      'supervisor',
      'invited',
    ]);
    await test.db.query(sql`UPDATE mail SET failure = 'wrong-password'`);
    expect((await office()).firstSteps).toMatchObject({ mail: false, mailFailure: 'wrong-password' });
    await test.db.query(sql`UPDATE mail SET sent_at = now(), failure = NULL`);
    expect((await office()).firstSteps).toMatchObject({ mail: true, mailFailure: null });
  });
});

describe('whom an invitation did not reach', () => {
  it('is told to the office as many as its lists hold: who works today, and supervisors', async () => {
    const organisationId = await createOrganisation(test.db);
    const placed = await createInvited(test.db);
    await createPlacement(test.db, placed, organisationId);
    const notPlaced = await createInvited(test.db);
    const supervisor = await createInvited(test.db, { role: 'supervisor' });
    await test.db.query(
      sql`UPDATE person SET last_name = 'Onbereikt' WHERE id IN (${placed.personId}::uuid, ${notPlaced.personId}::uuid)`,
    );
    const before = (await office()).unreached;
    await ask(test.app, staff, 'POST', '/api/office/employees/invite', { q: 'Onbereikt', states: ['new'] });
    await ask(test.app, staff, 'POST', '/api/office/supervisors/invite', { states: ['new'] });
    await test.db.query(
      sql`UPDATE account_link SET expires_at = now() WHERE account_id IN (${placed.accountId}::uuid, ${notPlaced.accountId}::uuid)`,
    );
    await test.db.query(
      sql`UPDATE mail SET sent_at = now() WHERE account_id IN (${placed.accountId}::uuid, ${notPlaced.accountId}::uuid)`,
    );
    await test.db.query(
      sql`UPDATE mail SET failed_at = now(), failure = 'address-refused' WHERE account_id = ${supervisor.accountId}::uuid`,
    );
    const { employees, supervisors } = (await office()).unreached;
    expect(employees.expired).toBe(before.employees.expired + 1);
    expect(supervisors['not-delivered']).toBe(before.supervisors['not-delivered'] + 1);
    const list = await ask(test.app, staff, 'GET', '/api/office/employees?account=expired&placed=now');
    expect(list.body.total).toBe(employees.expired);
  });
});

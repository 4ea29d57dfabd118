import { unreachedIn } from '@konnekt/shared/home/unreached';
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
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
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
  it('is told to the office as many as its lists hold: who works or is to work, and supervisors', async () => {
    const organisationId = await createOrganisation(test.db);
    const placed = await createInvited(test.db);
    await createPlacement(test.db, placed, organisationId);
    const toCome = await createInvited(test.db);
    await createPlacement(test.db, toCome, organisationId, { startsOn: '2026-12-28' });
    const notPlaced = await createInvited(test.db);
    const gone = await createInvited(test.db);
    await createPlacement(test.db, gone, organisationId, { startsOn: '2026-01-05', endsOn: '2026-10-02' });
    const invited = [placed, toCome, notPlaced, gone];
    const accountIds = invited.map(({ accountId }) => accountId);
    const supervisor = await createInvited(test.db, { role: 'supervisor' });
    await test.db.query(
      sql`UPDATE person SET last_name = 'Onbereikt' WHERE id = ANY(${invited.map(({ personId }) => personId)}::uuid[])`,
    );
    const before = (await office()).unreached;
    await ask(test.app, staff, 'POST', '/api/office/employees/invite', { q: 'Onbereikt', states: ['new'] });
    await ask(test.app, staff, 'POST', '/api/office/supervisors/invite', { states: ['new'] });
    await test.db.query(sql`UPDATE account_link SET expires_at = now() WHERE account_id = ANY(${accountIds}::uuid[])`);
    await test.db.query(sql`UPDATE mail SET sent_at = now() WHERE account_id = ANY(${accountIds}::uuid[])`);
    await test.db.query(
      sql`UPDATE mail SET failed_at = now(), failure = 'address-refused' WHERE account_id = ${supervisor.accountId}::uuid`,
    );
    const { employees, supervisors } = (await office()).unreached;
    expect(employees.expired).toBe(before.employees.expired + 3);
    expect(supervisors['not-delivered']).toBe(before.supervisors['not-delivered'] + 1);
    const behind = new URLSearchParams(unreachedIn.employees);
    const list = await ask(test.app, staff, 'GET', `/api/office/employees?account=expired&${behind}`);
    expect(list.body.total).toBe(employees.expired);
    const ids = list.body.items.map(({ id }: { id: string }) => id);
    expect(ids.toSorted()).toEqual([placed, toCome, notPlaced].map(({ employeeId }) => employeeId).toSorted());
    const { body: counts } = await ask(test.app, staff, 'GET', `/api/office/employees/invitable?${behind}`);
    expect(counts.expired).toBe(employees.expired);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let employee: Client;
let supervisor: Client;
let organisationId: string;
let placementId: string;
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db);
  const person = await createPerson(db);
  staff = await signInNew(test, 'staff');
  employee = await signInAs(app, person);
  supervisor = await signInSupervisor(test, organisationId, { mayRegister: true });
  placementId = await createPlacement(db, person, organisationId);
});

const christmas = { date: '2026-12-25', nameNl: 'Eerste kerstdag', nameEn: 'Christmas Day' };
const boxing = { date: '2026-12-26', nameNl: 'Tweede kerstdag', nameEn: 'Boxing Day' };
const monday = { date: '2026-11-16', nameNl: 'Bedrijfsdag', nameEn: 'Company day' };
const put = (body: object) =>
  ask(test.app, staff, 'PUT', '/api/office/holidays', { organisationId: null, year: 2026, ...body });
const get = async (query = '') => (await ask(test.app, staff, 'GET', `/api/office/holidays?year=2026${query}`)).body;
const entry = async () =>
  (await ask(test.app, employee, 'GET', `/api/placements/${placementId}/entry?year=2026&number=47`)).body;

describe('public holidays', () => {
  it('are the agency’s list, by day, in the version that was read', async () => {
    expect(await get()).toMatchObject({ version: 0, isOwn: false, days: [] });
    expect((await put({ version: 0, days: [boxing, christmas] })).body).toMatchObject({
      version: 1,
      isOwn: true,
      days: [christmas, boxing],
    });
    expect(await put({ version: 0, days: [] })).toMatchObject({
      status: 409,
      body: { code: 'record-changed', version: 1 },
    });
    const both = await Promise.all([put({ version: 1, days: [christmas] }), put({ version: 1, days: [boxing] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await put({ version: 2, days: [christmas, boxing] });
  });

  it('hold at a client until it has a list of its own, and again once that is gone', async () => {
    const here = `&organisationId=${organisationId}`;
    expect(await get(here)).toMatchObject({ version: 0, isOwn: false, days: [christmas, boxing] });
    await put({ organisationId, version: 0, days: [monday] });
    expect(await get(here)).toMatchObject({ version: 1, isOwn: true, days: [monday] });
    expect((await entry()).holidays).toEqual([monday]);
    const query = `periodType=week&year=2026&period=47&organisationId=${organisationId}`;
    const { organisations } = (await ask(test.app, supervisor, 'GET', `/api/registration?${query}`)).body;
    expect(organisations[0].holidays).toEqual([monday]);
    await put({ organisationId, version: 1, days: null });
    expect(await get(here)).toMatchObject({ version: 0, isOwn: false, days: [christmas, boxing] });
    expect((await entry()).holidays).toEqual([]);
    expect(
      (
        await ask(
          test.app,
          staff,
          'GET',
          '/api/office/holidays?year=2026&organisationId=019ad0c4-0000-7000-8000-000000000000',
        )
      ).status,
    ).toBe(404);
  });

  it('refuses a day twice, and one of another year, at its field', async () => {
    const { body } = await put({ version: 3, days: [christmas, christmas, { ...boxing, date: '2027-12-26' }] });
    expect(body.errors).toEqual([
      { pointer: '/days/1/date', code: 'duplicate' },
      { pointer: '/days/2/date', code: 'other-year' },
    ]);
  });

  it('are warned of where somebody worked on one', async () => {
    await put({ organisationId, version: 0, days: [monday] });
    const lines = [{ hourTypeId: normal, date: '2026-11-16', minutes: 480 }];
    const { body } = await ask(test.app, employee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number: 47,
      lines,
    });
    expect(body.warnings).toEqual([{ code: 'public-holiday', limitMinutes: 0, foundMinutes: 480, date: '2026-11-16' }]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  hourTypeId,
  placementFields,
} from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let normal: string;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
  normal = await hourTypeId(test.db);
});

const post = (path: string, body: object) => ask(test.app, staff, 'POST', path, body);
const read = async (id: string) => (await ask(test.app, staff, 'GET', `/api/placements/${id}`)).body;

async function fieldsOf(rest: object = {}) {
  const employee = await createPerson(test.db);
  return {
    employeeId: employee.employeeId,
    organisationId: await createOrganisation(test.db),
    ...placementFields,
    ...rest,
  };
}

/** A placement whose employee sent hours of Monday 16 November; approved and finalised where asked. */
async function withHours(until: 'sent' | 'finalised' = 'sent') {
  const employee = await createPerson(test.db);
  const organisationId = await createOrganisation(test.db);
  const id = await createPlacement(test.db, employee, organisationId);
  const asEmployee = await signInAs(test.app, employee);
  const lines = [{ hourTypeId: normal, date: '2026-11-18', minutes: 480 }];
  const sent = await sendHours(test, asEmployee, id, { lines });
  if (until === 'finalised') {
    const asSupervisor = await signInSupervisor(test, organisationId);
    const decide = (client: Client, decision: string, version: number) =>
      ask(test.app, client, 'POST', `/api/worksheets/${decision}`, { items: [{ id: sent.id, version }] });
    await decide(asSupervisor, 'approve', sent.version);
    await decide(staff, 'finalise', sent.version + 1);
  }
  const { version: _v, number: _n, ...fields } = await read(id);
  return { id, fields, employee: asEmployee };
}

describe('POST /api/placements', () => {
  it('keeps all of it and gives the next free number', async () => {
    const fields = await fieldsOf({ endsOn: '2026-12-31', budgetNumber: 'BN-1' });
    const { status, body } = await post('/api/placements', fields);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...fields, version: 1, rates: [], hasWorksheets: false, finalisedUntil: null });
    expect(body.number).toMatch(/^\d+$/);
  });

  it('says at each field what is wrong with it', async () => {
    const fields = await fieldsOf({ endsOn: '2025-12-31' });
    expect((await post('/api/placements', fields)).body.errors).toEqual([{ pointer: '/endsOn', code: 'before-start' }]);
    const unknown = await post('/api/placements', await fieldsOf({ employeeId: crypto.randomUUID() }));
    expect(unknown.body.errors).toEqual([{ pointer: '/employeeId', code: 'unknown' }]);
    const left = await fieldsOf();
    await test.db.prisma.organisation.update({ where: { id: left.organisationId }, data: { isActive: false } });
    expect((await post('/api/placements', left)).body.errors).toEqual([
      { pointer: '/organisationId', code: 'organisation-inactive' },
    ]);
  });
});

describe('PUT /api/placements/:id', () => {
  const save = (id: string, body: object) => ask(test.app, staff, 'PUT', `/api/placements/${id}`, body);

  it('ends a placement after the last sent hours, not before: it says which week', async () => {
    const { id, fields } = await withHours();
    const early = await save(id, { ...fields, endsOn: '2026-11-17', version: 1 });
    expect(early.body.errors).toEqual([
      {
        pointer: '/endsOn',
        code: 'sent-hours-outside',
        values: { type: 'week', year: 2026, number: 47, startsOn: '2026-11-16' },
      },
    ]);
    const late = await save(id, { ...fields, startsOn: '2026-11-19', version: 1 });
    expect(late.body.errors).toMatchObject([{ pointer: '/startsOn', code: 'sent-hours-outside' }]);
    expect((await save(id, { ...fields, endsOn: '2026-11-18', version: 1 })).body).toMatchObject({
      endsOn: '2026-11-18',
      version: 2,
    });
  });

  it('tells before which hours would fall outside, sent or only saved; to the office alone', async () => {
    const { id, employee } = await withHours();
    const lines = [{ hourTypeId: normal, date: '2026-11-12', minutes: 240 }];
    await ask(test.app, employee, 'POST', '/api/worksheets', { placementId: id, year: 2026, number: 46, lines });
    const outside = async (query: string, client = staff) =>
      ask(test.app, client, 'GET', `/api/placements/${id}/hours-outside?${query}`);
    expect((await outside('startsOn=2026-01-01&endsOn=2026-11-10')).body.items).toMatchObject([
      { period: { number: 46 }, status: 'draft', minutes: 240 },
      { period: { number: 47 }, status: 'submitted' },
    ]);
    expect((await outside('startsOn=2026-11-14')).body.items).toMatchObject([{ status: 'draft' }]);
    expect((await outside('startsOn=2026-01-01')).body.items).toEqual([]);
    expect((await outside('startsOn=2026-01-01', employee)).status).toBe(403);
  });

  it('moves nobody who has worksheets', async () => {
    const { id, fields } = await withHours();
    const other = await fieldsOf({ periodType: 'month' });
    const { employeeId, organisationId, periodType } = other;
    const { body } = await save(id, { ...fields, employeeId, organisationId, periodType, version: 1 });
    expect(body.errors).toEqual(
      ['/employeeId', '/organisationId', '/periodType'].map((pointer) => ({ pointer, code: 'has-worksheets' })),
    );
  });

  it('of two people who save the same version lets one win', async () => {
    const fields = await fieldsOf();
    const { body: made } = await post('/api/placements', fields);
    const change = (functionName: string) => save(made.id, { ...fields, functionName, version: 1 });
    const answers = await Promise.all([change('Draaier'), change('Frezer')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'record-changed', version: 2 });
  });
});

describe('rates', () => {
  const rate = (payCents: number, billCents: number) => ({ hourTypeId: normal, payCents, billCents });
  const give = (id: string, version: number, validFrom: string, rates = [rate(1680, 3024)]) =>
    post(`/api/placements/${id}/rates`, { version, validFrom, rates });

  const takeBack = (id: string) => ask(test.app, staff, 'DELETE', `/api/placement-rates/${id}`);

  it('are a new row from a day on; the one before stays', async () => {
    const { body: made } = await post('/api/placements', await fieldsOf());
    await give(made.id, 1, '2026-01-01');
    const { status, body } = await give(made.id, 2, '2026-12-01', [rate(1720, 3096)]);
    expect(status).toBe(201);
    expect(body.version).toBe(3);
    expect(body.rates).toMatchObject([
      { validFrom: '2026-12-01', payCents: 1720, billCents: 3096 },
      { validFrom: '2026-01-01', payCents: 1680, billCents: 3024 },
    ]);
  });

  it('are mended or taken back as long as no hours of their time are final', async () => {
    const { body: made } = await post('/api/placements', await fieldsOf());
    await give(made.id, 1, '2026-11-21', [rate(1680, 30240)]);
    const { status, body } = await give(made.id, 2, '2026-11-21');
    expect([status, body.rates.length, body.rates[0].billCents]).toEqual([201, 1, 3024]);
    const { rates } = (await give(made.id, 3, '2026-11-22', [rate(1700, 3060)])).body;
    for (const { id } of rates) expect((await takeBack(id)).status).toBe(200);
    expect((await read(made.id)).rates).toEqual([]);
    expect((await takeBack(rates[0].id)).status).toBe(404);
  });

  it('that final hours were paid at never change', async () => {
    const { id } = await withHours('finalised');
    await createRate(test.db, id, { validFrom: '2026-11-18' });
    expect((await give(id, 1, '2026-11-18', [rate(9900, 9900)])).status).toBe(409);
    const { body } = await give(id, 1, '2026-11-19');
    const [later, final] = body.rates;
    expect((await takeBack(final.id)).body.code).toBe('rate-changes-the-past');
    expect((await takeBack(later.id)).body.rates).toMatchObject([{ id: final.id, payCents: final.payCents }]);
  });

  it('begin after the last finalised hours', async () => {
    const { id } = await withHours('finalised');
    const { body } = await give(id, 1, '2026-11-18');
    expect(body).toMatchObject({
      code: 'rate-changes-the-past',
      errors: [{ pointer: '/validFrom', code: 'rate-changes-the-past', values: { day: '2026-11-18' } }],
    });
    expect(await read(id)).toMatchObject({ version: 1, rates: [] });
    expect((await give(id, 1, '2026-11-19')).status).toBe(201);
  });

  it('given by two at once are given by one', async () => {
    const { body: made } = await post('/api/placements', await fieldsOf());
    const answers = await Promise.all([give(made.id, 1, '2026-12-01'), give(made.id, 1, '2026-12-08')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are whole cents, one per hour type, and of the placement’s time', async () => {
    const { body: made } = await post('/api/placements', await fieldsOf({ endsOn: '2026-12-31' }));
    expect((await give(made.id, 1, '2026-12-01', [rate(16.8, 3024)])).status).toBe(400);
    const twice = await give(made.id, 1, '2026-12-01', [rate(1, 2), rate(3, 4)]);
    expect(twice.body.errors).toEqual([{ pointer: '/rates/1/hourTypeId', code: 'duplicate' }]);
    const after = await give(made.id, 1, '2027-01-01');
    expect(after.body.errors).toEqual([{ pointer: '/validFrom', code: 'after-placement' }]);
  });
});

describe('GET /api/office/placements', () => {
  it('filters by client, employee, time and missing rates, and sorts by each column', async () => {
    const fields = await fieldsOf({ startsOn: '2026-12-01' });
    const { body: made } = await post('/api/placements', fields);
    const list = async (query: string) => (await ask(test.app, staff, 'GET', `/api/office/placements?${query}`)).body;
    const here = `organisationId=${fields.organisationId}&employeeId=${fields.employeeId}`;
    expect((await list(`${here}&running=future&lacks=rates`)).items).toMatchObject([{ id: made.id, hasRates: false }]);
    expect((await list(`${here}&running=now`)).total).toBe(0);
    await createRate(test.db, made.id);
    expect((await list(`${here}&lacks=rates`)).total).toBe(0);
    for (const sort of ['employee', 'organisation', 'number', 'starts']) {
      const ids = async (order: string) => {
        const first = await list(`sort=${order}&limit=3`);
        const rest = await list(`sort=${order}&limit=500&cursor=${first.nextCursor}`);
        return [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
      };
      const up = await ids(sort);
      expect(up.length, sort).toBeGreaterThan(4);
      expect(await ids(`-${sort}`), sort).toEqual([...up].reverse());
    }
  });
});

describe('hour types without a rate', () => {
  it('are counted among those that are paid, in use and allowed at the client, until each has one', async () => {
    const organisationId = await createOrganisation(test.db);
    const id = await createPlacement(test.db, await createPerson(test.db), organisationId);
    const all = (await read(id)).typesWithoutRate;
    await createRate(test.db, id);
    await createRate(test.db, id, { code: 'O125', validFrom: '2027-01-01' });
    expect((await read(id)).typesWithoutRate).toBe(all - 1);
    await test.db.prisma.organisationHourType.createMany({
      data: [normal, await hourTypeId(test.db, 'O125')].map((hourType) => ({ organisationId, hourTypeId: hourType })),
    });
    const row = async () =>
      (await ask(test.app, staff, 'GET', `/api/office/placements?organisationId=${organisationId}`)).body.items[0];
    expect(await row()).toMatchObject({ id, typesWithoutRate: 1 });
    await createRate(test.db, id, { code: 'O125' });
    expect(await row()).toMatchObject({ id, typesWithoutRate: 0 });
    const over = await createPlacement(test.db, await createPerson(test.db), organisationId, { endsOn: '2026-02-01' });
    expect((await read(over)).typesWithoutRate).toBe(0);
  });
});

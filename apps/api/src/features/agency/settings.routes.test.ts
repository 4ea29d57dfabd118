import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let admin: Client;
let staff: Client;

beforeAll(async () => {
  admin = await signInNew(test, 'admin');
  staff = await signInNew(test, 'staff');
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
let settings: any;
beforeEach(async () => {
  settings = (await ask(test.app, admin, 'GET', '/api/settings')).body;
});
const save = (changes: object) => ask(test.app, admin, 'PUT', '/api/settings', { ...settings, ...changes });
const fourWeeks = (year: number) =>
  test.db.query<{ number: number; endsOn: string }>(sql`
    SELECT number, ends_on AS "endsOn" FROM period WHERE type = 'four-weeks' AND year = ${year}::int ORDER BY number`);

describe('PUT /api/settings', () => {
  it('keeps them, and everybody sees the look of the agency', async () => {
    const changed = {
      name: 'Vlot Werk',
      iban: 'NL91 ABNA 0417 1643 00',
      warningLimits: { week: 2880 },
      standsOutFromPlannedMinutes: 120,
    };
    const { status, body } = await save(changed);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...changed, iban: 'NL91ABNA0417164300', version: settings.version + 1 });
    const { body: agency } = await ask(test.app, undefined, 'GET', '/api/agency');
    expect(agency).toMatchObject({ name: 'Vlot Werk' });
  });

  it('says at each field what is wrong with it', async () => {
    const { body } = await save({
      accentColour: 'red',
      iban: 'NL00ABNA0417164300',
      postcode: '12',
      warningLimits: { shift: -1 },
    });
    expect(body.errors).toEqual([
      { pointer: '/accentColour', code: 'invalid' },
      { pointer: '/postcode', code: 'postcode' },
      { pointer: '/iban', code: 'iban' },
      { pointer: '/warningLimits/shift', code: 'too-small' },
    ]);
  });

  it('of two admins who save the same version lets one win', async () => {
    const answers = await Promise.all([save({ name: 'Een' }), save({ name: 'Twee' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'record-changed', changedBy: expect.any(String) });
  });

  it.each(['invoicing', 'bookkeeping', 'reminders'])(
    'of two admins who save the same version of %s lets one win',
    async (part) => {
      const path = `/api/settings/${part}`;
      const { body } = await ask(test.app, admin, 'GET', path);
      const answers = await Promise.all([1, 2].map(() => ask(test.app, admin, 'PUT', path, body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'record-changed' });
      expect(answers.find(({ status }) => status === 200)?.body).toEqual({ ...body, version: body.version + 1 });
      settings = (await ask(test.app, admin, 'GET', '/api/settings')).body;
    },
  );

  it('makes the periods of a year with a week 53 anew, both ways', async () => {
    const before = await fourWeeks(2026);
    expect((await save({ weekFiftyThree: 'separate-week' })).status).toBe(200);
    const after = await fourWeeks(2026);
    expect(after.slice(-2)).toEqual([
      { number: 13, endsOn: '2026-12-27' },
      { number: 14, endsOn: '2027-01-03' },
    ]);
    settings = (await ask(test.app, admin, 'GET', '/api/settings')).body;
    expect((await save({ weekFiftyThree: 'long-last-period' })).status).toBe(200);
    expect(await fourWeeks(2026)).toEqual(before);
  });

  it('leaves a period that has worksheets as it is, and says which', async () => {
    const employee = await createPerson(test.db);
    const options = { periodType: 'four-weeks' as const };
    const placementId = await createPlacement(test.db, employee, await createOrganisation(test.db), options);
    const [period] = await test.db.query<{ id: string }>(
      sql`SELECT id FROM period WHERE type = 'four-weeks' AND year = 2026 AND number = 13`,
    );
    await test.db.query(sql`
      INSERT INTO worksheet (placement_id, employee_id, organisation_id, period_id, period_start, period_end, filled_by)
      SELECT p.id, p.employee_id, p.organisation_id, pe.id, pe.starts_on, pe.ends_on, 'employee'
        FROM placement p, period pe WHERE p.id = ${placementId}::uuid AND pe.id = ${period?.id}::uuid`);
    const { body } = await save({ weekFiftyThree: 'separate-week' });
    expect(body.errors).toEqual([
      {
        pointer: '/weekFiftyThree',
        code: 'period-in-use',
        values: { type: 'four-weeks', year: 2026, number: 13, startsOn: '2026-11-30' },
      },
    ]);
    expect((await fourWeeks(2026)).at(-1)).toEqual({ number: 13, endsOn: '2027-01-03' });
    expect((await ask(test.app, admin, 'GET', '/api/settings')).body.version).toBe(settings.version);
  });
});

describe('hour types', () => {
  const standby = {
    code: 'STB',
    nameNl: 'Standby',
    nameEn: 'Standby',
    kind: 'other',
    billShareBp: 5000,
    payShareBp: 5000,
    isWorked: false,
    unit: 'hours',
    forEmployee: false,
    forSupervisor: true,
    payrollCode: 'U900',
    sortOrder: 9,
    isActive: true,
  };

  it('get a code once, which never changes', async () => {
    const made = await ask(test.app, staff, 'POST', '/api/hour-types', standby);
    expect(made.status).toBe(201);
    const again = await ask(test.app, staff, 'POST', '/api/hour-types', standby);
    expect(again.body.errors).toEqual([{ pointer: '/code', code: 'taken' }]);
    const url = `/api/hour-types/${made.body.id}`;
    const saved = await ask(test.app, staff, 'PUT', url, { ...standby, code: 'NEW', nameNl: 'Wacht', version: 1 });
    expect(saved.body).toMatchObject({ code: 'STB', nameNl: 'Wacht', version: 2 });
    const stale = await ask(test.app, staff, 'PUT', url, { ...standby, version: 1 });
    expect(stale.body).toMatchObject({ code: 'record-changed', version: 2 });
  });

  it('out of use are offered no more, and listed still', async () => {
    const { body: made } = await ask(test.app, staff, 'POST', '/api/hour-types', {
      ...standby,
      code: 'OLD',
      isActive: false,
    });
    const offered = (await ask(test.app, staff, 'GET', '/api/hour-types')).body.items;
    const all = (await ask(test.app, staff, 'GET', '/api/office/hour-types')).body.items;
    const has = (items: { id: string }[]) => items.some(({ id }) => id === made.id);
    expect([has(offered), has(all)]).toEqual([false, true]);
  });
});

describe('periods', () => {
  const week = async (number: number) => {
    const { body } = await ask(test.app, staff, 'GET', '/api/office/periods?year=2026');
    return body.items.find((period: { number: number }) => period.number === number);
  };

  it('count their worksheets', async () => {
    const employee = await createPerson(test.db);
    const placementId = await createPlacement(test.db, employee, await createOrganisation(test.db));
    const client = await signInAs(test.app, employee);
    const lines = [{ hourTypeId: await hourTypeId(test.db), date: '2026-11-02', minutes: 60 }];
    await ask(test.app, client, 'POST', '/api/worksheets', { placementId, year: 2026, number: 45, lines });
    expect(await week(45)).toMatchObject({ worksheets: 1, unfinished: 1, closedAt: null });
    expect(await week(46)).toMatchObject({ worksheets: 0, unfinished: 0 });
  });

  it('are closed and opened by one of two who press at once', async () => {
    const { id } = await week(40);
    const press = (act: string) => ask(test.app, staff, 'POST', `/api/periods/${id}/${act}`);
    const answers = await Promise.all([press('close'), press('close')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await week(40)).closedAt).toEqual(expect.any(String));
    expect((await press('reopen')).body.closedAt).toBeNull();
    expect((await press('reopen')).body.code).toBe('record-changed');
  });
});

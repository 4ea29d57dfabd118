import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  giveRight,
  hourTypeId,
  type Person,
} from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
const week47 = { periodType: 'week', year: 2026, period: 47 };

let registrar: Client;
let registrarPerson: Person;
let staff: Client;
let organisationId: string;
let normal: string;
let overtime: string;

beforeAll(async () => {
  const { app, db } = test;
  [normal, overtime] = [await hourTypeId(db), await hourTypeId(db, 'O125')];
  organisationId = await createOrganisation(db, 'Bakkerij Vermeer');
  registrarPerson = await createSupervisor(db, organisationId, {
    isEmployee: true,
    mayRegister: true,
    mayApprove: false,
  });
  registrar = await signInAs(app, registrarPerson);
  staff = await signInNew(test, 'staff');
});

const registered = { hoursBy: 'supervisor' as const };
const newPlacement = async (options = {}, at = organisationId) =>
  createPlacement(test.db, await createPerson(test.db), at, { ...registered, ...options });
const total = (minutes: number, more = {}) => ({ hourTypeId: normal, date: null, minutes, ...more });
const register = (client: Client, act: 'save' | 'send', rows: object[], period: object = week47) =>
  ask(test.app, client, 'POST', `/api/registration/${act}`, { ...period, rows });
const read = async (placementId: string, client = registrar) => {
  const { body } = await ask(test.app, client, 'GET', '/api/registration?periodType=week&year=2026&period=47');
  return body.rows.find(({ placement }: { placement: { id: string } }) => placement.id === placementId);
};

describe('GET /api/registration', () => {
  it('shows the flexible placements of the period, with their state; fixed hours never', async () => {
    const [none, fixed, ended] = [
      await newPlacement(),
      await newPlacement({ basis: 'fixed' }),
      await newPlacement({ endsOn: '2026-11-15' }),
    ];
    const partly = await newPlacement({ startsOn: '2026-11-18', endsOn: '2026-11-20' });
    expect(await read(none)).toMatchObject({ state: 'nothing', closed: null, worksheet: null, plannedMinutes: 2400 });
    expect(await read(fixed)).toBeUndefined();
    expect(await read(ended)).toBeUndefined();
    expect(await read(partly)).toMatchObject({ openFrom: '2026-11-18', openUntil: '2026-11-20', plannedMinutes: 1440 });
  });

  it('shows those whose employee registers, closed and without their hours, with the reason', async () => {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    const employee = await signInAs(test.app, person);
    const lines = [{ hourTypeId: normal, date: '2026-11-16', minutes: 480 }];
    await ask(test.app, employee, 'POST', '/api/worksheets', { placementId, year: 2026, number: 47, lines });
    expect(await read(placementId)).toMatchObject({
      closed: 'registered-by-employee',
      worksheet: null,
      previousLines: [],
    });
  });

  it('offers the organisations and kinds of period of this supervisor only', async () => {
    const elsewhere = await createOrganisation(test.db);
    const foreign = await newPlacement({}, elsewhere);
    const { body } = await ask(test.app, registrar, 'GET', '/api/registration?year=2026&period=47');
    expect(body.organisations).toEqual([
      {
        id: organisationId,
        name: 'Bakkerij Vermeer',
        periodTypes: ['week'],
        hoursFrom: null,
        hourTypeIds: null,
        budgetNumbers: [],
        holidays: [],
      },
    ]);
    expect(body.periodTypes).toEqual(['week']);
    expect(JSON.stringify(body)).not.toContain(foreign);
  });

  it('follows the organisation in its kind of period, where nobody there has the kind that is asked for', async () => {
    const { app, db } = test;
    const person = await createPerson(db, { role: 'supervisor' });
    const [weekly, fourWeekly] = [await createOrganisation(db), await createOrganisation(db)];
    for (const id of [weekly, fourWeekly]) await giveRight(db, person, id, { mayRegister: true });
    const inWeeks = await newPlacement({}, weekly);
    const inFours = await newPlacement({ periodType: 'four-weeks' }, fourWeekly);
    const client = await signInAs(app, person);
    const asked = async (query: string) => {
      const { body } = await ask(app, client, 'GET', `/api/registration?periodType=week&year=2026&period=46${query}`);
      return { ...body.period, people: body.rows.map(({ placement }: { placement: { id: string } }) => placement.id) };
    };
    expect(await asked('')).toMatchObject({ type: 'week', number: 46, people: [inWeeks] });
    // Period 12 holds week 46.
    expect(await asked(`&organisationId=${fourWeekly}`)).toMatchObject({
      type: 'four-weeks',
      number: 12,
      people: [inFours],
    });
    const { body } = await ask(app, client, 'GET', `/api/registration?organisationId=${fourWeekly}`);
    expect(body.period.type).toBe('four-weeks');
    expect(body.organisations.map(({ periodTypes }: { periodTypes: string[] }) => periodTypes)).toContainEqual([
      'four-weeks',
    ]);
    expect(await asked(`&organisationId=${organisationId}`)).toMatchObject({ type: 'week', people: [] });
  });

  it('chooses the period that is wanted now where none is asked for, and says which', async () => {
    const asked = async (query: string) =>
      (await ask(test.app, registrar, 'GET', `/api/registration${query}`)).body.period;
    expect(await asked('')).toEqual({
      type: 'week',
      year: 2026,
      number: 47,
      startsOn: '2026-11-16',
      endsOn: '2026-11-22',
    });
    expect(await asked('?periodType=month')).toMatchObject({ type: 'month', year: 2026, number: 11 });
    expect(await asked('?periodType=four-weeks&year=2026&period=13')).toMatchObject({ endsOn: '2027-01-03' });
  });

  it('says that a period is to come, or closed', async () => {
    const state = async (period: number) =>
      (await ask(test.app, registrar, 'GET', `/api/registration?periodType=week&year=2026&period=${period}`)).body
        .periodState;
    await test.db.query(sql`UPDATE period SET closed_at = now() WHERE type = 'week' AND year = 2026 AND number = 10`);
    expect([await state(47), await state(48), await state(10)]).toEqual(['open', 'future', 'closed']);
    const placementId = await newPlacement();
    expect((await register(registrar, 'save', [{ placementId, lines: [] }], { ...week47, period: 48 })).body.code).toBe(
      'period-in-the-future',
    );
    expect((await register(registrar, 'send', [{ placementId, lines: [] }], { ...week47, period: 10 })).body.code).toBe(
      'period-closed',
    );
  });
});

describe('taking back what was sent', () => {
  const undo = (client: Client, { id, version }: { id: string; version: number }) =>
    ask(test.app, client, 'POST', '/api/worksheets/undo-approval', { items: [{ id, version }] });

  it('makes it to be sent again, for who may register; what was sealed stays', async () => {
    const placementId = await newPlacement();
    const [sent] = (await register(registrar, 'send', [{ placementId, lines: [total(2250)] }])).body.done;
    const { body: refused } = await undo(await signInSupervisor(test, organisationId, { mayApprove: true }), sent);
    expect(refused.refused).toEqual([{ id: sent.id, code: 'not-allowed' }]);

    const [taken] = (await undo(registrar, sent)).body.done;
    expect(await read(placementId)).toMatchObject({ state: 'to-send', worksheet: { status: 'draft' } });
    const home = (await ask(test.app, registrar, 'GET', '/api/home')).body.supervisor;
    expect(home.toSend.items.map((row: { placementId: string }) => row.placementId)).toContain(placementId);
    const row = { placementId, worksheetId: sent.id, version: taken.version, lines: [total(2400)] };
    const { body: again } = await register(registrar, 'send', [row]);
    expect(again.done).toEqual([expect.objectContaining({ status: 'approved', totalMinutes: 2400 })]);
    const { submissions } = (await ask(test.app, registrar, 'GET', `/api/worksheets/${sent.id}`)).body;
    expect(submissions.map(({ totalMinutes }: { totalMinutes: number }) => totalMinutes)).toEqual([2250, 2400]);
  });

  it('works for added hours, too', async () => {
    const placementId = await newPlacement();
    const [sent] = (await register(registrar, 'send', [{ placementId, lines: [total(2250)] }])).body.done;
    const more = { version: sent.version, lines: [total(60)], remark: null };
    const { body: added } = await ask(test.app, registrar, 'POST', `/api/worksheets/${sent.id}/supplements`, more);
    const [taken] = (await undo(registrar, added)).body.done;
    const row = { placementId, worksheetId: added.id, version: taken.version, lines: [total(90)] };
    const { body: again } = await register(registrar, 'send', [row]);
    expect(again.done).toEqual([expect.objectContaining({ id: added.id, status: 'approved', totalMinutes: 90 })]);
  });

  it('is refused in a period that the agency closed', async () => {
    const placementId = await newPlacement();
    const week = { ...week47, period: 12 };
    const [sent] = (await register(registrar, 'send', [{ placementId, lines: [total(60)] }], week)).body.done;
    const close = (closedAt: string | null) =>
      test.db.query(
        sql`UPDATE period SET closed_at = ${closedAt}::timestamptz WHERE type = 'week' AND year = 2026 AND number = 12`,
      );
    await close('2026-11-01');
    expect((await undo(registrar, sent)).body.refused).toEqual([{ id: sent.id, code: 'wrong-state' }]);
    await close(null);
  });
});

describe('a period that the agency closes while hours of it are being sent', () => {
  it('is told as closed, and nothing is sent', async () => {
    const placementId = await newPlacement();
    const close = (closedAt: string | null) =>
      sql`UPDATE period SET closed_at = ${closedAt}::timestamptz WHERE type = 'week' AND year = 2026 AND number = 13`;
    const isWaiting = async (): Promise<void> => {
      const waiting = await test.db.query(
        sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%"placedFrom"%'`,
      );
      if (waiting.length === 0) return isWaiting();
    };
    const sending = await test.db.transaction(null, async (tx) => {
      await tx.query(sql`SELECT FROM placement WHERE id = ${placementId}::uuid FOR UPDATE`);
      const answer = register(registrar, 'send', [{ placementId, lines: [total(60)] }], { ...week47, period: 13 });
      await isWaiting();
      // What hardly waited is not judged again (20 ms): nothing is closed that soon.
      await tx.query(sql`SELECT pg_sleep(0.03)`);
      await tx.query(close('2026-11-01'));
      return { answer };
    });
    const { status, body } = await sending.answer;
    expect([status, body.code]).toEqual([409, 'period-closed']);
    await test.db.query(close(null));
  });
});

describe('hours that the employee began before they became the supervisor’s', () => {
  const lines = () => [{ hourTypeId: normal, date: '2026-11-16', minutes: 480 }];
  async function begunByEmployee() {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    const employee = await signInAs(test.app, person);
    const draft = { placementId, year: 2026, number: 47, lines: lines() };
    const { body: worksheet } = await ask(test.app, employee, 'POST', '/api/worksheets', draft);
    return { placementId, employee, worksheet };
  }
  const nowBySupervisor = (placementId: string) =>
    test.db.query(sql`UPDATE placement SET hours_by = 'supervisor' WHERE id = ${placementId}::uuid`);

  it('stay the employee’s in that period: closed here with the reason, theirs to send', async () => {
    const { placementId, employee, worksheet } = await begunByEmployee();
    await nowBySupervisor(placementId);
    expect(await read(placementId)).toMatchObject({ closed: 'registered-by-employee', worksheet: null });
    const { body } = await register(registrar, 'send', [{ placementId, lines: [total(60)] }]);
    expect(body).toMatchObject({ done: [], refused: [{ placementId, code: 'registered-by-employee' }] });
    const toFill = await ask(test.app, employee, 'GET', '/api/worksheets?phase=to-fill');
    expect(toFill.body.items.map((row: { id: string }) => row.id)).toContain(worksheet.id);
    const sent = await ask(test.app, employee, 'POST', `/api/worksheets/${worksheet.id}/send`, { version: 1 });
    expect(sent.body.status).toBe('submitted');
  });

  it('are never overwritten here, not even after a decline', async () => {
    const { placementId, employee, worksheet } = await begunByEmployee();
    const path = `/api/worksheets/${worksheet.id}`;
    const { body: sent } = await ask(test.app, employee, 'POST', `${path}/send`, { version: 1 });
    await test.db.query(sql`UPDATE worksheet SET status = 'declined' WHERE id = ${worksheet.id}::uuid`);
    await nowBySupervisor(placementId);
    const row = { placementId, worksheetId: worksheet.id, version: sent.version, lines: [total(60)] };
    const { body } = await register(registrar, 'send', [row]);
    expect(body).toMatchObject({ done: [], refused: [{ placementId, code: 'registered-by-employee' }] });
    expect((await ask(test.app, employee, 'GET', path)).body).toMatchObject({ status: 'declined', totalMinutes: 480 });
  });

  it('can still be sent by the supervisor who began them, when they become the employee’s', async () => {
    const placementId = await newPlacement();
    const { body: saved } = await register(registrar, 'save', [{ placementId, lines: [total(2250)] }]);
    await test.db.query(sql`UPDATE placement SET hours_by = 'employee' WHERE id = ${placementId}::uuid`);
    expect(await read(placementId)).toMatchObject({ closed: null, state: 'to-send' });
    const [{ id, version }] = saved.done;
    const { body } = await register(registrar, 'send', [{ placementId, worksheetId: id, version, lines: [total(60)] }]);
    expect(body).toMatchObject({ done: [{ id, status: 'approved' }], refused: [] });
    const later = await newPlacement();
    await test.db.query(sql`UPDATE placement SET hours_by = 'employee' WHERE id = ${later}::uuid`);
    const strange = { placementId: later, worksheetId: id, version: 1, lines: [total(60)] };
    const { body: none } = await register(registrar, 'send', [strange]);
    expect(none).toMatchObject({ done: [], refused: [{ placementId: later, code: 'registered-by-employee' }] });
  });
});

describe('saving and sending', () => {
  it('saves rows to be sent later, shows them on the home page, and sends them: the client’s approval, sealed', async () => {
    const placementId = await newPlacement();
    const saved = (await register(registrar, 'save', [{ placementId, lines: [total(2250)], remark: 'Rustige week' }]))
      .body;
    expect(saved).toMatchObject({
      done: [{ placementId, version: 1, status: 'draft', totalMinutes: 2250 }],
      refused: [],
    });
    const home = (await ask(test.app, registrar, 'GET', '/api/home')).body.supervisor;
    expect(home.toSend.items.map((row: { placementId: string }) => row.placementId)).toContain(placementId);

    const { id, version } = saved.done[0];
    const row = {
      placementId,
      worksheetId: id,
      version,
      lines: [total(2250), { ...total(120), hourTypeId: overtime }],
    };
    const sent = (await register(registrar, 'send', [row])).body;
    expect(sent.done).toEqual([{ placementId, id, version: 2, status: 'approved', totalMinutes: 2370 }]);
    const worksheet = (await ask(test.app, registrar, 'GET', `/api/worksheets/${id}`)).body;
    expect(worksheet.submissions).toEqual([
      expect.objectContaining({ number: 1, sentByName: registrarPerson.name, totalMinutes: 2370 }),
    ]);
    expect(worksheet.history.at(-1)).toMatchObject({
      action: 'send',
      toStatus: 'approved',
      actorName: registrarPerson.name,
      submissionNumber: 1,
    });
    expect(await read(placementId)).toMatchObject({ state: 'sent' });
  });

  it('sends what was never saved', async () => {
    const placementId = await newPlacement();
    const { body } = await register(registrar, 'send', [{ placementId, lines: [total(480)] }]);
    expect(body.done).toEqual([expect.objectContaining({ version: 1, status: 'approved' })]);
  });

  it('comes back from the agency with the reason, and is mended and sent again', async () => {
    const placementId = await newPlacement();
    const sent = (await register(registrar, 'send', [{ placementId, lines: [total(480)] }])).body.done[0];
    await ask(test.app, staff, 'POST', '/api/worksheets/refuse', {
      items: [{ id: sent.id, version: sent.version }],
      reason: 'Te weinig',
    });
    expect(await read(placementId)).toMatchObject({
      state: 'to-send',
      worksheet: { returned: { reason: 'Te weinig', isAsItWas: true } },
    });
    const home = (await ask(test.app, registrar, 'GET', '/api/home')).body.supervisor;
    expect(home.toSend.items.find((row: { id: string }) => row.id === sent.id)).toMatchObject({
      status: 'declined',
      returned: { reason: 'Te weinig', by: expect.any(String), at: expect.any(String) },
    });
    const row = { placementId, worksheetId: sent.id, version: 2, lines: [total(600)] };
    await register(registrar, 'save', [row]);
    expect(await read(placementId)).toMatchObject({ worksheet: { version: 3, returned: { isAsItWas: false } } });
    expect((await register(registrar, 'send', [{ ...row, version: 3 }])).body.done).toEqual([
      expect.objectContaining({ version: 4, totalMinutes: 600 }),
    ]);
    expect((await ask(test.app, registrar, 'GET', `/api/worksheets/${sent.id}`)).body.submissions).toHaveLength(2);
  });

  it('adds hours to what was sent as a supplement, which is approved by sending it', async () => {
    const placementId = await newPlacement();
    const { id, version } = (await register(registrar, 'send', [{ placementId, lines: [total(480)] }])).body.done[0];
    const { body } = await ask(test.app, registrar, 'POST', `/api/worksheets/${id}/supplements`, {
      version,
      lines: [total(60)],
    });
    expect(body).toMatchObject({ kind: 'supplement', sequence: 2, status: 'approved', totalMinutes: 60 });
    expect(await read(placementId)).toMatchObject({ state: 'with-supplements', supplements: [{ totalMinutes: 60 }] });
  });

  it('mends added hours that the agency sent back, and sends them again; they are never saved', async () => {
    const placementId = await newPlacement();
    const { id, version } = (await register(registrar, 'send', [{ placementId, lines: [total(480)] }])).body.done[0];
    const added = await ask(test.app, registrar, 'POST', `/api/worksheets/${id}/supplements`, {
      version,
      lines: [total(60)],
    });
    const items = [{ id: added.body.id, version: added.body.version }];
    await ask(test.app, staff, 'POST', '/api/worksheets/refuse', { items, reason: 'Dubbel' });
    expect(await read(placementId)).toMatchObject({
      state: 'to-send',
      worksheet: { id, returned: null },
      supplements: [{ id: added.body.id, version: 2, status: 'declined', returned: { reason: 'Dubbel' } }],
    });

    const row = { placementId, worksheetId: added.body.id, version: 2, lines: [total(30)] };
    expect((await register(registrar, 'save', [row])).body.refused).toEqual([
      { placementId, code: 'wrong-state', errors: [] },
    ]);
    expect((await register(registrar, 'send', [{ ...row, version: 1 }])).body.refused).toEqual([
      { placementId, code: 'changed', errors: [] },
    ]);
    expect((await register(registrar, 'send', [row])).body.done).toEqual([
      { placementId, id: added.body.id, version: 3, status: 'approved', totalMinutes: 30 },
    ]);
    expect(await read(placementId)).toMatchObject({
      state: 'with-supplements',
      worksheet: { id, totalMinutes: 480 },
      supplements: [{ totalMinutes: 30, status: 'approved', returned: null }],
    });
    const { submissions } = (await ask(test.app, registrar, 'GET', `/api/worksheets/${added.body.id}`)).body;
    expect(submissions.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
  });

  it('answers for each row: what is wrong at its field, and the good ones done', async () => {
    const needy = await createOrganisation(test.db);
    await test.db.query(sql`UPDATE organisation SET requires_budget_number = true WHERE id = ${needy}::uuid`);
    await giveRight(test.db, registrarPerson, needy, { mayRegister: true });
    const [good, tooLong, demanding] = [await newPlacement(), await newPlacement(), await newPlacement({}, needy)];
    const byEmployee = await createPlacement(test.db, await createPerson(test.db), organisationId);
    const own = await createPlacement(test.db, registrarPerson, organisationId, registered);
    const foreign = await newPlacement({}, await createOrganisation(test.db));
    const ended = await newPlacement({ endsOn: '2026-11-01' });
    const rows = [
      { placementId: good, lines: [total(480)] },
      {
        placementId: tooLong,
        lines: [total(7 * 1440 + 1), { ...total(60), hourTypeId: '01900000-0000-7000-8000-000000000000' }],
      },
      { placementId: demanding, lines: [total(480), total(60, { budgetNumber: 'BN-1' })] },
      ...[byEmployee, own, foreign, ended].map((placementId) => ({ placementId, lines: [total(480)] })),
    ];
    const { status, body } = await register(registrar, 'send', rows);
    expect(status).toBe(200);
    expect(body.done.map((row: { placementId: string }) => row.placementId)).toEqual([good]);
    expect(
      Object.fromEntries(body.refused.map(({ placementId, ...why }: { placementId: string }) => [placementId, why])),
    ).toEqual({
      [tooLong]: {
        code: 'invalid-input',
        errors: expect.arrayContaining([
          { pointer: '/lines/1/hourTypeId', code: 'unknown-hour-type' },
          { pointer: expect.stringMatching(/minutes$/), code: 'period-overfull' },
        ]),
      },
      [demanding]: {
        code: 'invalid-input',
        errors: [{ pointer: '/lines/0/budgetNumber', code: 'budget-number-missing' }],
      },
      [byEmployee]: { code: 'registered-by-employee', errors: [] },
      [own]: { code: 'own-hours', errors: [] },
      [foreign]: { code: 'not-yours', errors: [] },
      [ended]: { code: 'period-outside-placement', errors: [] },
    });
  });

  it('refuses what somebody else saved or sent meanwhile, and keeps theirs', async () => {
    const placementId = await newPlacement();
    const first = (await register(registrar, 'save', [{ placementId, lines: [total(480)] }])).body.done[0];
    await register(registrar, 'save', [{ placementId, worksheetId: first.id, version: 1, lines: [total(540)] }]);
    for (const row of [{ worksheetId: first.id, version: 1 }, {}]) {
      const { body } = await register(registrar, 'send', [{ placementId, ...row, lines: [total(1)] }]);
      expect(body.refused).toEqual([{ placementId, code: 'changed', errors: [] }]);
    }
    expect(await read(placementId)).toMatchObject({ worksheet: { totalMinutes: 540, version: 2 } });
    await register(registrar, 'send', [{ placementId, worksheetId: first.id, version: 2, lines: [total(540)] }]);
    const late = await register(registrar, 'save', [
      { placementId, worksheetId: first.id, version: 3, lines: [total(1)] },
    ]);
    expect(late.body.refused).toEqual([{ placementId, code: 'wrong-state', errors: [] }]);
  });

  it('sends 300 in one request; of two registrars at the same moment each line counts once', async () => {
    const second = await createPerson(test.db, { role: 'supervisor' });
    const busy = await createOrganisation(test.db);
    for (const person of [registrarPerson, second]) await giveRight(test.db, person, busy, { mayRegister: true });
    const other = await signInAs(test.app, second);
    const placementIds: string[] = [];
    for (let i = 0; i < 300; i += 30)
      placementIds.push(...(await Promise.all(Array.from({ length: 30 }, () => newPlacement({}, busy)))));
    const rows = placementIds.map((placementId, n) => ({
      placementId,
      lines: [total(480 + n), { ...total(n), hourTypeId: overtime }],
    }));
    const [one, two] = await Promise.all([
      register(registrar, 'send', rows),
      register(other, 'send', rows.toReversed()),
    ]);
    expect(one.body.done.length + two.body.done.length).toBe(300);
    expect([...one.body.refused, ...two.body.refused].every(({ code }) => code === 'changed')).toBe(true);
    const [stored] = await test.db.query<{
      sheets: number;
      lines: number;
      minutes: number;
      seals: number;
      events: number;
    }>(sql`
      SELECT count(*)::int AS sheets, sum(w.total_minutes)::int AS minutes,
             (SELECT count(*)::int FROM hour_line l JOIN worksheet x ON x.id = l.worksheet_id WHERE x.organisation_id = ${busy}::uuid) AS lines,
             (SELECT count(*)::int FROM submission s JOIN worksheet x ON x.id = s.worksheet_id WHERE x.organisation_id = ${busy}::uuid) AS seals,
             (SELECT count(*)::int FROM worksheet_event v JOIN worksheet x ON x.id = v.worksheet_id WHERE x.organisation_id = ${busy}::uuid) AS events
        FROM worksheet w WHERE w.organisation_id = ${busy}::uuid`);
    const minutes = rows.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.minutes, 0);
    expect(stored).toEqual({ sheets: 300, lines: 600, minutes, seals: 300, events: 300 });
  });

  it('stores exactly the sum of what was typed, for any grid', async () => {
    const placements = await Promise.all(Array.from({ length: 4 }, () => newPlacement()));
    const cell = fc.integer({ min: 0, max: 1200 });
    const grid = fc.array(fc.tuple(cell, cell), { minLength: 4, maxLength: 4 });
    let versions = new Map<string, { worksheetId: string; version: number }>();
    await fc.assert(
      fc.asyncProperty(grid, async (typed) => {
        const rows = placements.map((placementId, n) => ({
          placementId,
          ...versions.get(placementId),
          lines: [total(typed[n]?.[0] ?? 0), { ...total(typed[n]?.[1] ?? 0), hourTypeId: overtime }],
        }));
        const { body } = await register(registrar, 'save', rows);
        expect(body.refused).toEqual([]);
        versions = new Map(
          body.done.map((row: { placementId: string; id: string; version: number }) => [
            row.placementId,
            { worksheetId: row.id, version: row.version },
          ]),
        );
        const [stored] = await test.db.query<{ minutes: number }>(sql`
          SELECT sum(l.minutes)::int AS minutes FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id WHERE w.placement_id = ANY(${placements}::uuid[])`);
        expect(stored?.minutes).toBe(typed.flat().reduce((sum, minutes) => sum + minutes, 0));
      }),
      { numRuns: 25 },
    );
  });

  it('is for supervisors with the right to register there, today', async () => {
    const placementId = await newPlacement();
    expect((await register(staff, 'send', [{ placementId, lines: [] }])).status).toBe(403);
    const approver = await createSupervisor(test.db, organisationId);
    const former = await createSupervisor(test.db, organisationId, { mayRegister: true, validUntil: '2026-11-20' });
    for (const person of [approver, former]) {
      const client = await signInAs(test.app, person);
      expect((await register(client, 'send', [{ placementId, lines: [total(60)] }])).body.refused).toEqual([
        { placementId, code: 'not-yours', errors: [] },
      ]);
    }
  });
});

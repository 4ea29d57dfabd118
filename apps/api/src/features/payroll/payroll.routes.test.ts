import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createPerson, createPlacement, createRate } from '#api/test/factories';
import { exampleWages, type PayrollOffice, payrollOffice } from '#api/test/payroll-office';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();

let office: PayrollOffice;
let supervisor: Client;
let staff: Client;
let organisationId: string;
let types: Record<string, string>;

beforeAll(async () => {
  office = await payrollOffice(test);
  ({ supervisor, staff, organisationId, types } = office);
});

const post: PayrollOffice['post'] = (...of) => office.post(...of);
const get: PayrollOffice['get'] = (path) => office.get(path);
const line: PayrollOffice['line'] = (...of) => office.line(...of);
const decide: PayrollOffice['decide'] = (...of) => office.decide(...of);
const finalised: PayrollOffice['finalised'] = (...of) => office.finalised(...of);
const finalisedAt: PayrollOffice['finalisedAt'] = (...of) => office.finalisedAt(...of);
const propose = () => office.propose();
const close: PayrollOffice['close'] = (run) => office.close(run);
const exampleWeek = () => office.exampleWeek();
const kilometres = (hundredths: number) => office.kilometres(hundredths);
const worksheetsOf = async (runId: string, query = '') =>
  (await get(`/api/payroll-runs/${runId}/worksheets?limit=500${query}`)).items.map(({ id }: { id: string }) => id);

describe('a payroll run', () => {
  it('pays the worked example to the cent, and keeps it line by line', async () => {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    await exampleWages(test.db, placementId);
    const { id } = await finalisedAt(person, placementId, [...exampleWeek(), kilometres(19_000)]);
    const run = await propose();
    const sums = (of: { byHourType: { code: string; minutes: number; quantity: number; payCents: number }[] }) =>
      of.byHourType.map(({ code, minutes, quantity, payCents }) => [code, minutes, quantity, payCents]);
    const expected = [
      ['N100', 2400, 0, 67_200],
      ['O125', 90, 0, 3_150],
      ['O150', 240, 0, 10_080],
      ['KM', 0, 19_000, 4_370],
    ];
    expect(run).toMatchObject({ status: 'open', number: 1, worksheets: 1, employees: 1, totalMinutes: 2730, lines: 8 });
    expect(sums(run)).toEqual(expected);
    const closed = (await close(run)).body;
    expect(closed).toMatchObject({ status: 'closed', worksheets: 1, totalMinutes: 2730, lines: 8 });
    expect(sums(closed)).toEqual(expected);
    const { items } = await get(`/api/payroll-runs/${run.id}/employees`);
    expect(items).toEqual([expect.objectContaining({ totalMinutes: 2730, payCents: 84_800, worksheets: 1 })]);
    expect(await worksheetsOf(run.id)).toEqual([id]);
    // What was paid stays as it was, whatever becomes of the rates.
    await createRate(test.db, placementId, { payCents: 9999, validFrom: '2026-11-01' });
    expect(sums(await get(`/api/payroll-runs/${run.id}`))).toEqual(expected);
    await expect(test.db.query(sql`UPDATE payroll_line SET minutes = 1`)).rejects.toThrow('append-only');
    await expect(test.db.query(sql`UPDATE payroll_run SET remark = 'x' WHERE id = ${run.id}::uuid`)).rejects.toThrow(
      'closed',
    );
  });

  it('is proposed once by fifty who ask at the same moment, and closed once', async () => {
    await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]);
    const runs = await Promise.all(Array.from({ length: 50 }, propose));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    const answers = await Promise.all(Array.from({ length: 10 }, () => close(runs[0])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'payroll-run-closed')).toHaveLength(9);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is not closed over nothing, nor over a version that somebody changed', async () => {
    const run = await propose();
    expect((await close(run)).body.code).toBe('nothing-to-pay');
    const body = { version: run.version, runDate: '2026-12-01', periodTypes: ['week'], remark: 'Feestdag' };
    const changed = await ask(test.app, staff, 'PUT', `/api/payroll-runs/${run.id}`, body);
    expect(changed.body).toMatchObject({ runDate: '2026-12-01', periodTypes: ['week'], remark: 'Feestdag' });
    await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]);
    expect((await close(run)).body.code).toBe('record-changed');
    expect((await close(changed.body)).status).toBe(200);
  });

  it('takes the kinds of period that were chosen, and says what it leaves out', async () => {
    const person = await createPerson(test.db);
    const weekly = await finalised(person, [line('N100', '2026-11-16', 480)]);
    const monthly = await createPlacement(test.db, person, organisationId, { periodType: 'month' });
    const month = await finalisedAt(person, monthly, [line('N100', '2026-10-05', 480)], 10);
    const run = await propose();
    const body = { version: run.version, runDate: run.runDate, periodTypes: ['month'] };
    const changed = (await ask(test.app, staff, 'PUT', `/api/payroll-runs/${run.id}`, body)).body;
    expect(changed.leftOut.otherPeriodType).toBe(1);
    expect(await worksheetsOf(run.id)).toEqual([month.id]);
    await close(changed);
    const next = await propose();
    // The choice is remembered.
    expect(next.periodTypes).toEqual(['month']);
    const all = { version: next.version, runDate: next.runDate, periodTypes: ['week', 'four-weeks', 'month'] };
    const wider = (await ask(test.app, staff, 'PUT', `/api/payroll-runs/${next.id}`, all)).body;
    expect(await worksheetsOf(next.id)).toEqual([weekly.id]);
    expect(wider.previous).toMatchObject({ id: run.id, worksheets: 1 });
    await close(wider);
  });

  it('leaves out what is held back, with its reason, until it is let go', async () => {
    const person = await createPerson(test.db);
    const [held, other] = [
      await finalised(person, [line('N100', '2026-11-16', 480)]),
      await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]),
    ];
    const holding = await post(staff, '/api/payroll-runs/hold', { ids: [held.id], reason: 'Loon klopt niet' });
    expect(holding.body).toEqual({ done: [{ id: held.id }], refused: [] });
    const run = await propose();
    expect(run.leftOut.held).toBe(1);
    expect(await worksheetsOf(run.id)).toEqual([other.id]);
    const { items } = await get(`/api/payroll-runs/${run.id}/worksheets?held=true`);
    expect(items).toEqual([expect.objectContaining({ id: held.id, heldReason: 'Loon klopt niet' })]);
    await close(run);
    const again = await post(staff, '/api/payroll-runs/hold', { ids: [held.id, other.id], reason: 'Nog eens' });
    expect(again.body.refused).toEqual([
      { id: held.id, code: 'wrong-state' },
      { id: other.id, code: 'already-paid' },
    ]);
    await post(staff, '/api/payroll-runs/let-go', { ids: [held.id] });
    const next = await propose();
    expect(await worksheetsOf(next.id)).toEqual([held.id]);
    await close(next);
  });
});

describe('what became of a payroll run', () => {
  const history = async (id: string) => (await get(`/api/records/${id}/history?limit=50`)).items.toReversed();

  it('is in its history: who proposed and changed it, held hours back and let them go, and closed it', async () => {
    const person = await createPerson(test.db);
    const { id: held } = await finalised(person, [line('N100', '2026-11-16', 480)]);
    const run = await propose();
    const body = { version: run.version, runDate: '2026-12-01', periodTypes: ['week'], remark: null };
    const changed = (await ask(test.app, staff, 'PUT', `/api/payroll-runs/${run.id}`, body)).body;
    // The same again changes nothing, and is not told.
    const same = (
      await ask(test.app, staff, 'PUT', `/api/payroll-runs/${run.id}`, { ...body, version: changed.version })
    ).body;
    await post(staff, '/api/payroll-runs/hold', { ids: [held], reason: 'Loon klopt niet' });
    await post(staff, '/api/payroll-runs/let-go', { ids: [held] });
    await close(same);
    const events = await history(run.id);
    expect(
      events.map(({ action, subjectName }: { action: string; subjectName: string }) => [action, subjectName]),
    ).toEqual([
      ['create', String(run.number)],
      ['change', String(run.number)],
      ['hold', person.name],
      ['let-go', person.name],
      ['close', String(run.number)],
    ]);
    expect(new Set(events.map(({ actorName }: { actorName: string }) => actorName))).toEqual(
      new Set([office.staffPerson.name]),
    );
    expect(events[2].changes).toEqual([{ field: 'held_reason', before: null, after: 'Loon klopt niet' }]);
    expect(events[4].changes).toEqual([
      { field: 'worksheets', before: 0, after: 1 },
      { field: 'employees', before: 0, after: 1 },
      { field: 'total_minutes', before: 0, after: 480 },
    ]);
  });

  it('is told of one that was thrown away, too; what was refused is not', async () => {
    const run = await propose();
    expect((await close(run)).body.code).toBe('nothing-to-pay');
    await post(staff, `/api/payroll-runs/${run.id}/discard`, { version: run.version });
    expect((await history(run.id)).map(({ action }: { action: string }) => action)).toEqual(['create', 'remove']);
  });
});

describe('a public holiday in the week of the run', () => {
  it('moves nothing: the office is told of it, and sets the day', async () => {
    const days = [{ date: '2026-11-23', nameNl: 'Bedrijfsdag', nameEn: 'Company day' }];
    await ask(test.app, staff, 'PUT', '/api/office/holidays', { organisationId: null, year: 2026, version: 0, days });
    const run = await propose();
    expect([run.runDate, run.holidays]).toEqual(['2026-11-24', days]);
    expect((await get('/api/status/deadline')).holidays).toEqual(days);
    const body = { version: run.version, runDate: '2026-12-02', periodTypes: run.periodTypes, remark: null };
    const changed = (await ask(test.app, staff, 'PUT', `/api/payroll-runs/${run.id}`, body)).body;
    expect([changed.runDate, changed.holidays]).toEqual(['2026-12-02', []]);
    await post(staff, `/api/payroll-runs/${run.id}/discard`, { version: changed.version });
  });
});

describe('hours without a wage', () => {
  it('are named: whose, of what type, from what day on, at which placement', async () => {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    await createRate(test.db, placementId, { validFrom: '2026-11-18' });
    const days = ['16', '17', '18'].map((day) => line('N100', `2026-11-${day}`, 480));
    await finalisedAt(person, placementId, [...days, line('SCK', '2026-11-19', 480)]);
    const run = await propose();
    const named = ({ withoutRate }: { withoutRate: object[] }) => withoutRate;
    const expected = [
      { placementId, employeeName: person.name, code: 'N100', date: '2026-11-16', lines: 2 },
      { placementId, employeeName: person.name, code: 'SCK', date: '2026-11-19', lines: 1 },
    ].map((one) => expect.objectContaining(one));
    expect(named(run)).toEqual(expected);
    expect(named((await close(run)).body)).toEqual(expected);
  });
});

describe('a payroll run that is thrown away', () => {
  const discard = ({ id, version }: { id: string; version: number }) =>
    post(staff, `/api/payroll-runs/${id}/discard`, { version });

  it('leaves what waited waiting, and what was held back held', async () => {
    const [held, other] = [
      await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]),
      await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]),
    ];
    await post(staff, '/api/payroll-runs/hold', { ids: [held.id], reason: 'Loon klopt niet' });
    const run = await propose();
    expect((await post(supervisor, `/api/payroll-runs/${run.id}/discard`, { version: run.version })).status).toBe(403);
    expect((await discard({ ...run, version: run.version + 1 })).body.code).toBe('record-changed');
    expect((await discard(run)).status).toBe(204);
    expect((await ask(test.app, staff, 'GET', `/api/payroll-runs/${run.id}`)).status).toBe(404);
    expect((await discard(run)).status).toBe(404);
    const next = await propose();
    expect(next).toMatchObject({ number: run.number, leftOut: expect.objectContaining({ held: 1 }) });
    expect(await worksheetsOf(next.id)).toEqual([other.id]);
    const closed = (await close(next)).body;
    expect((await discard(closed)).body.code).toBe('payroll-run-closed');
    await post(staff, '/api/payroll-runs/let-go', { ids: [held.id] });
    await close(await propose());
  });

  it('can be empty', async () => {
    const run = await propose();
    expect(run.worksheets).toBe(0);
    expect((await discard(run)).status).toBe(204);
  });

  it('is closed or gone, never both, when two press at the same moment', async () => {
    await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]);
    const run = await propose();
    const [closing, ...discarding] = await Promise.all([close(run), discard(run), discard(run)]);
    const isClosed = closing.status === 200;
    const gone = discarding.filter(({ status }) => status === 204);
    expect(gone).toHaveLength(isClosed ? 0 : 1);
    for (const { status, body } of discarding.filter((one) => !gone.includes(one)))
      expect(isClosed ? body.code : status).toBe(isClosed ? 'payroll-run-closed' : 404);
    if (!isClosed) await close(await propose());
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('answers each of many who close and discard it at once, and fails for none', async () => {
    for (let time = 0; time < 5; time++) {
      await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 60)]);
      const run = await propose();
      const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => (n % 2 ? close(run) : discard(run))));
      const won = answers.filter(({ status }) => status < 300);
      expect(won).toHaveLength(1);
      const isClosed = won[0]?.status === 200;
      for (const { status, body } of answers.filter((one) => !won.includes(one)))
        expect([status, body.code]).toEqual(isClosed ? [409, 'payroll-run-closed'] : [404, 'not-found']);
    }
    const rest = await propose();
    if (rest.worksheets > 0) await close(rest);
    else await discard(rest);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});

describe('what a closed run took', () => {
  it('is not taken back; hours added later are paid by the next run', async () => {
    const person = await createPerson(test.db);
    const paid = await finalised(person, [line('N100', '2026-11-16', 480)]);
    await close(await propose());
    expect((await decide(staff, 'reopen', paid)).refused).toEqual([{ id: paid.id, code: 'already-paid' }]);
    const added = await post(paid.employee, `/api/worksheets/${paid.id}/supplements`, {
      ...{ version: paid.version, lines: [line('N100', '2026-11-17', 60)] },
    });
    const [approved] = (await decide(supervisor, 'approve', added.body)).done;
    await decide(staff, 'finalise', approved);
    const next = await propose();
    expect(next).toMatchObject({ worksheets: 1, totalMinutes: 60 });
    await close(next);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is paid and final, or neither, when it is taken back at the very moment', async () => {
    const sheets = await Promise.all(
      Array.from({ length: 12 }, async () => finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)])),
    );
    const run = await propose();
    await Promise.all([close(run), ...sheets.map((sheet) => decide(staff, 'reopen', sheet))]);
    const taken = new Set(await worksheetsOf(run.id));
    for (const { id } of sheets) {
      const { status } = (await ask(test.app, staff, 'GET', `/api/worksheets/${id}`)).body;
      if ((await get(`/api/payroll-runs/${run.id}`)).status === 'closed')
        expect(status === 'finalised').toBe(taken.has(id));
    }
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is corrected by its difference, which the client approves and the next run pays', async () => {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    await createRate(test.db, placementId, { code: 'O125', payCents: 2100 });
    const paid = await finalisedAt(person, placementId, exampleWeek());
    await close(await propose());
    const start = await get(`/api/worksheets/${paid.id}/correction`);
    expect(start.lines).toHaveLength(7);
    const shouldBe = start.lines.map((one: { hourTypeId: string; minutes: number }) =>
      one.hourTypeId === types.O125 ? { ...one, minutes: 60 } : one,
    );
    const body = { version: paid.version, reason: 'Overwerk was een uur', lines: shouldBe };
    const answer = await post(staff, `/api/worksheets/${paid.id}/corrections`, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const correction = answer.body;
    expect(correction).toMatchObject({ kind: 'correction', status: 'submitted', totalMinutes: -30, filledBy: 'staff' });
    expect(correction.history).toEqual([
      expect.objectContaining({ action: 'correct', reason: 'Overwerk was een uur' }),
    ]);
    // A second correction starts from the first, whatever the client says of it.
    expect((await get(`/api/worksheets/${paid.id}/correction`)).lines).toHaveLength(7);
    const [approved] = (await decide(supervisor, 'approve', correction)).done;
    await decide(staff, 'finalise', approved);
    const next = await propose();
    expect(next).toMatchObject({ worksheets: 1, totalMinutes: -30 });
    expect(next.byHourType.find(({ code }: { code: string }) => code === 'O125')).toMatchObject({
      ...{ minutes: -30, payCents: -1050, previousMinutes: 90 },
    });
    await close(next);
    const again = await post(staff, `/api/worksheets/${paid.id}/corrections`, body);
    expect(again.body.code).toBe('nothing-to-send');
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is corrected without the client where the agency wants it so, and by nobody else than the office', async () => {
    await test.db.query(sql`UPDATE agency SET corrections_need_approval = false`);
    const person = await createPerson(test.db);
    const paid = await finalised(person, [line('N100', '2026-11-16', 480)]);
    const body = { version: paid.version, reason: 'Was vrij', lines: [] };
    expect((await post(paid.employee, `/api/worksheets/${paid.id}/corrections`, body)).status).toBe(403);
    const { body: correction } = await post(staff, `/api/worksheets/${paid.id}/corrections`, body);
    expect(correction).toMatchObject({ status: 'approved', totalMinutes: -480 });
    await test.db.query(sql`UPDATE agency SET corrections_need_approval = true`);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('loses the same hours once, however many correct them at the same moment', async () => {
    const paid = await finalised(await createPerson(test.db), [line('N100', '2026-11-16', 480)]);
    const body = { version: paid.version, reason: 'Was vrij', lines: [] };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => post(staff, `/api/worksheets/${paid.id}/corrections`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});

import type { Actor } from '@konnekt/shared/basics/actor';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.line-problems';
import { worksheetWarnings } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId, type Person } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';
import { tryUntil } from '#api/test/try-until';
import { findBrokenRules } from '../data-check/data-check.repository.ts';
import { contentOf, toWorkedLines } from './worksheet.checks.ts';
import { findWorksheet } from './worksheet.repository.ts';
import { sealOf } from './worksheet-content.ts';
import { insertSupplement } from './worksheet-writing.repository.ts';

const test = testApp();

let employee: Client;
let supervisor: Client;
let elsewhere: Client;
let employeePerson: Person;
let organisationId: string;
let otherOrganisationId: string;
let normal: string;

beforeAll(async () => {
  const { db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db, 'Bloemenveiling Westland');
  otherOrganisationId = await createOrganisation(db, 'Van Dijk Logistiek');
  supervisor = await signInSupervisor(test, organisationId);
  elsewhere = await signInSupervisor(test, otherOrganisationId);
});

/** Somebody new in each test, at both clients. */
async function newEmployee() {
  employeePerson = await createPerson(test.db);
  employee = await signInAs(test.app, employeePerson);
  return {
    here: await createPlacement(test.db, employeePerson, organisationId),
    there: await createPlacement(test.db, employeePerson, otherOrganisationId),
  };
}
const line = (date: string | null, minutes: number, more: object = {}) => ({
  hourTypeId: normal,
  date,
  minutes,
  ...more,
});
const shift = (date: string, startsAt: string, endsAt: string, minutes: number) =>
  line(date, minutes, { startsAt, endsAt, breakMinutes: 0 });
async function sent(placementId: string, lines: object[], number = 47) {
  const created = await ask(test.app, employee, 'POST', '/api/worksheets', { placementId, year: 2026, number, lines });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  return step(created.body, 'send');
}
async function step(worksheet: { id: string; version: number }, action: string, more = {}) {
  const answer = await ask(test.app, employee, 'POST', `/api/worksheets/${worksheet.id}/${action}`, {
    version: worksheet.version,
    ...more,
  });
  return answer.body;
}
const add = (worksheet: { id: string; version: number }, lines: object[]) =>
  ask(test.app, employee, 'POST', `/api/worksheets/${worksheet.id}/supplements`, {
    version: worksheet.version,
    lines,
  });
const read = async (client: Client, id: string) => (await ask(test.app, client, 'GET', `/api/worksheets/${id}`)).body;
const monday = '2026-11-16';

describe('hours are judged with all that was sent of the placement', () => {
  it('refuses 12 hours more on a Monday of 16, of which most were worked already', async () => {
    const { here } = await newEmployee();
    const worksheet = await sent(here, [shift(monday, '06:00', '22:00', 960)]);
    const { status, body } = await add(worksheet, [shift(monday, '08:00', '20:00', 720)]);
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    expect(body.errors).toEqual([
      { pointer: '/lines/0/minutes', code: 'day-overfull' },
      { pointer: '/lines/0/startsAt', code: 'times-overlap' },
    ]);
  });

  it('refuses more hours in a week than it has, however many supplements they come in', async () => {
    const { here } = await newEmployee();
    const worksheet = await sent(here, [line(monday, 480)]);
    expect((await add(worksheet, [line(monday, 960)])).status).toBe(201);
    expect((await add(worksheet, [line(monday, 1)])).body.errors).toEqual([
      { pointer: '/lines/0/minutes', code: 'day-overfull' },
    ]);
  });

  it('sees a Sunday night that runs into the Monday of the next week, whichever is sent first', async () => {
    const { here } = await newEmployee();
    await sent(here, [shift('2026-11-15', '22:00', '06:00', 480)], 46);
    const next = await ask(test.app, employee, 'POST', '/api/worksheets', {
      ...{ placementId: here, year: 2026, number: 47 },
      lines: [shift(monday, '05:00', '13:00', 480)],
    });
    expect(next.body.errors).toEqual([{ pointer: '/lines/0/startsAt', code: 'times-overlap' }]);
    const { here: other } = await newEmployee();
    await sent(other, [shift(monday, '05:00', '13:00', 480)]);
    const before = await ask(test.app, employee, 'POST', '/api/worksheets', {
      ...{ placementId: other, year: 2026, number: 46 },
      lines: [shift('2026-11-15', '22:00', '06:00', 480)],
    });
    expect(before.body.errors).toEqual([{ pointer: '/lines/0/startsAt', code: 'times-overlap' }]);
  });

  it('does not take back a decline where others were sent meanwhile, and does so for the rest', async () => {
    const { here } = await newEmployee();
    const worksheet = await sent(here, [line(monday, 480)]);
    const more = (await add(worksheet, [line(monday, 600)])).body;
    const decide = async (client: Client, decision: string, items: object[]) =>
      (await ask(test.app, client, 'POST', `/api/worksheets/${decision}`, { items, reason: 'Niet gezien' })).body;
    const named = ({ id, version }: { id: string; version: number }) => ({ id, version });
    const fits = await sent(here, [line('2026-11-09', 480)], 46);
    const { done } = await decide(supervisor, 'decline', [named(more), named(fits)]);
    expect((await add(worksheet, [line(monday, 900)])).status).toBe(201);
    expect(await decide(supervisor, 'undo-decline', done)).toEqual({
      done: [{ id: fits.id, version: expect.any(Number) }],
      refused: [{ id: more.id, code: 'does-not-fit' }],
    });
  });

  it('keeps hours that a correction takes something from, until the correction is gone', async () => {
    const staff = await signInNew(test, 'staff');
    const { here } = await newEmployee();
    const worksheet = await sent(here, [line(monday, 480)]);
    const decide = async (client: Client, decision: string, items: { id: string; version: number }[]) => {
      const named = items.map(({ id, version }) => ({ id, version }));
      const answer = await ask(test.app, client, 'POST', `/api/worksheets/${decision}`, {
        items: named,
        reason: 'Nee',
      });
      return answer.body;
    };
    const { done: approved } = await decide(supervisor, 'approve', [worksheet]);
    const { done: finals } = await decide(staff, 'finalise', approved);
    const correction = await ask(test.app, staff, 'POST', `/api/worksheets/${worksheet.id}/corrections`, {
      ...{ version: finals[0].version, reason: 'Was zes uur', lines: [line(monday, 360)] },
    });
    expect(correction.status).toBe(201);
    const { done: reopened } = await decide(staff, 'reopen', finals);
    expect((await decide(staff, 'refuse', reopened)).refused).toEqual([{ id: worksheet.id, code: 'does-not-fit' }]);
    const { done: undone } = await decide(supervisor, 'undo-approval', reopened);
    expect((await decide(supervisor, 'decline', undone)).refused).toEqual([{ id: worksheet.id, code: 'does-not-fit' }]);
    expect((await step(undone[0], 'withdraw')).code).toBe('does-not-fit');
    const { done: declined } = await decide(supervisor, 'decline', [correction.body]);
    expect(declined).toHaveLength(1);
    expect((await decide(supervisor, 'decline', undone)).done).toHaveLength(1);
  });

  it('says at its field that corrected hours run into those of the next week', async () => {
    const staff = await signInNew(test, 'staff');
    const { here } = await newEmployee();
    await sent(here, [shift(monday, '05:00', '13:00', 480)]);
    const worksheet = await sent(here, [shift('2026-11-15', '20:00', '04:00', 480)], 46);
    let { id, version } = worksheet;
    for (const [client, decision] of [
      [supervisor, 'approve'],
      [staff, 'finalise'],
    ] as const) {
      const items = [{ id, version }];
      [{ id, version }] = (await ask(test.app, client, 'POST', `/api/worksheets/${decision}`, { items })).body.done;
    }
    const correct = (lines: object[]) =>
      ask(test.app, staff, 'POST', `/api/worksheets/${id}/corrections`, { version, reason: 'Liep uit', lines });
    const tooLong = await correct([shift('2026-11-15', '20:00', '06:00', 600)]);
    expect([tooLong.status, tooLong.body.errors]).toEqual([
      400,
      [{ pointer: '/lines/0/startsAt', code: 'times-overlap' }],
    ]);
    expect((await correct([shift('2026-11-15', '20:00', '05:00', 540)])).status).toBe(201);
  });

  it('takes one of four that are added at the same moment where only one fits', async () => {
    const { here } = await newEmployee();
    const worksheet = await sent(here, [line(monday, 480)]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => add(worksheet, [line(monday, 900)])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    for (const { status, body } of answers)
      if (status === 400) expect(body.errors).toEqual([{ pointer: '/lines/0/minutes', code: 'day-overfull' }]);
  });

  it('tells of added hours what stands out of the whole week', async () => {
    const { here } = await newEmployee();
    const worksheet = await sent(
      here,
      [16, 17, 18, 19, 20].map((day) => line(`2026-11-${day}`, 480)),
    );
    await add(worksheet, [line('2026-11-21', 600)]);
    const { items } = (await ask(test.app, supervisor, 'GET', '/api/worksheets?phase=to-approve&limit=500')).body;
    const row = items.find((item: { placementId: string; kind: string }) => {
      return item.placementId === here && item.kind === 'supplement';
    });
    expect(row).toMatchObject({ periodWorkedMinutes: 3000, standsOut: ['added-later', 'more-than-planned'] });
  });
});

describe('hours of one person in two placements', () => {
  it('are not refused, but both clients and the employee are told', async () => {
    const { here, there } = await newEmployee();
    const one = await sent(here, [shift(monday, '06:00', '22:00', 960)]);
    const other = await sent(there, [line(monday, 960)]);
    const warning = { code: 'day-overfull-elsewhere', limitMinutes: 1440, foundMinutes: 1920, date: monday };
    for (const [client, id] of [
      [supervisor, one.id],
      [elsewhere, other.id],
      [employee, one.id],
      [employee, other.id],
    ] as const)
      expect(await read(client, id)).toMatchObject({
        standsOut: expect.arrayContaining(['clashes-elsewhere']),
        warnings: expect.arrayContaining([warning]),
      });
    const { items } = (await ask(test.app, elsewhere, 'GET', '/api/worksheets?phase=to-approve&limit=500')).body;
    expect(items.find((item: { id: string }) => item.id === other.id).standsOut).toContain('clashes-elsewhere');
    // Taken back, they clash with nothing.
    await step(other, 'withdraw');
    expect((await read(supervisor, one.id)).standsOut).not.toContain('clashes-elsewhere');
  });

  it('are told while they are typed, to the employee alone', async () => {
    const { here, there } = await newEmployee();
    await sent(there, [shift(monday, '06:00', '14:00', 480)]);
    const path = `/api/placements/${here}/entry?year=2026&number=47`;
    const { body } = await ask(test.app, employee, 'GET', path);
    expect(body.elsewhere).toEqual([expect.objectContaining({ date: monday, startsAt: '06:00', endsAt: '14:00' })]);
  });

  it('clash in the database as the rule on the screen says', async () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const anyLine = fc.record({
      date: fc.integer({ min: 16, max: 18 }).map((day) => `2026-11-${day}`),
      start: clock,
      hours: fc.integer({ min: 1, max: 14 }),
      isTotal: fc.boolean(),
    });
    const asLine = ({
      date,
      start,
      hours,
      isTotal,
    }: {
      date: string;
      start: string;
      hours: number;
      isTotal: boolean;
    }) => {
      const end = `${String((Number(start.slice(0, 2)) + hours) % 24).padStart(2, '0')}:00`;
      return isTotal ? line(date, hours * 60) : shift(date, start, end, hours * 60);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 3 }), fc.array(anyLine, { maxLength: 3 }), async (a, b) => {
        const [mine, others] = [a.map(asLine), b.map(asLine)] as unknown as [HourLineInput[], HourLineInput[]];
        const rules = {
          period: { startsOn: monday, endsOn: '2026-11-22' },
          placement: { startsOn: monday, endsOn: null },
        };
        const fits = (lines: HourLineInput[]) => linesProblems(toWorkedLines(lines), rules).length === 0;
        fc.pre(mine.length > 0 && others.length > 0 && fits(mine) && fits(others));
        const { here, there } = await newEmployee();
        const worksheet = await sent(here, mine);
        await sent(there, others);
        const period = { type: 'week', year: 2026, number: 47, startsOn: monday, endsOn: '2026-11-22' } as const;
        const said = worksheetWarnings({ lines: toWorkedLines(mine), period, elsewhere: toWorkedLines(others) })
          .filter(({ code }) => code.endsWith('elsewhere'))
          .map(({ code, date, foundMinutes }) => `${date} ${code} ${foundMinutes}`);
        const { warnings } = await read(supervisor, worksheet.id);
        const stored = warnings
          .filter(({ code }: { code: string }) => code.endsWith('elsewhere'))
          .map(
            ({ code, date, foundMinutes }: { code: string; date: string; foundMinutes: number }) =>
              `${date} ${code} ${foundMinutes}`,
          );
        expect(stored.sort()).toEqual(said.sort());
      }),
      { numRuns: 25 },
    );
  });
});

describe('what is no time', () => {
  const types: Record<string, string> = {};
  beforeAll(async () => {
    const shares = { billShareBp: 10_000, payShareBp: 10_000, isWorked: false };
    await test.db.prisma.hourType.createMany({
      data: [
        {
          code: 'T25',
          nameNl: 'Toeslag 25 %',
          nameEn: 'Surcharge 25 %',
          kind: 'irregular',
          unit: 'surcharge',
          sortOrder: 7,
          ...shares,
        },
        {
          code: 'KM',
          nameNl: 'Kilometers',
          nameEn: 'Kilometres',
          kind: 'travel',
          unit: 'kilometres',
          sortOrder: 8,
          ...shares,
        },
        { code: 'EXP', nameNl: 'Onkosten', nameEn: 'Expenses', kind: 'other', unit: 'euros', sortOrder: 9, ...shares },
      ],
    });
    for (const code of ['T25', 'KM', 'EXP']) types[code] = await hourTypeId(test.db, code);
  });
  const other = (code: string, quantity: number, more: object = {}) =>
    line(monday, 0, { hourTypeId: types[code], quantity, ...more });

  it('keeps hours that a surcharge stands beside, until the surcharge is taken back as well', async () => {
    const { here } = await newEmployee();
    const worksheet = await sent(here, [line(monday, 480), line('2026-11-17', 480)]);
    const surcharge = (await add(worksheet, [other('T25', 360)])).body;
    expect((await step(worksheet, 'withdraw')).code).toBe('does-not-fit');
    const decline = async (items: { id: string; version: number }[]) => {
      const named = items.map(({ id, version }) => ({ id, version }));
      const reason = 'Niet gezien';
      return (await ask(test.app, supervisor, 'POST', '/api/worksheets/decline', { items: named, reason })).body;
    };
    expect((await decline([worksheet])).refused).toEqual([{ id: worksheet.id, code: 'does-not-fit' }]);
    expect((await decline([worksheet, surcharge])).done).toHaveLength(2);
    const again = await sent(here, [line('2026-11-09', 480)], 46);
    const beside = (await add(again, [line('2026-11-09', 0, { hourTypeId: types.T25, quantity: 60 })])).body;
    await step(beside, 'withdraw');
    expect((await step(again, 'withdraw')).status).toBe('draft');
  });

  it('never leaves a surcharge without hours where it is sent and they are taken back at the same moment', async () => {
    for (const _ of Array(6)) {
      const { here } = await newEmployee();
      const worksheet = await sent(here, [line('2026-11-17', 480)]);
      const hours = (await add(worksheet, [line(monday, 480)])).body;
      await Promise.all([add(worksheet, [other('T25', 360)]), step(hours, 'withdraw')]);
      const left = await test.db.query<{ hours: number; beside: number }>(sql`
        SELECT sum(l.minutes)::int AS hours, coalesce(sum(l.quantity), 0)::int AS beside FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id
         WHERE w.placement_id = ${here}::uuid AND w.status = 'submitted' AND l.date = ${monday}::date`);
      expect(left[0]?.beside ?? 0).toBeLessThanOrEqual(left[0]?.hours ?? 0);
    }
  });

  it('is entered, sealed, sent and shown beside the hours, and counts as no hour', async () => {
    const { here } = await newEmployee();
    const lines = [
      shift(monday, '22:00', '06:00', 480),
      other('T25', 360, { startsAt: '22:00', endsAt: '04:00' }),
      other('KM', 19_000),
      other('EXP', 1_250),
    ];
    const worksheet = await sent(here, lines);
    expect(worksheet).toMatchObject({ totalMinutes: 480, workedMinutes: 480 });
    expect(worksheet.lines.map(({ quantity }: { quantity: number }) => quantity)).toEqual([null, 360, 19_000, 1_250]);
    const { items } = (await ask(test.app, supervisor, 'GET', '/api/worksheets?phase=to-approve&limit=500')).body;
    expect(items.find((item: { id: string }) => item.id === worksheet.id)).toMatchObject({
      minutesByKind: { normal: 480 },
      quantities: { surcharge: 360, kilometres: 19_000, euros: 1_250 },
    });
    expect(worksheet.submissions[0].lines[2]).toMatchObject({ hourTypeCode: 'KM', quantity: 19_000, minutes: 0 });
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is counted in the unit of its hour type, and a surcharge in no more hours than there are', async () => {
    const { here } = await newEmployee();
    const created = await ask(test.app, employee, 'POST', '/api/worksheets', {
      ...{ placementId: here, year: 2026, number: 47 },
      lines: [
        line(monday, 60, { quantity: 60 }),
        line(monday, 60, { hourTypeId: types.KM }),
        line(monday, 60, { hourTypeId: types.KM, quantity: 5 }),
        other('T25', 200),
      ],
    });
    expect(created.body.errors).toEqual([
      { pointer: '/lines/0/quantity', code: 'quantity-unexpected' },
      { pointer: '/lines/1/quantity', code: 'quantity-missing' },
      { pointer: '/lines/2/quantity', code: 'quantity-unexpected' },
      { pointer: '/lines/3/quantity', code: 'surcharge-over-hours' },
    ]);
  });

  it('keeps its unit once there are lines of it', async () => {
    const staff = await signInNew(test, 'staff');
    const { items } = (await ask(test.app, staff, 'GET', '/api/office/hour-types')).body;
    const { id, code: _, ...kilometres } = items.find(({ code }: { code: string }) => code === 'KM');
    const answer = await ask(test.app, staff, 'PUT', `/api/hour-types/${id}`, { ...kilometres, unit: 'pieces' });
    expect(answer.body.errors).toEqual([{ pointer: '/kind', code: 'hours-of-this-kind' }]);
  });
});

describe('the rule that is told and the one that the database keeps', () => {
  it('refuse the same supplements', async () => {
    const hourTypes = await test.db.query<HourType>(
      sql`SELECT id, code, unit, kind, is_worked AS "isWorked" FROM hour_type WHERE code = 'N100'`,
    );
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const anyLine = fc.oneof(
      fc
        .record({ date: fc.constantFrom('2026-11-16', '2026-11-17'), hours: fc.integer({ min: 1, max: 20 }) })
        .map(({ date, hours }) => line(date, hours * 60)),
      fc
        .record({
          date: fc.constantFrom('2026-11-16', '2026-11-17'),
          start: clock,
          hours: fc.integer({ min: 1, max: 12 }),
        })
        .map(({ date, start, hours }) => {
          const end = `${String((Number(start.slice(0, 2)) + hours) % 24).padStart(2, '0')}:00`;
          return shift(date, start, end, hours * 60);
        }),
      fc.integer({ min: 1, max: 160 }).map((hours) => line(null, hours * 60)),
    );
    const blank = {
      quantity: null,
      startsAt: null,
      endsAt: null,
      breakMinutes: null,
      budgetNumber: null,
      remark: null,
    };
    const rules = {
      period: { startsOn: monday, endsOn: '2026-11-22' },
      placement: { startsOn: '2026-01-01', endsOn: null },
    };
    const problems = (lines: HourLineInput[], given: HourLineInput[]) =>
      linesProblems(toWorkedLines(lines), { ...rules, sent: toWorkedLines(given) }).length;
    let refusals = 0;
    await tryUntil(
      () => refusals > 3,
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1, maxLength: 3 }),
        fc.array(anyLine, { minLength: 1, maxLength: 3 }),
        async (a, b) => {
          const first = a.filter(({ date }) => date !== null).map((one) => ({ ...blank, ...one }));
          const later = b.map((one) => ({ ...blank, ...one }));
          fc.pre(first.length > 0 && problems(first, []) === 0 && problems(later, []) === 0);
          const { here } = await newEmployee();
          const original = await sent(here, first);
          const sight = { actor: actorOf(employeePerson), today: '2026-11-24' };
          const stored = await findWorksheet(test.db, sight, original.id);
          if (!stored) throw new Error('no worksheet');
          const id = newId();
          const content = contentOf(later, null, hourTypes);
          const supplement = {
            ...{
              id,
              status: 'submitted' as const,
              content,
              original: { id: original.id, version: original.version, placement: stored.placement },
            },
            seal: sealOf({ ...stored, id }, content.changes.lines, null),
          };
          const isRefused = await insertSupplement(test.db, sight, supplement).then(
            () => false,
            (error) => /do not fit/.test(String(error)),
          );
          expect(isRefused).toBe(problems(later, first) > 0);
          if (isRefused) refusals += 1;
        },
      ),
      40,
    );
    expect(refusals).toBeGreaterThan(3);
  });
});

const actorOf = (person: Person) =>
  ({
    ...{ personId: person.personId, accountId: person.accountId, employeeId: person.employeeId, role: 'employee' },
    ...{ name: person.name, language: 'nl', authMethod: 'password', sessionId: newId() },
  }) as unknown as Actor;

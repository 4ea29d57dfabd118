import type { Actor } from '@konnekt/shared/basics/actor';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.line-problems';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, type Person } from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';
import { tryUntil } from '#api/test/try-until';
import { findBrokenRules } from '../data-check/data-check.repository.ts';
import { contentOf, toWorkedLines } from './worksheet.checks.ts';
import { findForEntry } from './worksheet.repository.ts';
import { sealOf } from './worksheet-content.ts';
import { insertCorrection } from './worksheet-correction.repository.ts';
import { insertSupplement } from './worksheet-writing.repository.ts';

/**
 * Whatever is sent of a placement, in any order and of any kind, the rule that is told (`linesProblems`) and the one that the database keeps
 * (`hours_fit`) refuse the same; and what is taken never makes a day of more than its hours, nor less than nothing.
 */
const test = testApp();
let supervisor: Client;
let staff: Client;
let staffPerson: Person;
let organisationId: string;
let hourTypes: HourType[];

beforeAll(async () => {
  const { app, db } = test;
  organisationId = await createOrganisation(db);
  const person = await createSupervisor(db, organisationId);
  supervisor = await signInAs(app, person);
  staffPerson = await createPerson(db, { role: 'staff' });
  staff = await signInAs(app, staffPerson);
  hourTypes = await db.query<HourType>(sql`
    SELECT id, code, unit, kind, is_worked AS "isWorked", receipt FROM hour_type WHERE code IN ('N100', 'O125') ORDER BY code`);
});

const days = ['2026-11-16', '2026-11-17', '2026-11-18'] as const;
const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
const blank = {
  ...{ quantity: null, startsAt: null, endsAt: null, breakMinutes: null, budgetNumber: null, remark: null },
};

/** Hours of a type on a day, as a number or with times; of a correction also taken away. */
const someHours = fc.record({
  type: fc.constantFrom(0, 1),
  day: fc.constantFrom(...days),
  hours: fc.integer({ min: 1, max: 14 }),
  start: fc.option(fc.integer({ min: 0, max: 23 }), { freq: 2 }),
  isTakenAway: fc.boolean(),
});
type Hours = typeof someHours extends fc.Arbitrary<infer T> ? T : never;
const lineOf = ({ type, day, hours, start, isTakenAway }: Hours, isCorrection: boolean): HourLineInput => ({
  ...blank,
  hourTypeId: hourTypes[type]?.id ?? '',
  date: day,
  minutes: hours * 60 * (isCorrection && isTakenAway ? -1 : 1),
  ...(start !== null && { startsAt: clock(start), endsAt: clock(start + hours), breakMinutes: 0 }),
});
const someParts = fc.array(
  fc.record({ isCorrection: fc.boolean(), hours: fc.array(someHours, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 5 },
);
const period = { startsOn: '2026-11-16', endsOn: '2026-11-22' };
const problems = (lines: HourLineInput[], sent: HourLineInput[], isCorrection: boolean) =>
  linesProblems(toWorkedLines(lines), {
    ...{ period, placement: { startsOn: '2026-01-01', endsOn: null }, isCorrection, sent: toWorkedLines(sent) },
  });

it('judges every sheet, supplement and correction as the database does, over all that was sent', async () => {
  const seen = { taken: 0, refused: 0, takenAway: 0 };
  const isSeen = () => Math.min(...Object.values(seen)) > 3;
  await tryUntil(
    isSeen,
    fc.asyncProperty(fc.array(someHours, { minLength: 1, maxLength: 4 }), someParts, async (first, parts) => {
      const lines = first.map((one) => lineOf(one, false));
      fc.pre(problems(lines, [], false).length === 0);
      const { original, employee } = await final(lines);
      let sent = lines;
      for (const { isCorrection, hours } of parts) {
        const more = hours.map((one) => lineOf(one, isCorrection));
        // What is wrong by itself never comes so far.
        const byItself = problems(more, [], isCorrection).filter(({ code }) => code !== 'below-zero');
        if (byItself.length > 0) continue;
        const isRefused = await insertAnyhow(employee, original, more, isCorrection);
        expect(isRefused, JSON.stringify({ sent, more, isCorrection })).toBe(
          problems(more, sent, isCorrection).length > 0,
        );
        if (isRefused) seen.refused += 1;
        else {
          seen.taken += 1;
          if (more.some(({ minutes }) => minutes < 0)) seen.takenAway += 1;
          sent = [...sent, ...more];
        }
      }
      expect(await impossible(original.id)).toEqual([]);
    }),
    60,
  );
  expect(isSeen(), JSON.stringify(seen)).toBe(true);
  expect(await findBrokenRules(test.db)).toEqual([]);
}, 120_000);

/** A worksheet of somebody new that went all its way: it can be added to and corrected. */
async function final(lines: HourLineInput[]) {
  const person = await createPerson(test.db);
  const employee = await signInAs(test.app, person);
  const placementId = await createPlacement(test.db, person, organisationId);
  const post = async (client: Client, url: string, body: object) =>
    (await ask(test.app, client, 'POST', url, body)).body;
  const draft = await post(employee, '/api/worksheets', { placementId, year: 2026, number: 47, lines });
  const { id, version } = await post(employee, `/api/worksheets/${draft.id}/send`, { version: draft.version });
  const { done: approved } = await post(supervisor, '/api/worksheets/approve', { items: [{ id, version }] });
  const { done } = await post(staff, '/api/worksheets/finalise', { items: approved });
  return { employee: person, original: done[0] as { id: string; version: number } };
}

/** Sends hours past the rules that tell; answers whether the database refused them. */
async function insertAnyhow(
  employee: Person,
  original: { id: string; version: number },
  lines: HourLineInput[],
  isCorrection: boolean,
): Promise<boolean> {
  const sight = { actor: actorOf(isCorrection ? staffPerson : employee), today: '2026-11-24' };
  const stored = await findForEntry(test.db, sight, original.id);
  if (!stored) throw new Error('no worksheet');
  const id = newId();
  const content = contentOf(lines, null, hourTypes);
  const part = {
    ...{ id, status: 'submitted' as const, content },
    original: { ...original, placement: stored.placement, periodVersion: stored.periodVersion },
    seal: sealOf({ ...stored, id }, content.changes.lines, null),
  };
  try {
    const written = isCorrection
      ? await insertCorrection(test.db, sight, { ...part, reason: 'Anders' })
      : await insertSupplement(test.db, sight, part);
    expect(written).toBe(id);
    return false;
  } catch (error) {
    if (!/do not fit/.test(String(error))) throw error;
    return true;
  }
}

/** Days with more than they have, and hours of a type that are less than nothing, of all that was sent beside a worksheet. */
const impossible = (id: string) =>
  test.db.query(sql`
    WITH sent AS (
      SELECT l.* FROM worksheet w JOIN worksheet x ON x.placement_id = w.placement_id AND x.period_id = w.period_id
        JOIN hour_line l ON l.worksheet_id = x.id WHERE w.id = ${id}::uuid AND x.status IN ('submitted', 'approved', 'finalised')
    )
    SELECT date, sum(minutes)::int AS minutes FROM sent GROUP BY date HAVING sum(minutes) > minutes_in_day(date)
    UNION ALL
    SELECT date, sum(minutes)::int FROM sent GROUP BY date, hour_type_id HAVING sum(minutes) < 0`);

const actorOf = (person: Person) =>
  ({
    ...{
      personId: person.personId,
      accountId: person.accountId,
      employeeId: person === staffPerson ? null : person.employeeId,
    },
    ...{ role: person === staffPerson ? 'staff' : 'employee', name: person.name, language: 'nl' },
    ...{ authMethod: 'password', sessionId: newId() },
  }) as unknown as Actor;

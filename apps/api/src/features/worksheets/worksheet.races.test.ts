import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

// Two acts on the same hours at the same moment: one after the other, or one of them is refused in words. Never both by half.
const test = testApp();
const monday = '2026-11-16';
const tuesday = '2026-11-17';

let employee: Client;
let supervisor: Client;
let staff: Client;
let organisationId: string;
let normal: string;
let surcharge: string;

beforeAll(async () => {
  const { db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db, 'Van Dijk Logistiek');
  supervisor = await signInSupervisor(test, organisationId);
  staff = await signInNew(test, 'staff');
  await db.prisma.hourType.create({
    data: {
      ...{ code: 'T25', nameNl: 'Toeslag 25 %', nameEn: 'Surcharge 25 %', kind: 'irregular', unit: 'surcharge' },
      ...{ sortOrder: 7, billShareBp: 2500, payShareBp: 2500, isWorked: false },
    },
  });
  surcharge = await hourTypeId(db, 'T25');
});

interface Sheet {
  id: string;
  version: number;
}
const line = (date: string, minutes: number) => ({ hourTypeId: normal, date, minutes });
const beside = (date: string, quantity: number) => ({ hourTypeId: surcharge, date, minutes: 0, quantity });
const post = (client: Client, path: string, body: object) =>
  ask(test.app, client, 'POST', `/api/worksheets${path}`, body);
const step = (client: Client, { id, version }: Sheet, act: string, more = {}) =>
  post(client, `/${id}/${act}`, { version, ...more });
const add = (sheet: Sheet, lines: object[]) => step(employee, sheet, 'supplements', { lines });
const correct = (sheet: Sheet, lines: object[]) =>
  step(staff, sheet, 'corrections', { reason: 'Anders gewerkt', lines });
const decide = async (client: Client, act: string, items: Sheet[]) =>
  (await post(client, `/${act}`, { items: items.map(({ id, version }) => ({ id, version })) })).body;

/** Hours of somebody new, as far as they are asked to be. */
async function sheet(lines: object[], until: 'submitted' | 'finalised' = 'submitted') {
  const person = await createPerson(test.db);
  employee = await signInAs(test.app, person);
  const placementId = await createPlacement(test.db, person, organisationId);
  const { body } = await post(employee, '', { placementId, year: 2026, number: 47, lines });
  const sent: Sheet = (await step(employee, body, 'send')).body;
  if (until === 'submitted') return { ...sent, placementId };
  const [approved] = (await decide(supervisor, 'approve', [sent])).done;
  const [finalised] = (await decide(staff, 'finalise', [approved])).done;
  return { ...finalised, placementId };
}

/** The minutes that count now, of that day or of all. */
async function minutesOf(placementId: string, date: string | null = null): Promise<number> {
  const [found] = await test.db.query<{ minutes: number }>(sql`
    SELECT coalesce(sum(l.minutes), 0)::int AS minutes FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id
     WHERE w.placement_id = ${placementId}::uuid AND w.status IN ('submitted', 'approved', 'finalised')
       AND (${date}::date IS NULL OR l.date = ${date}::date)`);
  return found?.minutes ?? 0;
}

const again = async (act: () => Promise<void>) => {
  for (const _ of Array(6)) await act();
  expect(await findBrokenRules(test.db)).toEqual([]);
};
const refusedInWords = ({ status, body }: { status: number; body: { code?: string } }) => {
  if (status !== 201 && status !== 200) expect([400, 409]).toContain(status);
  if (status === 400) expect(body.code).toBe('invalid-input');
};

describe('at the same moment', () => {
  it('two corrections of the same hours come to what one of them said', () =>
    again(async () => {
      const worked = await sheet([line(monday, 480)], 'finalised');
      const answers = await Promise.all([correct(worked, [line(monday, 420)]), correct(worked, [line(monday, 420)])]);
      for (const answer of answers) refusedInWords(answer);
      expect(await minutesOf(worked.placementId)).toBe(420);
    }));

  it('a correction that is sent many times is there once, and each time is told so', () =>
    again(async () => {
      const worked = await sheet([line(monday, 480)], 'finalised');
      const { periodVersion } = (await ask(test.app, staff, 'GET', `/api/worksheets/${worked.id}/correction`)).body;
      const sent = { id: newId(), reason: 'Anders gewerkt', periodVersion, lines: [line(monday, 420)] };
      const answers = await Promise.all(Array.from({ length: 8 }, () => step(staff, worked, 'corrections', sent)));
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`))).toEqual(new Set([`201 ${sent.id}`]));
    }));

  it('a correction takes nothing away of hours that its sender did not see', async () => {
    const worked = await sheet([line(monday, 480)], 'finalised');
    const seen = (await ask(test.app, staff, 'GET', `/api/worksheets/${worked.id}/correction`)).body;
    expect((await add(worked, [line(tuesday, 300)])).status).toBe(201);
    const blind = await step(staff, worked, 'corrections', {
      ...{ reason: 'Anders gewerkt', periodVersion: seen.periodVersion, lines: [line(monday, 420)] },
    });
    expect([blind.status, blind.body.code]).toEqual([409, 'worksheet-changed']);
    const { periodVersion } = (await ask(test.app, staff, 'GET', `/api/worksheets/${worked.id}/correction`)).body;
    const lines = [line(monday, 420), line(tuesday, 300)];
    expect((await step(staff, worked, 'corrections', { reason: 'Anders gewerkt', periodVersion, lines })).status).toBe(
      201,
    );
    expect(await minutesOf(worked.placementId)).toBe(720);
  });

  it('a correction and hours that are added stay within the day, and neither takes from the other unseen', () =>
    again(async () => {
      const worked = await sheet([line(monday, 480)], 'finalised');
      const [added, corrected] = await Promise.all([
        add(worked, [line(monday, 900)]),
        correct(worked, [line(monday, 600)]),
      ]);
      refusedInWords(added);
      refusedInWords(corrected);
      expect(await minutesOf(worked.placementId)).toBeLessThanOrEqual(1440);
    }));

  it('a correction that takes hours away and a surcharge beside them never leave the surcharge alone', () =>
    again(async () => {
      const worked = await sheet([line(monday, 480), line(tuesday, 480)], 'finalised');
      const answers = await Promise.all([add(worked, [beside(monday, 360)]), correct(worked, [line(tuesday, 480)])]);
      for (const answer of answers) refusedInWords(answer);
    }));

  it('two supplements of which one fits, of hours and of surcharges', () =>
    again(async () => {
      const worked = await sheet([line(monday, 480), line(tuesday, 480)]);
      const hours = await Promise.all([add(worked, [line(monday, 720)]), add(worked, [line(monday, 720)])]);
      expect(hours.map(({ status }) => status).sort()).toEqual([201, 400]);
      const surcharges = await Promise.all([add(worked, [beside(tuesday, 300)]), add(worked, [beside(tuesday, 300)])]);
      expect(surcharges.map(({ status }) => status).sort()).toEqual([201, 400]);
    }));

  it('hours are taken back, declined or corrected while a surcharge beside them is sent', () =>
    again(async () => {
      const worked = await sheet([line(tuesday, 480)]);
      const more: Sheet = (await add(worked, [line(monday, 480)])).body;
      const [beneath, declined] = await Promise.all([
        add(worked, [beside(monday, 360)]),
        post(supervisor, '/decline', { items: [{ id: more.id, version: more.version }], reason: 'Niet gezien' }),
        step(employee, more, 'withdraw'),
      ]);
      refusedInWords(beneath);
      expect(declined.status).toBe(200);
    }));

  it('hours are sent that were declined, and added to the same day', () =>
    again(async () => {
      const worked = await sheet([line(tuesday, 480)]);
      const more: Sheet = (await add(worked, [line(monday, 900)])).body;
      const back: Sheet = (await step(employee, more, 'withdraw')).body;
      const answers = await Promise.all([step(employee, back, 'send'), add(worked, [line(monday, 900)])]);
      for (const answer of answers) refusedInWords(answer);
      expect(await minutesOf(worked.placementId, monday)).toBe(900);
    }));
});

import { addDays, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import type { MissingRate } from '@konnekt/shared/placements/rate.schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  hourTypeId,
  type Person,
} from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();

let employee: Client;
let supervisor: Client;
let staff: Client;
let employeePerson: Person;
let organisationId: string;
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db, 'Van Dijk Logistiek');
  supervisor = await signInSupervisor(test, organisationId, { mayRegister: true });
  staff = await signInNew(test, 'staff');
  employeePerson = await createPerson(db);
  employee = await signInAs(app, employeePerson);
});

/** What the tests' clock says. */
const today = '2026-11-21';
const monday = addDays(today, 1 - weekdayOf(today));
/** The week before this one, as an address names it. */
const lastWeek = () => {
  const startsOn = addDays(monday, -7);
  const { year, week } = isoWeekOf(startsOn);
  return { startsOn, year, number: week };
};
const line = (date: string, minutes = 480) => ({ hourTypeId: normal, date, minutes });
const post = (client: Client, path: string, body: object) => ask(test.app, client, 'POST', path, body);
const start = (client: Client, placementId: string) => {
  const { startsOn, year, number } = lastWeek();
  return post(client, '/api/worksheets', { placementId, year, number, lines: [line(startsOn)] });
};
const step = (client: Client, { id, version }: { id: string; version: number }, action: string, more = {}) =>
  post(client, `/api/worksheets/${id}/${action}`, { version, ...more });

describe('the office fills in for somebody', () => {
  it('and the client approves it as usual; the history says who filled it in', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    const draft = (await start(staff, placementId)).body;
    expect(draft).toMatchObject({ filledBy: 'staff', status: 'draft' });
    // Nobody else sees what the office has not sent yet.
    expect((await ask(test.app, employee, 'GET', `/api/worksheets/${draft.id}`)).status).toBe(404);
    const sent = (await step(staff, draft, 'send')).body;
    expect(sent).toMatchObject({ status: 'submitted', submissions: [{ sentByRole: 'staff' }] });
    const seen = (await ask(test.app, employee, 'GET', `/api/worksheets/${sent.id}`)).body;
    expect(seen.allowed).not.toContain('withdraw');
    const { body } = await post(supervisor, '/api/worksheets/approve', { items: [{ id: sent.id, version: 2 }] });
    expect(body.done).toHaveLength(1);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('where a supervisor registers, too: what the office filled in waits for the client', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId, { hoursBy: 'supervisor' });
    const sent = (await step(staff, (await start(staff, placementId)).body, 'send')).body;
    expect(sent.status).toBe('submitted');
    const { startsOn: _, year, number: period } = lastWeek();
    const rows = [{ placementId, lines: [{ hourTypeId: normal, date: null, minutes: 60 }] }];
    const registered = await post(supervisor, '/api/registration/save', { periodType: 'week', year, period, rows });
    expect(registered.body.refused).toHaveLength(1);
  });

  it('by taking over what the employee only saved; the employee finds theirs changed', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    const draft = (await start(employee, placementId)).body;
    const { startsOn } = lastWeek();
    const path = `/api/worksheets/${draft.id}`;
    const taken = await ask(test.app, staff, 'PUT', path, { version: 1, lines: [line(startsOn, 450)] });
    expect(taken.body).toMatchObject({ filledBy: 'staff', totalMinutes: 450 });
    expect((await ask(test.app, employee, 'PUT', path, { version: 1, lines: [] })).status).toBe(404);
  });

  it('but not over hours that wait for the client, nor by somebody for themselves', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    const sent = (await step(employee, (await start(employee, placementId)).body, 'send')).body;
    const { startsOn } = lastWeek();
    const path = `/api/worksheets/${sent.id}`;
    const over = await ask(test.app, staff, 'PUT', path, { version: 2, lines: [line(startsOn)] });
    expect(over.body.code).toBe('wrong-state');
    expect((await step(staff, sent, 'withdraw')).body.code).toBe('not-allowed');
    const both = await createPerson(test.db, { role: 'staff', isEmployee: true });
    const own = await createPlacement(test.db, both, organisationId);
    expect((await start(await signInAs(test.app, both), own)).body.code).toBe('own-hours');
  });

  it('and adds hours to what was sent, as a part that waits by itself', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    const sent = (await step(employee, (await start(employee, placementId)).body, 'send')).body;
    const added = await step(staff, sent, 'supplements', { lines: [line(addDays(lastWeek().startsOn, 1))] });
    expect(added.body).toMatchObject({ kind: 'supplement', filledBy: 'staff', status: 'submitted' });
  });
});

describe('what is owed', () => {
  const owedBy = async (placementId: string) =>
    (await ask(test.app, staff, 'GET', `/api/worksheets?phase=to-fill&placementId=${placementId}&limit=500`)).body;
  const weeksOf = ({ items }: { items: { period: { startsOn: string } }[] }) =>
    items.map(({ period }) => period.startsOn).sort();

  it('is nothing of a period that the agency closed, in list and count alike', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    const before = await owedBy(placementId);
    const { startsOn } = lastWeek();
    await test.db.query(sql`UPDATE period SET closed_at = now() WHERE type = 'week' AND starts_on = ${startsOn}::date`);
    const after = await owedBy(placementId);
    await test.db.query(sql`UPDATE period SET closed_at = NULL WHERE type = 'week' AND starts_on = ${startsOn}::date`);
    expect(weeksOf(before)).toContain(startsOn);
    expect(weeksOf(after)).not.toContain(startsOn);
    expect(after.total).toBe(before.total - 1);
  });

  it('is nothing from before the day that hours are entered here: the agency’s, or the client’s own', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    await test.db.query(sql`UPDATE agency SET hours_from = ${addDays(monday, -14)}::date`);
    expect(weeksOf(await owedBy(placementId))).toEqual([-14, -7, 0].map((days) => addDays(monday, days)));
    await test.db.query(sql`UPDATE organisation SET hours_from = ${monday}::date WHERE id = ${organisationId}::uuid`);
    expect(weeksOf(await owedBy(placementId))).toEqual([monday]);
    await test.db.query(sql`UPDATE agency SET hours_from = NULL`);
    await test.db.query(sql`UPDATE organisation SET hours_from = NULL`);
  });

  it('is what was begun or came back, also from before that day: the screens say from when on', async () => {
    const placementId = await createPlacement(test.db, employeePerson, organisationId);
    await start(employee, placementId);
    await test.db.query(sql`UPDATE organisation SET hours_from = ${monday}::date WHERE id = ${organisationId}::uuid`);
    const { startsOn, year, number } = lastWeek();
    expect(weeksOf(await owedBy(placementId))).toEqual([startsOn, monday]);
    const path = `/api/placements/${placementId}/entry?year=${year}&number=${number}`;
    expect((await ask(test.app, employee, 'GET', path)).body.hoursFrom).toBe(monday);
    await test.db.query(sql`UPDATE organisation SET hours_from = NULL`);
    expect((await ask(test.app, employee, 'GET', path)).body.hoursFrom).toBe(null);
  });

  it('is still at hand in the week in which the placement ended', async () => {
    const person = await createPerson(test.db);
    await createPlacement(test.db, person, organisationId, { endsOn: monday });
    const home = (await ask(test.app, await signInAs(test.app, person), 'GET', '/api/home')).body;
    expect(home.employee.current).toHaveLength(1);
  });
});

describe('the last approval', () => {
  it('says which hours have no rate on their day, or lack the budget number that the client asks for', async () => {
    const placementId = await createPlacement(test.db, await createPerson(test.db), organisationId);
    const draft = (await start(staff, placementId)).body;
    const sent = (await step(staff, draft, 'send')).body;
    await post(supervisor, '/api/worksheets/approve', { items: [{ id: sent.id, version: sent.version }] });
    const codes = async (client: Client, phase = 'phase=to-finalise') => {
      const { body } = await ask(test.app, client, 'GET', `/api/worksheets?${phase}&placementId=${placementId}`);
      return body.items[0].standsOut.filter((code: string) => code.startsWith('no-'));
    };
    /** As the list has it, and the worksheet's own page. */
    const missing = async (client: Client) => {
      const list = await ask(test.app, client, 'GET', `/api/worksheets?phase=to-finalise&placementId=${placementId}`);
      const page = await ask(test.app, client, 'GET', `/api/worksheets/${sent.id}`);
      return [list.body.items[0], page.body].map(({ missingRates }) =>
        missingRates.map(({ code, date, lines }: MissingRate) => [code, date, lines]),
      );
    };
    expect(await codes(staff)).toEqual(['no-rate']);
    expect(await missing(staff)).toEqual([[['N100', sent.lines[0].date, 1]], [['N100', sent.lines[0].date, 1]]]);
    expect(await missing(supervisor)).toEqual([[], []]);
    await createRate(test.db, placementId, { validFrom: '2026-11-21' });
    expect(await codes(staff)).toEqual(['no-rate']);
    await createRate(test.db, placementId, { validFrom: '2026-11-01' });
    await test.db.query(sql`UPDATE organisation SET requires_budget_number = TRUE WHERE id = ${organisationId}::uuid`);
    expect(await codes(staff)).toEqual(['no-budget-number']);
    expect(await codes(supervisor)).toEqual([]);
    expect(await codes(supervisor, 'status=sent')).toEqual([]);
    await test.db.query(sql`UPDATE organisation SET requires_budget_number = FALSE WHERE id = ${organisationId}::uuid`);
  });
});

import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { beforeAll, describe, expect, it } from 'vitest';
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
import { signInAs, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();

let person: Person;
let employee: Client;
let supervisor: Client;
let organisationId: string;
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db);
  person = await createPerson(db);
  [employee, supervisor] = [
    await signInAs(app, person),
    await signInSupervisor(test, organisationId, { mayRegister: true }),
  ];
});

const newPlacement = (options = {}) => createPlacement(test.db, person, organisationId, options);
const line = (date: string | null, minutes = 480, more = {}) => ({ hourTypeId: normal, date, minutes, ...more });
const post = (client: Client, url: string, payload: object) => ask(test.app, client, 'POST', url, payload);
const list = async (client: Client, query: string) =>
  (await ask(test.app, client, 'GET', `/api/worksheets?${query}`)).body;
const partsOf = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString());

async function saved(client: Client, placementId: string, lines: object[], number = 47) {
  const { status, body } = await post(client, '/api/worksheets', { placementId, year: 2026, number, lines });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
async function sent(placementId: string, minutes: number, number = 47) {
  const monday = number === 47 ? '2026-11-16' : '2026-11-09';
  const draft = await saved(employee, placementId, [line(monday, minutes)], number);
  return (await post(employee, `/api/worksheets/${draft.id}/send`, { version: draft.version })).body;
}
/** Declined, then changed and not sent again. */
async function mended(placementId: string, from: number, to: number, number = 47) {
  const { id, version, lines } = await sent(placementId, from, number);
  const items = [{ id, version }];
  await post(supervisor, '/api/worksheets/decline', { items, reason: 'Klopt niet' });
  const payload = { version: version + 1, lines: [{ ...lines[0], minutes: to }], remark: 'Nog niet verstuurd' };
  const { status, body } = await ask(test.app, employee, 'PUT', `/api/worksheets/${id}`, payload);
  expect(status).toBe(200);
  return body;
}

describe('hours that are being mended', () => {
  it('show a supervisor what was sent: in the row, its remark marker, the sum of the list, its order and its cursor', async () => {
    const [one, two] = [await newPlacement(), await newPlacement()];
    await mended(one, 300, 61);
    await sent(two, 200);
    const only = await list(supervisor, `placementId=${one}`);
    expect(only).toMatchObject({ totalMinutes: 300, items: [{ workedMinutes: 300, hasRemark: false }] });
    const byHours = await list(supervisor, 'sort=-hours&limit=1');
    expect(byHours.items[0].placementId).toBe(one);
    expect(partsOf(byHours.nextCursor)[0]).toBe('300');
    // Who mends them sees them as they stand.
    expect(await list(employee, `placementId=${one}`)).toMatchObject({
      totalMinutes: 61,
      items: [{ workedMinutes: 61, hasRemark: true }],
    });
  });

  it('are not compared with in the week after', async () => {
    const placementId = await newPlacement();
    await mended(placementId, 300, 61, 46);
    const next = await sent(placementId, 480);
    expect((await list(supervisor, `placementId=${placementId}&year=2026&period=47`)).items[0].previousMinutes).toBe(
      null,
    );
    expect((await ask(test.app, supervisor, 'GET', `/api/worksheets/${next.id}`)).body.previousMinutes).toBe(null);
  });

  it('of a supplement that was taken back stay in sight with the worksheet they belong to', async () => {
    const { id, version } = await sent(await newPlacement(), 480);
    const lines = [line('2026-11-17', 60)];
    const { body: added } = await post(employee, `/api/worksheets/${id}/supplements`, { version, lines });
    await post(employee, `/api/worksheets/${added.id}/withdraw`, { version: added.version });
    expect((await ask(test.app, employee, 'GET', `/api/worksheets/${id}`)).body.supplements).toEqual([
      expect.objectContaining({ id: added.id, status: 'draft', totalMinutes: 60 }),
    ]);
  });
});

describe('a draft that was never sent', () => {
  it('gives nothing away in the list of what is owed: no difference to having saved nothing', async () => {
    const placements = [await newPlacement(), await newPlacement()];
    const draft = await saved(employee, placements[0] ?? '', [line('2026-11-16', 333, { remark: 'geheim' })]);
    const [withDraft, without] = await Promise.all(
      placements.map((id) => list(supervisor, `phase=to-fill&placementId=${id}&year=2026&period=47`)),
    );
    const bare = ({ placementId: _, ...row }: WorksheetRow) => row;
    expect(bare(withDraft.items[0])).toEqual(bare(without.items[0]));
    const reference = draft.reference.slice(-6);
    const query = `phase=to-fill&placementId=${placements[0]}&q=${reference}`;
    expect((await list(supervisor, query)).items).toEqual([]);
    expect((await list(employee, query)).items).toHaveLength(1);
  });

  it('does not show in a cursor', async () => {
    const [one, two] = [await newPlacement(), await newPlacement()];
    for (const [saves, id] of [
      [true, one],
      [false, two],
    ] as const) {
      if (saves) await saved(employee, id, [line('2026-11-16', 333)]);
      const { nextCursor } = await list(supervisor, `phase=to-fill&placementId=${id}&limit=1`);
      expect(partsOf(nextCursor).slice(4)).toEqual([1, expect.any(Number), 0, 0]);
    }
  });

  it('of a client is not shown to the employee that it is about, though they supervise elsewhere', async () => {
    const both = await createSupervisor(test.db, await createOrganisation(test.db), { isEmployee: true });
    const placementId = await createPlacement(test.db, both, organisationId, { hoursBy: 'supervisor' });
    const draft = await saved(supervisor, placementId, [line(null, 600)]);
    const client = await signInAs(test.app, both);
    expect((await list(client, 'phase=to-fill&limit=500')).items).toEqual([]);
    expect((await ask(test.app, client, 'GET', `/api/worksheets/${draft.id}`)).status).toBe(404);
  });
});

describe('what a supervisor who registers is told of earlier weeks', () => {
  it('is nothing of other organisations, and nothing that the employee did not send', async () => {
    const elsewhere = await createPlacement(test.db, person, await createOrganisation(test.db));
    await sent(elsewhere, 444, 46);
    await saved(employee, await newPlacement(), [line('2026-11-09', 333)], 46);
    const placementId = await newPlacement({ hoursBy: 'supervisor' });
    const draft = await saved(supervisor, placementId, [line(null, 100)], 46);
    const entry = (client: Client, id: string) =>
      ask(test.app, client, 'GET', `/api/placements/${id}/entry?year=2026&number=47`);
    const known = (await list(supervisor, 'year=2026&period=46&limit=500')).items;
    const ofSight = known
      .filter(({ status }: WorksheetRow) => status !== 'declined')
      .reduce((sum: number, row: WorksheetRow) => sum + row.workedMinutes, 0);
    expect((await entry(supervisor, placementId)).body.earlierWeekMinutes[0]).toBe(ofSight);
    expect(known.map(({ id }: WorksheetRow) => id)).toContain(draft.id);
  });

  it('is the same in the averages on a worksheet: over this week and those before it, as far as the reader sees', async () => {
    const worker = await createPerson(test.db);
    const own = await signInAs(test.app, worker);
    const here = await createPlacement(test.db, worker, organisationId);
    const there = await createPlacement(test.db, worker, await createOrganisation(test.db));
    const sendFor = async (placementId: string, minutes: number, week: number) => {
      const date = week === 46 ? '2026-11-09' : '2026-11-16';
      const draft = await saved(own, placementId, [line(date, minutes)], week);
      return (await ask(test.app, own, 'POST', `/api/worksheets/${draft.id}/send`, { version: 1 })).body;
    };
    await sendFor(here, 480, 46);
    await sendFor(there, 240, 46);
    const { id, averages } = await sendFor(here, 480, 47);
    expect(averages).toEqual({ fourWeeks: 300, sixteenWeeks: 75 });
    const seen = (await ask(test.app, supervisor, 'GET', `/api/worksheets/${id}`)).body;
    expect(seen.averages).toEqual({ fourWeeks: 240, sixteenWeeks: 60 });
  });

  it('is not what the employee has typed, where the employee used to fill in the hours', async () => {
    const placementId = await newPlacement();
    await saved(employee, placementId, [line('2026-11-09', 333)], 46);
    await test.db.prisma.placement.update({ where: { id: placementId }, data: { hoursBy: 'supervisor' } });
    const { body } = await ask(test.app, supervisor, 'GET', `/api/placements/${placementId}/entry?year=2026&number=47`);
    expect(body.previous).toBeNull();
  });
});

describe('the list of what is owed', () => {
  it('counts the same on every page, also when searched', async () => {
    const other = await createPerson(test.db, { firstName: 'Xandra', lastName: 'Zeldzaam' });
    await createPlacement(test.db, other, organisationId, { startsOn: '2026-10-26' });
    const first = await list(supervisor, 'phase=to-fill&q=zeldzaam&limit=3');
    const second = await list(supervisor, `phase=to-fill&q=zeldzaam&limit=3&cursor=${first.nextCursor}`);
    expect([first.total, second.total, second.items.length, second.nextCursor]).toEqual([4, 4, 1, null]);
  });

  it('takes a year or a period by itself', async () => {
    const placementId = await newPlacement();
    const numbers = async (query: string) =>
      (await list(supervisor, `phase=to-fill&placementId=${placementId}&limit=500&${query}`)).items.map(
        ({ period }: WorksheetRow) => [period.year, period.number],
      );
    expect(await numbers('year=2025')).toEqual([]);
    expect(await numbers('year=2026')).toHaveLength(47);
    expect(await numbers('period=46')).toEqual([[2026, 46]]);
  });
});

describe('a page of a list that became shorter meanwhile', () => {
  it('still says how long the list is', async () => {
    const placements = [await newPlacement(), await newPlacement()];
    for (const placementId of placements) await sent(placementId, 480);
    const query = `phase=to-approve&employeeId=${person.employeeId}&sort=-hours`;
    const { total, items: all } = await list(supervisor, `${query}&limit=500`);
    expect(all).toHaveLength(total);
    expect(total).toBeGreaterThanOrEqual(2);
    const { nextCursor } = await list(supervisor, `${query}&limit=${total - 1}`);
    const { items } = await list(supervisor, `${query}&cursor=${nextCursor}`);
    expect(items).toHaveLength(1);
    const { body } = await post(supervisor, '/api/worksheets/approve', {
      items: items.map(({ id, version }: WorksheetRow) => ({ id, version })),
    });
    expect(body.refused).toEqual([]);
    expect(await list(supervisor, `${query}&cursor=${nextCursor}`)).toMatchObject({ items: [], total: total - 1 });
  });
});

it('a phase and a state that exclude each other are an empty list, for a supervisor as for everybody', async () => {
  for (const query of [
    'phase=to-approve&status=finalised',
    'phase=done&status=draft',
    'phase=to-finalise&status=submitted',
  ]) {
    for (const client of [supervisor, employee]) {
      const { status, body } = await ask(test.app, client, 'GET', `/api/worksheets?${query}&sort=-period`);
      expect([status, body.items, body.total], query).toEqual([200, [], 0]);
    }
  }
});

it('pages of a supervisor of many organisations neither skip nor repeat, oldest or newest first', async () => {
  const { app, db } = test;
  const many = await createPerson(db, { role: 'supervisor' });
  const reader = await signInAs(app, many);
  for (let n = 0; n < 7; n++) {
    const place = await createOrganisation(db);
    await giveRight(db, many, place);
    const worker = await createPerson(db);
    const client = await signInAs(app, worker);
    const placementId = await createPlacement(db, worker, place);
    for (const number of [40 + n, 44, 47].slice(n % 3)) {
      const monday = addDays('2026-11-16', -7 * (47 - number));
      const draft = await saved(client, placementId, [line(monday)], number);
      await post(client, `/api/worksheets/${draft.id}/send`, { version: draft.version });
    }
  }
  for (const sort of ['period', '-period']) {
    const whole = await list(reader, `phase=to-approve&sort=${sort}&limit=100`);
    expect(whole.items.length).toBeGreaterThan(10);
    for (const limit of [1, 2, 5]) {
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await list(reader, `phase=to-approve&sort=${sort}&limit=${limit}${cursor}`);
        found.push(...page.items.map(({ id }: WorksheetRow) => id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect(found).toEqual(whole.items.map(({ id }: WorksheetRow) => id));
    }
  }
});

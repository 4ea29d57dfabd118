import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  createSupervisor,
  hourTypeId,
  type Person,
} from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let supervisor: Client;
let stranger: Client;
let anna: Client;
let client: string;
let placementId: string;
let boss: Person;

const post = (who: Client, path: string, body: object) => ask(test.app, who, 'POST', path, body);
const get = async (path: string, who: Client = supervisor) => (await ask(test.app, who, 'GET', path)).body;

/** A week of five days, sent. */
async function send(who: Client, placement: string, number: number, minutes: number, code = 'N100') {
  const type = await hourTypeId(test.db, code);
  const monday = number === 46 ? 9 : 16;
  const lines = [0, 1, 2, 3, 4].map((day) => ({
    hourTypeId: type,
    date: `2026-11-${String(monday + day).padStart(2, '0')}`,
    minutes,
  }));
  return sendHours(test, who, placement, { number, lines });
}

beforeAll(async () => {
  const { app, db } = test;
  await createPerson(db, { role: 'staff', firstName: 'Carla', lastName: 'Aa' });
  staff = await signInNew(test, 'staff');
  client = await createOrganisation(db, 'Aarts');
  await db.query(sql`UPDATE organisation SET cost_centre = 'KP 1' WHERE id = ${client}::uuid`);
  boss = await createSupervisor(db, client);
  supervisor = await signInAs(app, boss);
  stranger = await signInSupervisor(test, await createOrganisation(db, 'Elders'));
  const person = await createPerson(db, { lastName: 'Zwart' });
  placementId = await createPlacement(db, person, client);
  await createRate(db, placementId, { billCents: 3025 });
  anna = await signInAs(app, person);
  await send(anna, placementId, 46, 480);
  const week = await send(anna, placementId, 47, 450);
  await post(supervisor, '/api/worksheets/approve', { items: [{ id: week.id, version: week.version }] });
  await post(anna, `/api/worksheets/${week.id}/supplements`, {
    version: week.version + 1,
    lines: [{ hourTypeId: await hourTypeId(db, 'SCK'), date: '2026-11-21', minutes: 60 }],
    remark: 'Vergeten',
  });
  // Over, and without hours.
  await createPlacement(db, await createPerson(db, { lastName: 'Bos' }), client, { endsOn: '2026-03-31' });
});

describe('jobs', () => {
  it('are those of one’s organisations, of oneself, or all: with the hours of the last period and of this year', async () => {
    const { items } = await get('/api/jobs');
    expect(items.map(({ employeeSortName }: { employeeSortName: string }) => employeeSortName.split(',')[0])).toEqual([
      'Bos',
      'Zwart',
    ]);
    expect(items[1]).toMatchObject({
      ...{ functionName: 'Magazijnmedewerker', plannedMinutes: 2400, yearMinutes: 5 * 930 },
      last: { period: { year: 2026, number: 47 }, workedMinutes: 5 * 450 },
    });
    expect(items[0]).toMatchObject({ last: null, yearMinutes: 0 });
    expect((await get('/api/jobs', anna)).items).toHaveLength(1);
    expect((await get('/api/jobs', stranger)).items).toEqual([]);
    expect((await get('/api/jobs', staff)).items).toHaveLength(2);
  });

  it('can be narrowed down to who works there now, worked there, and is called so', async () => {
    expect((await get('/api/jobs?running=past')).items).toHaveLength(1);
    expect((await get('/api/jobs?running=now')).items).toHaveLength(1);
    expect((await get('/api/jobs?q=zwart')).items).toHaveLength(1);
    expect((await get(`/api/jobs?organisationId=${client}&q=aarts`)).items).toHaveLength(2);
  });

  it('show the history by period, with all that was sent of each, newest first and page by page', async () => {
    const first = await get(`/api/jobs/${placementId}/periods?limit=1`);
    expect(first).toMatchObject({
      total: 2,
      items: [
        {
          ...{ period: { number: 47 }, workedMinutes: 2250, totalMinutes: 2310, plannedMinutes: 2400 },
          differenceMinutes: -90, // the hour of sickness is accounted for
          worksheets: [
            { kind: 'regular', status: 'approved', totalMinutes: 2250 },
            { kind: 'supplement', status: 'submitted', totalMinutes: 60 },
          ],
        },
      ],
    });
    const second = await get(`/api/jobs/${placementId}/periods?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(second).toMatchObject({ nextCursor: null, items: [{ period: { number: 46 }, workedMinutes: 2400 }] });
    expect(await get(`/api/jobs/${placementId}/periods?year=2026`)).toMatchObject({ total: 2 });
    expect(await get(`/api/jobs/${placementId}/periods?year=2025`)).toMatchObject({ total: 0, items: [] });
  });

  it('add up by year and hour type to the same minutes', async () => {
    const { years } = await get(`/api/jobs/${placementId}`);
    expect(years).toMatchObject([
      {
        ...{ year: 2026, workedMinutes: 4650, totalMinutes: 4710 },
        types: [
          { hourTypeNl: 'Normale uren', minutes: 4650 },
          { hourTypeNl: 'Ziek', minutes: 60 },
        ],
      },
    ]);
    const { items } = await get(`/api/jobs/${placementId}/periods`);
    const sum = items.reduce((all: number, { totalMinutes }: { totalMinutes: number }) => all + totalMinutes, 0);
    expect(years[0].totalMinutes).toBe(sum);
  });

  it('hold no hours that came back or were never sent', async () => {
    const draft = { hourTypeId: await hourTypeId(test.db), date: '2026-11-02', minutes: 480 };
    await post(anna, '/api/worksheets', { placementId, year: 2026, number: 45, lines: [draft] });
    for (const who of [anna, supervisor, staff])
      expect((await get(`/api/jobs/${placementId}`, who)).years[0].totalMinutes).toBe(4710);
  });

  it('name whom to ask at the agency: only somebody of the office', async () => {
    const record = await get(`/api/organisations/${client}`, staff);
    const put = (agencyContactId: string | null, version: number) => {
      const { id: _, budgetNumbers: __, ...fields } = record;
      return ask(test.app, staff, 'PUT', `/api/organisations/${client}`, { ...fields, agencyContactId, version });
    };
    expect((await put(boss.personId, record.version)).body.errors).toMatchObject([{ pointer: '/agencyContactId' }]);
    const [contact] = (await get('/api/agency-contacts', staff)).items;
    const saved = await put(contact.id, record.version);
    expect(saved.status).toBe(200);
    expect((await get(`/api/jobs/${placementId}`)).contact).toMatchObject({ name: 'Carla de Aa' });
    // Who left the office may stay named, and is shown to nobody.
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE person_id = ${contact.id}::uuid`);
    expect((await get(`/api/jobs/${placementId}`)).contact).toBeNull();
  });

  it('come as a file with a row per period and hour type, whose hours are those of the screen', async () => {
    const rowsOf = async (query: string, who = supervisor) =>
      (await askFile(test.app, who, `/api/jobs/export?format=csv&language=nl${query}`)).body
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';'));
    const rows = await rowsOf('&year=2026');
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['2026-W46', '09-11-2026', '15-11-2026', 'Normale uren', '40', 'uur', 'Wacht op goedkeuring'],
      ['2026-W47', '16-11-2026', '22-11-2026', 'Normale uren', '37,5', 'uur', 'Goedgekeurd'],
      ['2026-W47', '16-11-2026', '22-11-2026', 'Ziek', '1', 'uur', 'Wacht op goedkeuring'],
    ]);
    expect(await rowsOf('&year=2025')).toEqual([]);
    expect(await rowsOf('', stranger)).toEqual([]);
  });
});

describe('GET /api/jobs/totals', () => {
  it('adds up hours by function and cost centre, and their cost for who may see invoices', async () => {
    const row = { organisationName: 'Aarts', functionName: 'Magazijnmedewerker', costCentre: 'KP 1', employees: 1 };
    expect(await get('/api/jobs/totals?year=2026')).toEqual({
      year: 2026,
      items: [{ ...row, organisationId: client, minutes: 4710, billCents: null }],
    });
    await test.db.query(
      sql`UPDATE supervisor_right SET may_see_invoices = true WHERE person_id = ${boss.personId}::uuid`,
    );
    // 40 and 37.5 hours at 30.25, a week each: 1210.00 + 1134.375, each rounded once.
    expect((await get('/api/jobs/totals?year=2026')).items[0].billCents).toBe(121_000 + 113_438);
    expect((await get('/api/jobs/totals', staff)).items[0].billCents).toBe(234_438);
    expect((await get('/api/jobs/totals?year=2026', stranger)).items).toEqual([]);
    expect((await get('/api/jobs/totals?year=2025')).items).toEqual([]);
  });
});

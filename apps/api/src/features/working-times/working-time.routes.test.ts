import { mostPdfLines } from '@konnekt/shared/working-times/working-time.words';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let supervisor: Client;
let stranger: Client;
let anna: Client;
let staff: Client;
let totals: string;

const days = 'from=2026-11-09&until=2026-11-22';
const get = async (path: string, who: Client = supervisor) => (await ask(test.app, who, 'GET', path)).body;

async function send(who: Client, placementId: string, lines: object[]) {
  const hourType = await hourTypeId(test.db);
  const body = { placementId, year: 2026, number: 47, lines: lines.map((line) => ({ hourTypeId: hourType, ...line })) };
  const sheet = (await ask(test.app, who, 'POST', '/api/worksheets', body)).body;
  expect((await ask(test.app, who, 'POST', `/api/worksheets/${sheet.id}/send`, { version: 1 })).status).toBe(200);
}

beforeAll(async () => {
  const { app, db } = test;
  const client = await createOrganisation(db, 'Aarts');
  staff = await signInNew(test, 'staff');
  supervisor = await signInSupervisor(test, client);
  stranger = await signInSupervisor(test, await createOrganisation(db));
  const person = await createPerson(db, { firstName: 'Anna', lastName: 'Zwart' });
  const timed = await createPlacement(db, person, client, { startsOn: '2026-11-16' });
  await db.prisma.placement.update({ where: { id: timed }, data: { entryMode: 'times' } });
  anna = await signInAs(app, person);
  await send(anna, timed, [
    { date: '2026-11-16', startsAt: '07:00', endsAt: '15:30', breakMinutes: 30, minutes: 480 },
    { date: '2026-11-17', startsAt: '22:00', endsAt: '06:00', breakMinutes: 30, minutes: 450 },
    { date: '2026-11-18', startsAt: '15:00', endsAt: '20:00', breakMinutes: 0, minutes: 300 },
  ]);
  const other = await createPerson(db, { firstName: 'Bas', lastName: 'Bos' });
  totals = await createPlacement(db, other, client, { startsOn: '2026-11-09' });
  await send(await signInAs(app, other), totals, [{ date: '2026-11-16', minutes: 480 }]);
});

describe('the register of working and rest times', () => {
  it('says what it holds and what it lacks: hours without begin and end, and weeks of which nothing was sent', async () => {
    expect(await get(`/api/working-times?${days}`)).toMatchObject({
      ...{ employees: 2, lines: 4, workedMinutes: 1710, timedMinutes: 1230 },
      untimed: [{ placementId: totals, employeeName: 'Bas de Bos', entryMode: 'totals', minutes: 480 }],
      missing: { count: 1, items: [{ placementId: totals, period: { year: 2026, number: 46 } }] },
    });
    expect(await get(`/api/working-times?${days}`, stranger)).toMatchObject({ employees: 0, missing: { count: 0 } });
    expect(await get(`/api/working-times?${days}`, anna)).toMatchObject({ employees: 1, workedMinutes: 1230 });
    expect(await get(`/api/working-times?${days}&placementId=${totals}`, staff)).toMatchObject({ employees: 1 });
  });

  it('asks for days in order, and for a year and a week at most', async () => {
    const status = async (query: string) =>
      (await ask(test.app, supervisor, 'GET', `/api/working-times?${query}`)).status;
    expect(await status('from=2026-11-09&until=2026-11-08')).toBe(400);
    expect(await status('from=2025-11-24&until=2026-11-29')).toBe(200);
    expect(await status('from=2025-11-23&until=2026-11-29')).toBe(400);
  });

  it('comes as a spreadsheet: begin, end, break and rest of each day, person by person, and says where times are missing', async () => {
    const file = await askFile(test.app, supervisor, `/api/working-times/file?${days}&format=xlsx&language=nl`);
    const [sheet] = await readXlsxFile(file.rawPayload);
    const [, ...rows] = sheet?.data ?? [];
    // 15 and a half hours of rest, the night, and nine hours after it.
    expect(rows.map((row) => [String(row[0]).split(',')[0], ...row.slice(5)])).toEqual([
      ['Bos', null, null, null, 8, null, 'Zonder begin- en eindtijd'],
      ['Zwart', '07:00', '15:30', 30, 8, null, null],
      ['Zwart', '22:00', '06:00', 30, 7.5, 30.5, null],
      ['Zwart', '15:00', '20:00', 0, 5, 9, null],
    ]);
    const admin = await signInNew(test, 'admin');
    expect((await get('/api/audit?limit=1&action=export', admin)).items[0]).toMatchObject({
      ...{ subjectType: 'working-times-file', subjectName: 'xlsx' },
    });
  });

  it('comes as a PDF in either language', async () => {
    for (const language of ['nl', 'en']) {
      const url = `/api/working-times/file?${days}&format=pdf&language=${language}`;
      const file = await askFile(test.app, supervisor, url);
      expect(file.statusCode).toBe(200);
      expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('comes as a PDF in parts where it is long: every person in one of them', async () => {
    const more = await createPerson(test.db, { firstName: 'Lang', lastName: 'Zzlang' });
    const placementId = await createPlacement(test.db, more, await createOrganisation(test.db));
    const admin = await signInNew(test, 'admin');
    const before = await get(`/api/working-times?${days}`, admin);
    expect(before.pdfParts).toBe(1);
    await send(await signInAs(test.app, more), placementId, [{ date: '2026-11-16', minutes: 1 }]);
    // More lines than anybody sends at once: the rules of what is sent are left out for them.
    await test.db.transaction(null, async (tx) => {
      await tx.query(sql`SET LOCAL session_replication_role = replica`);
      await tx.query(sql`
        INSERT INTO hour_line (worksheet_id, number, hour_type_id, date, minutes)
        SELECT worksheet_id, 1 + n, hour_type_id, date, 1
          FROM hour_line JOIN worksheet w ON w.id = worksheet_id CROSS JOIN generate_series(1, ${mostPdfLines - 1}::int) n
         WHERE w.placement_id = ${placementId}::uuid`);
    });
    const sums = await get(`/api/working-times?${days}`, admin);
    expect(sums).toMatchObject({ lines: before.lines + mostPdfLines, pdfParts: 2 });
    const file = (part: string) => askFile(test.app, admin, `/api/working-times/file?${days}&format=pdf${part}`);
    expect((await file('')).statusCode).toBe(400);
    expect((await file('&part=3')).statusCode).toBe(400);
    const first = await file('&part=1');
    expect([first.statusCode, first.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(first.rawPayload.length).toBeLessThan((await file('&part=2')).rawPayload.length);
  });
});

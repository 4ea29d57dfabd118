import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import {
  type WorksheetRow,
  type WorksheetSort,
  worksheetSorts,
} from '@konnekt/shared/worksheets/worksheet-list.schema';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { saveHours, sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();

let supervisor: Client;
let outsider: Client;
let staff: Client;
let bakery: string;

const names = ['Aa', 'Bos', 'Érard', 'de Wit', 'zonder', 'Bos', 'Çelik', 'Dam', '=Som'];

beforeAll(async () => {
  const { app, db } = test;
  bakery = await createOrganisation(db, 'Bakkerij');
  const organisations = [
    bakery,
    await createOrganisation(db, 'Ålborg Transport'),
    await createOrganisation(db, 'Zeehaven'),
  ];
  supervisor = await signInSupervisor(test, organisations);
  outsider = await signInSupervisor(test, await createOrganisation(db));
  staff = await signInNew(test, 'staff');
  const [normal, sick] = [await hourTypeId(db), await hourTypeId(db, 'SCK')];
  for (const [index, lastName] of names.entries()) {
    const worker = await createPerson(db, { firstName: `P${index % 3}`, lastName });
    const client = await signInAs(app, worker);
    const organisation = organisations[index % 3] ?? bakery;
    const placementId = await createPlacement(db, worker, organisation, { startsOn: '2026-10-26' });
    for (const number of [44, 45, 46]) {
      const monday = { 44: '2026-10-26', 45: '2026-11-02', 46: '2026-11-09' }[number];
      const lines = [{ hourTypeId: normal, date: monday, minutes: 60 * (1 + ((index * 3 + number) % 5)) }];
      if (index % 4 === 0) lines.push({ hourTypeId: sick, date: monday, minutes: 90 });
      if (number === 46 && index % 2 === 0) {
        await saveHours(test, client, placementId, { number, lines });
        continue;
      }
      const { id, version } = await sendHours(test, client, placementId, { number, lines });
      const items = [{ id, version }];
      if (number === 44) await ask(app, supervisor, 'POST', '/api/worksheets/approve', { items });
      if (number === 45 && index % 3 === 0)
        await ask(app, supervisor, 'POST', '/api/worksheets/decline', { items, reason: 'Niet gewerkt' });
    }
  }
});

const list = async (client: Client, query: string) => {
  const { status, body } = await ask(test.app, client, 'GET', `/api/worksheets?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

async function paged(client: Client, query: string): Promise<WorksheetRow[]> {
  const rows: WorksheetRow[] = [];
  for (let cursor = ''; ; ) {
    const page = await list(client, `${query}&limit=7${cursor}`);
    rows.push(...page.items);
    if (!page.nextCursor) return rows;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

const keyOf = (row: WorksheetRow) => `${row.id} ${row.placementId} ${row.period.startsOn}`;
const byText = new Intl.Collator('und').compare;
const orders: Record<string, (one: WorksheetRow, other: WorksheetRow) => number> = {
  period: (one, other) => byText(one.period.startsOn, other.period.startsOn),
  employee: (one, other) => byText(one.employeeSortName, other.employeeSortName),
  organisation: (one, other) => byText(one.organisationName, other.organisationName),
  hours: (one, other) => one.totalMinutes - other.totalMinutes,
  status: (one, other) => rankOf(one) - rankOf(other),
};
const rankOf = ({ status }: WorksheetRow) => (status ? worksheetStatuses.indexOf(status) : -1);

describe('GET /api/worksheets?sort=', () => {
  const lists = {
    everything: 'status=sent',
    'what waits': 'phase=to-approve',
    'what is owed': 'phase=to-fill',
    'what is found': 'q=p1',
  };
  for (const [name, query] of Object.entries(lists)) {
    it.each(worksheetSorts)(
      `${name}, paged by seven, is the whole list in the order of %s`,
      async (sort: WorksheetSort) => {
        for (const client of [supervisor, staff]) {
          const whole = await list(client, `${query}&sort=${sort}&limit=500`);
          expect(whole.items.length).toBeGreaterThan(0);
          expect((await paged(client, `${query}&sort=${sort}`)).map(keyOf)).toEqual(whole.items.map(keyOf));
          const order = orders[sort.replace('-', '')];
          const sign = sort.startsWith('-') ? -1 : 1;
          for (const [index, row] of whole.items.entries())
            if (index > 0)
              expect(sign * (order?.(whole.items[index - 1], row) ?? Number.NaN), keyOf(row)).toBeLessThanOrEqual(0);
        }
      },
    );
  }

  it('says all hours and the worked ones of the whole list, on every page of it', async () => {
    for (const query of ['status=sent', 'phase=to-approve', 'phase=to-fill']) {
      const whole = await list(supervisor, `${query}&limit=500`);
      const sum = (key: 'totalMinutes' | 'workedMinutes') =>
        whole.items.reduce((all: number, row: WorksheetRow) => all + row[key], 0);
      const sizes = {
        total: whole.items.length,
        totalMinutes: sum('totalMinutes'),
        workedMinutes: sum('workedMinutes'),
      };
      expect(whole).toMatchObject(sizes);
      const first = await list(supervisor, `${query}&limit=2`);
      expect(first).toMatchObject(sizes);
      expect(await list(supervisor, `${query}&limit=2&cursor=${first.nextCursor}`)).toMatchObject(sizes);
      if (query !== 'phase=to-fill') expect(sizes.totalMinutes).toBeGreaterThan(sizes.workedMinutes);
    }
  });
});

describe('a long list', () => {
  it('tells the hours of ten thousand worksheets, and of more that they are more', async () => {
    const { items, total, totalMinutes } = await list(supervisor, 'phase=to-approve&limit=50');
    const wait = (count: number) =>
      test.db.query(sql`
        INSERT INTO worksheet_waiting (id, status, organisation_id, employee_id, period_start, total_minutes, worked_minutes)
        SELECT gen_random_uuid(), 'submitted', ${bakery}::uuid, gen_random_uuid(), '2027-01-04', 60, 60 FROM generate_series(1, ${count}::int)`);
    try {
      await wait(10_000 - total);
      expect(await list(supervisor, 'phase=to-approve&limit=5')).toMatchObject({
        ...{ total: 10_000, totalMinutes: totalMinutes + 60 * (10_000 - total) },
      });
      await wait(1);
      const first = await list(supervisor, 'phase=to-approve&limit=5');
      expect(first).toMatchObject({ total: 10_000, totalMinutes: null, workedMinutes: null });
      const second = await list(supervisor, `phase=to-approve&limit=5&cursor=${first.nextCursor}`);
      expect(second).toMatchObject({ total: 10_000, totalMinutes: null, items: items.slice(5, 10) });
    } finally {
      await test.db.query(sql`DELETE FROM worksheet_waiting WHERE period_start = '2027-01-04'`);
    }
  });
});

describe('GET /api/worksheets/status', () => {
  it('counts what each phase holds of a search', async () => {
    for (const filter of ['', 'q=p1', 'q=nobody', `organisationId=${bakery}&q=p0`]) {
      const { body } = await ask(test.app, staff, 'GET', `/api/worksheets/status?${filter}`);
      const totals = await Promise.all(
        ['to-fill', 'to-approve', 'to-finalise', 'done'].map(
          async (phase) => (await list(staff, `phase=${phase}&${filter}`)).total,
        ),
      );
      expect([body.toFill, body.toApprove, body.toFinalise, body.done]).toEqual(totals);
    }
  });
});

describe('GET /api/worksheets/export', () => {
  const file = (client: Client, query: string) =>
    test.app.inject({ url: `/api/worksheets/export?${query}`, cookies: client.cookies });

  it('holds every row of the list in its order, with figures as a spreadsheet of the language reads them', async () => {
    const query = 'status=sent&sort=-hours';
    const whole = await list(staff, `${query}&limit=500`);
    const answer = await file(staff, `${query}&format=csv&language=nl`);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename=urenbriefjes-.*\.csv$/);
    const [heading = '', ...lines] = answer.body.slice(1).trimEnd().split('\r\n');
    const columns = heading.split(';');
    expect(columns).toEqual(expect.arrayContaining(['Werknemer', 'Uren totaal', 'Van']));
    const cells = lines.map((line) => line.split(';'));
    expect(cells.map((row) => row[columns.indexOf('Nummer')])).toEqual(
      whole.items.map(({ reference }: WorksheetRow) => reference),
    );
    expect(cells.map((row) => Number(row[columns.indexOf('Uren totaal')]?.replace(',', '.')) * 60)).toEqual(
      whole.items.map(({ totalMinutes }: WorksheetRow) => totalMinutes),
    );
    expect(cells[0]?.[columns.indexOf('Van')]).toMatch(/^\d\d-\d\d-2026$/);
    expect(answer.body).toContain(`'=Som`);
  });

  it('is a workbook whose figures are figures and whose text is text', async () => {
    const whole = await list(staff, 'status=sent&sort=period&limit=500');
    const answer = await file(staff, 'status=sent&sort=period&format=xlsx&language=en');
    const [sheet] = await readXlsxFile(answer.rawPayload);
    const [heading = [], ...rows] = sheet?.data ?? [];
    const at = (name: string) => heading.indexOf(name);
    expect(rows.map((row) => row[at('Total hours')])).toEqual(
      whole.items.map(({ totalMinutes }: WorksheetRow) => totalMinutes / 60),
    );
    expect(rows.map((row) => row[at('Employee')])).toEqual(
      whole.items.map(({ employeeSortName }: WorksheetRow) => employeeSortName),
    );
    expect(rows[0]?.[at('From')]).toBeInstanceOf(Date);
  });

  it('is told of in the audit log', async () => {
    const admin = await signInNew(test, 'admin');
    await file(supervisor, 'format=xlsx');
    const { body } = await ask(test.app, admin, 'GET', '/api/audit?action=export');
    expect(body.items[0]).toMatchObject({ action: 'export', subjectType: 'worksheets-file', subjectName: 'xlsx' });
  });

  it('holds no more than its reader sees', async () => {
    const answer = await file(outsider, 'format=csv&language=en');
    expect(answer.body.slice(1).trimEnd().split('\r\n')).toHaveLength(1);
  });
});

import type { DeadlineState, StatusOverview } from '@konnekt/shared/status/status.contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();

let staff: Client;
let supervisor: Client;
let registrar: Client;
let outsider: Client;
let employee: Client;
let bakery: string;
let harbour: string;

/** Three people at each of two clients since week 44: some sent nothing, some wait, some came back, some are approved. */
beforeAll(async () => {
  const { app, db } = test;
  [bakery, harbour] = [await createOrganisation(db, 'Bakkerij'), await createOrganisation(db, 'Zeehaven')];
  const person = await createSupervisor(db, [bakery, harbour], { firstName: 'Sanne', lastName: 'Bos' });
  supervisor = await signInAs(app, person);
  registrar = await signInSupervisor(test, bakery, { mayApprove: false });
  outsider = await signInSupervisor(test, await createOrganisation(db));
  staff = await signInNew(test, 'staff');
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const worker = await createPerson(db, { firstName: 'P', lastName: `Werker ${index}` });
    const client = await signInAs(app, worker);
    if (index === 0) employee = client;
    const placementId = await createPlacement(db, worker, index < 3 ? bakery : harbour, { startsOn: '2026-10-26' });
    for (const number of [44, 46]) {
      if (index % 3 === 2 && number === 46) continue;
      const { id, version } = await sendHours(test, client, placementId, { number });
      const items = [{ id, version }];
      if (number === 44) await ask(app, supervisor, 'POST', '/api/worksheets/approve', { items });
      if (number === 46 && index === 4)
        await ask(app, supervisor, 'POST', '/api/worksheets/decline', { items, reason: 'Niet gewerkt' });
    }
  }
});

const get = async <T>(client: Client, address: string): Promise<T> => {
  const { status, body } = await ask(test.app, client, 'GET', address);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const overview = (client: Client, query = '') => get<StatusOverview>(client, `/api/status?${query}`);
/** A choice that is made twice is the last one. */
const sizeOf = async (client: Client, phase: string, choices: string) => {
  const query = new URLSearchParams(Object.fromEntries(new URLSearchParams(choices)));
  return (await get<{ total: number }>(client, `/api/worksheets?phase=${phase}&${query}`)).total;
};

/** One client has a deadline of its own, and no other. */
const approvesOnThursday = (id: string) =>
  test.db.query(sql`
    UPDATE organisation SET approve_by_weekday = CASE WHEN id = ${id}::uuid THEN 4 END, approve_by_minutes = CASE WHEN id = ${id}::uuid THEN 600 END`);

describe('GET /api/status', () => {
  it('counts what the lists hold, in all, by period and by organisation, for everybody', async () => {
    const phases = { toFill: 'to-fill', toApprove: 'to-approve', toFinalise: 'to-finalise' } as const;
    for (const client of [staff, supervisor, registrar, outsider, employee]) {
      for (const query of ['', 'q=werker', 'periodType=week&year=2026&period=46', `organisationId=${bakery}`]) {
        const { periods, organisations, ...all } = await overview(client, query);
        const groups = [
          { counts: all, of: query },
          ...periods.map(({ period, ...counts }) => ({
            counts,
            of: `${query}&periodType=${period.type}&year=${period.year}&period=${period.number}`,
          })),
          ...organisations.map(({ id, name: _, ...counts }) => ({ counts, of: `${query}&organisationId=${id}` })),
        ];
        for (const { counts, of } of groups)
          for (const [name, phase] of Object.entries(phases))
            expect([of, name, counts[name as keyof typeof phases]]).toEqual([
              of,
              name,
              await sizeOf(client, phase, of),
            ]);
      }
    }
  });

  it('counts who owes a worksheet though there is none', async () => {
    const { organisations } = await overview(staff, 'periodType=week&year=2026&period=46');
    expect(organisations).toEqual([
      { id: bakery, name: 'Bakkerij', toFill: 1, toApprove: 2, toFinalise: 0 },
      { id: harbour, name: 'Zeehaven', toFill: 2, toApprove: 1, toFinalise: 0 },
    ]);
  });

  it('shows nobody what is out of their sight', async () => {
    expect(await overview(outsider)).toMatchObject({ toFill: 0, toApprove: 0, toFinalise: 0, organisations: [] });
    const own = await overview(employee);
    expect(own.organisations.map(({ name }) => name)).toEqual(['Bakkerij']);
  });
});

describe('GET /api/status/deadline', () => {
  const state = (query = '') => get<DeadlineState>(staff, `/api/status/deadline?${query}`);

  it('is the office’s', async () => {
    for (const client of [supervisor, employee])
      expect((await ask(test.app, client, 'GET', '/api/status/deadline')).status).toBe(403);
  });

  it('says of the last week that is over what did not come, what waits, for whom and since when', async () => {
    const found = await state();
    expect(found).toMatchObject({
      period: { year: 2026, number: 46 },
      ...{ expected: 6, notSent: 2, declined: 1, waiting: 3, toFinalise: 0 },
    });
    expect(found.late.map(({ employeeName, isDeclined }) => [employeeName, isDeclined])).toEqual([
      ['P de Werker 2', false],
      ['P de Werker 4', true],
      ['P de Werker 5', false],
    ]);
    expect(
      found.clients.map(({ organisationName, waiting, approvers }) => [organisationName, waiting, approvers]),
    ).toEqual([
      ['Bakkerij', 2, [{ name: 'Sanne de Bos', asked: null }]],
      ['Zeehaven', 1, [{ name: 'Sanne de Bos', asked: null }]],
    ]);
    const { late, clients, waiting } = await state(`periodType=week&year=2026&period=46&organisationId=${harbour}`);
    expect([late.length, clients.length, waiting]).toEqual([2, 1, 1]);
  });

  it('is that of the client one looks at, where it has its own', async () => {
    await approvesOnThursday(harbour);
    const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();
    const of = async (query: string) => {
      const { deadline } = await state(query);
      return [weekdayOf(deadline.approveBy), deadline.approveByMinutes];
    };
    expect(await of(`organisationId=${harbour}`)).toEqual([4, 600]);
    for (const other of ['', `organisationId=${bakery}`, `organisationId=${crypto.randomUUID()}`])
      expect(await of(other)).toEqual([1, 1440]);
  });

  it('is the first after the period, where that still runs or is to come', async () => {
    await approvesOnThursday(harbour);
    const days = async (period: number, more = '') =>
      (await state(`periodType=week&year=2026&period=${period}${more}`)).deadline.approveBy;
    expect(await Promise.all([46, 47, 48, 49].map((period) => days(period)))).toEqual([
      ...['2026-11-23', '2026-11-23', '2026-11-30', '2026-12-07'],
    ]);
    expect(await days(48, `&organisationId=${harbour}`)).toBe('2026-12-03');
  });

  it('says who was asked, and by hand', async () => {
    const only = { periodType: 'week', year: 2026, period: 46, organisationId: harbour };
    const press = (round: string) => ask(test.app, staff, 'POST', '/api/reminders', { round, ...only });
    expect((await press('employees')).body).toEqual({ mails: 2 });
    expect((await press('supervisors')).body).toEqual({ mails: 1 });
    const { late, clients } = await state();
    expect(late.map(({ asked }) => asked && [asked.round, asked.isByHand])).toEqual([
      null,
      ['employees', true],
      ['employees', true],
    ]);
    expect(clients[0]?.approvers[0]?.asked).toMatchObject({ round: 'supervisors', isByHand: true });
  });
});

describe('GET /api/home', () => {
  it('says the first deadline of the clients where somebody works or approves, the agency’s where a client has none', async () => {
    await approvesOnThursday(bakery);
    const weekdayFor = async (client: Client) => {
      const { deadline } = await get<{ deadline: { approveBy: string } }>(client, '/api/home');
      return new Date(`${deadline.approveBy}T12:00:00Z`).getUTCDay();
    };
    expect(await Promise.all([employee, registrar, supervisor, staff].map(weekdayFor))).toEqual([4, 4, 1, 1]);
  });

  it('says an employee who their hours wait for', async () => {
    const { employee: own } = await get<{ employee: { waiting: { waitsFor: string[] }[] } }>(employee, '/api/home');
    expect(own.waiting.map(({ waitsFor }) => waitsFor)).toEqual([['Sanne de Bos']]);
  });
});

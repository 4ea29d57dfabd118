import type { Actor } from '@konnekt/shared/basics/actor';
import { addDays } from '@konnekt/shared/basics/calendar-day';
import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, hourTypeId } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { readDashboard } from './dashboard.repository.ts';

const test = testApp();
const sightOfStaff = { actor: { role: 'staff' } as Actor, today: '2026-11-24' };
let staff: Client;
let organisations: string[];

beforeAll(async () => {
  const { app, db } = test;
  staff = await signInNew(test, 'staff');
  organisations = [await createOrganisation(db, 'Aarts'), await createOrganisation(db, 'Bos')];
  const boss = await createSupervisor(db, organisations);
  const supervisor = await signInAs(app, boss);
  const type = await hourTypeId(db);
  // Three phases, at two clients, in two weeks.
  for (const [index, organisationId] of organisations.entries())
    for (const [step, phase] of ['sent', 'approve', 'finalise'].entries()) {
      const person = await createPerson(db);
      const placementId = await createPlacement(db, person, organisationId);
      const employee = await signInAs(app, person);
      for (const number of [46, 47]) {
        const date = number === 46 ? '2026-11-10' : '2026-11-17';
        const lines = [{ hourTypeId: type, date, minutes: 60 * (1 + index + step) + number }];
        let { id, version } = await sendHours(test, employee, placementId, { number, lines });
        for (const [client, decision] of [
          [supervisor, 'approve'],
          [staff, 'finalise'],
        ] as const) {
          if (phase === 'sent' || (phase === 'approve' && decision === 'finalise')) break;
          const { done } = (await ask(app, client, 'POST', `/api/worksheets/${decision}`, { items: [{ id, version }] }))
            .body;
          [{ id, version }] = done;
        }
      }
    }
});

const dashboard = async (query = '') => (await ask(test.app, staff, 'GET', `/api/dashboard${query}`)).body;
const listed = async (phase: string, query: string) =>
  (await ask(test.app, staff, 'GET', `/api/worksheets?phase=${phase}${query}&limit=1`)).body.workedMinutes;

describe('GET /api/dashboard', () => {
  it('says for each week and organisation what its lists hold, to the minute', async () => {
    const all = await dashboard();
    expect(all.periods).toHaveLength(13);
    const weeks = all.periods.filter(({ done }: { done: number }) => done > 0);
    expect(weeks.map(({ period }: { period: { number: number } }) => period.number)).toEqual([46, 47]);
    const phases = { toApprove: 'to-approve', toFinalise: 'to-finalise', done: 'done' } as const;
    for (const id of [undefined, ...organisations]) {
      const of = id ? await dashboard(`?organisationId=${id}`) : all;
      for (const week of of.periods.slice(-4))
        for (const [name, phase] of Object.entries(phases)) {
          const { year, number } = week.period;
          const query = `&periodType=week&year=${year}&period=${number}${id ? `&organisationId=${id}` : ''}`;
          expect(week[name], `${name} of week ${number}`).toBe(await listed(phase, query));
        }
    }
    expect(all.organisations.map(({ name }: { name: string }) => name)).toEqual(['Bos', 'Aarts']);
    expect(all.organisations[0]).toMatchObject({ approvals: 4 });
    const sum = (rows: { done: number }[]) => rows.reduce((total, { done }) => total + done, 0);
    expect(sum(all.organisations)).toBe(sum(all.periods));
  });

  it('says of a part of a week what the rule of agreed hours says', async () => {
    const day = fc.integer({ min: -3, max: 12 }).map((at) => addDays('2026-11-09', at));
    const week = { startsOn: '2026-11-09', endsOn: '2026-11-15' };
    const undone = new Error('undone');
    const ofWeek = async (startsOn: string, endsOn: string | null, minutes: number) => {
      let found: number | undefined;
      const attempt = test.db.transaction(null, async (tx) => {
        await tx.query(sql`SET LOCAL session_replication_role = replica`);
        await tx.query(sql`
          UPDATE placement SET starts_on = ${startsOn}::date, ends_on = ${endsOn}::date, planned_minutes = ${minutes}::int
           WHERE organisation_id = ${organisations[0]}::uuid`);
        const asked = { periodType: 'week', organisationId: organisations[0] } as const;
        const { periods } = await readDashboard(tx, sightOfStaff, asked, new Date('2026-11-24T12:00Z'));
        found = periods.find(({ period }) => period.number === 46)?.plannedMinutes;
        throw undone;
      });
      await expect(attempt).rejects.toBe(undone);
      return found;
    };
    await fc.assert(
      fc.asyncProperty(day, fc.option(day), fc.nat(4000), async (startsOn, endsOn, plannedMinutes) => {
        fc.pre(endsOn === null || startsOn <= endsOn);
        const agreed = plannedMinutesIn({ startsOn, endsOn, plannedMinutes }, week);
        expect(await ofWeek(startsOn, endsOn, plannedMinutes)).toBe(3 * agreed);
      }),
      { numRuns: 60 },
    );
  });

  it('says how long approvals take, and who was late', async () => {
    // Of one week sent two days before the deadline, of the other a day after it; approved five hours later.
    await test.db.query(sql`ALTER TABLE submission DISABLE TRIGGER USER`);
    await test.db.query(sql`ALTER TABLE worksheet_event DISABLE TRIGGER USER`);
    const at = sql`CASE WHEN w.period_start = '2026-11-09' THEN '2026-11-14T10:00Z'::timestamptz ELSE '2026-11-25T10:00Z' END`;
    await test.db.query(sql`UPDATE submission s SET sent_at = ${at} FROM worksheet w WHERE w.id = s.worksheet_id`);
    await test.db.query(sql`
      UPDATE worksheet_event v SET at = ${at} + interval '5 hours' FROM worksheet w WHERE w.id = v.worksheet_id AND v.action = 'approve'`);
    const asInItsHistory = sql`
      UPDATE worksheet w SET sent_at = s.sent_at, first_sent_at = s.sent_at,
             approved_at = (SELECT v.at FROM worksheet_event v WHERE v.worksheet_id = w.id AND v.action = 'approve')
        FROM submission s WHERE s.id = w.submission_id`;
    await test.db.query(asInItsHistory);
    const { approvals, lateEmployees, organisations: clients } = await dashboard();
    expect(approvals).toMatchObject({ count: 8, medianMinutes: 300 });
    expect(approvals.within.map(({ hours, count }: { hours: number; count: number }) => [hours, count])).toEqual([
      [4, 0],
      [24, 8],
      [48, 0],
      [96, 0],
      [null, 0],
    ]);
    expect(lateEmployees).toHaveLength(6);
    expect(lateEmployees[0]).toMatchObject({ late: 1, overdue: 11, worksheets: 13 });
    // What came too late is not the client's fault.
    expect(clients.map(({ lateApprovals }: { lateApprovals: number }) => lateApprovals)).toEqual([0, 0]);
    await test.db.query(sql`
      UPDATE worksheet_event v SET at = '2026-11-17T10:00Z' FROM worksheet w WHERE w.id = v.worksheet_id AND v.action = 'approve' AND w.period_start = '2026-11-09'`);
    await test.db.query(asInItsHistory);
    const late = (await dashboard()).organisations;
    expect(late.map(({ lateApprovals }: { lateApprovals: number }) => lateApprovals)).toEqual([2, 2]);
    await test.db.query(sql`ALTER TABLE submission ENABLE TRIGGER USER`);
    await test.db.query(sql`ALTER TABLE worksheet_event ENABLE TRIGGER USER`);
  });

  it('says of a client whose hours nobody approved yet that there are none', async () => {
    const nobody = await createOrganisation(test.db, 'Cox');
    await createPlacement(test.db, await createPerson(test.db), nobody);
    const { status, body } = await ask(test.app, staff, 'GET', `/api/dashboard?organisationId=${nobody}`);
    expect([status, body.approvals.count, body.approvals.medianMinutes]).toEqual([200, 0, null]);
    expect(body.approvals.within.map(({ hours, count }: { hours: number; count: number }) => [hours, count])).toEqual([
      [4, 0],
      [24, 0],
      [48, 0],
      [96, 0],
      [null, 0],
    ]);
    expect(body.organisations).toMatchObject([{ id: nobody, approvals: 0, medianMinutes: null, missing: 13 }]);
  });
});

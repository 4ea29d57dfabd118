import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { chanceFrom } from '#api/demo/random';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;

const weeks = [43, 44, 45, 46, 47];
const mondayOf = { 43: '10-19', 44: '10-26', 45: '11-02', 46: '11-09', 47: '11-16' } as Record<number, string>;

/** Weeks of several people at several clients: sent or not, declined, approved and final, by chance, at any moment. */
beforeAll(async () => {
  const { app, db } = test;
  const chance = chanceFrom(20_261_130);
  staff = await signInNew(test, 'staff');
  const type = await hourTypeId(db);
  for (const name of ['Aarts', 'Bos', 'Cox']) {
    const organisationId = await createOrganisation(db, name);
    const supervisor = await signInSupervisor(test, organisationId);
    for (let n = 0; n < 3; n++) {
      const person = await createPerson(db);
      const employee = await signInAs(app, person);
      const placementId = await createPlacement(db, person, organisationId, {
        startsOn: chance.pick(['2026-10-19', '2026-11-04', '2026-01-01']),
        plannedMinutes: chance.pick([0, 1440, 2400]),
      });
      for (const number of weeks) {
        const day = `2026-${mondayOf[number]?.slice(0, 2)}-${String(Number(mondayOf[number]?.slice(3)) + 3).padStart(2, '0')}`;
        const far = chance.number(6);
        const lines = [{ hourTypeId: type, date: day, minutes: 60 + 15 * chance.number(30) }];
        const made = await ask(app, employee, 'POST', '/api/worksheets', { placementId, year: 2026, number, lines });
        if (made.status !== 201 || far < 1) continue;
        const steps = [
          [employee, 'send'],
          [supervisor, far === 2 ? 'decline' : 'approve'],
          [staff, 'finalise'],
        ] as const;
        let { id, version } = made.body;
        for (const [client, step] of steps.slice(0, far === 2 ? 2 : Math.min(far, 3))) {
          const isSending = step === 'send';
          const body = isSending
            ? { version }
            : { items: [{ id, version }], ...(step === 'decline' && { reason: 'Nee' }) };
          const path = isSending ? `/api/worksheets/${id}/send` : `/api/worksheets/${step}`;
          const answer = (await ask(app, client, 'POST', path, body)).body;
          ({ id, version } = isSending ? answer : answer.done[0]);
        }
      }
    }
  }
  // Sent and approved at any moment: each by its own number, so that every run of this test sees the same.
  for (const table of ['submission', 'worksheet_event'])
    await db.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const offset = sql`make_interval(hours => 24 + (w.reference * 7) % 60)`;
  await db.query(
    sql`UPDATE submission s SET sent_at = w.period_end + ${offset} FROM worksheet w WHERE w.id = s.worksheet_id`,
  );
  await db.query(sql`
    UPDATE worksheet_event v SET at = w.period_end + ${offset} + make_interval(hours => (w.reference * 104729) % 150, mins => w.reference % 60)
      FROM worksheet w WHERE w.id = v.worksheet_id AND v.action = 'approve'`);
  await db.query(sql`
    UPDATE worksheet w SET sent_at = s.sent_at, first_sent_at = s.sent_at,
           approved_at = (SELECT v.at FROM worksheet_event v WHERE v.worksheet_id = w.id AND v.action = 'approve' AND w.approved_at IS NOT NULL)
      FROM submission s WHERE s.id = w.submission_id`);
  for (const table of ['submission', 'worksheet_event'])
    await db.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
});

const dashboard = async (query = ''): Promise<Dashboard> =>
  (await ask(test.app, staff, 'GET', `/api/dashboard?${query}`)).body;
const behind = async (query: string) => (await ask(test.app, staff, 'GET', `/api/dashboard/worksheets?${query}`)).body;
const listed = async (query: string) => (await ask(test.app, staff, 'GET', `/api/worksheets?${query}&limit=500`)).body;

const total = <R>(rows: readonly R[], of: (row: R) => number) => rows.reduce((sum, row) => sum + of(row), 0);
const worked = ({ done, toFinalise, toApprove }: { done: number; toFinalise: number; toApprove: number }) =>
  done + toFinalise + toApprove;

describe('each number of the dashboard', () => {
  it('is of a period what its lists add up to: of the phases, and of all that was asked', async () => {
    const { periods } = await dashboard();
    for (const row of periods) {
      const { startsOn, year, number } = row.period;
      const of = `periodType=week&year=${year}&period=${number}`;
      for (const [name, phase] of [
        ['toApprove', 'to-approve'],
        ['toFinalise', 'to-finalise'],
        ['done', 'done'],
      ] as const)
        expect((await listed(`phase=${phase}&${of}`)).workedMinutes, `${name} of week ${number}`).toBe(row[name]);
      expect((await listed(`phase=to-fill&${of}`)).total, `missing of week ${number}`).toBe(row.missing);
      const { size, items } = await behind(`show=asked&startsOn=${startsOn}&limit=500`);
      expect([size.workedMinutes, size.plannedMinutes]).toEqual([worked(row), row.plannedMinutes]);
      expect(total(items, (one: { plannedMinutes: number }) => one.plannedMinutes)).toBe(row.plannedMinutes);
      expect((await behind(`show=missing&startsOn=${startsOn}`)).size.worksheets).toBe(row.missing);
    }
    expect(total(periods, ({ missing }) => missing)).toBeGreaterThan(0);
  });

  it('is of an organisation what its lists add up to', async () => {
    const { organisations, periods } = await dashboard();
    expect(organisations).toHaveLength(3);
    for (const row of organisations) {
      const of = `organisationId=${row.id}&limit=500`;
      const { size } = await behind(`show=asked&${of}`);
      expect([size.workedMinutes, size.plannedMinutes]).toEqual([worked(row), row.plannedMinutes]);
      expect((await behind(`show=missing&${of}`)).total).toBe(row.missing);
      const approved = await behind(`show=approved&${of}`);
      expect([approved.total, approved.size.medianMinutes]).toEqual([row.approvals, row.medianMinutes]);
      expect((await behind(`show=approved-late&${of}`)).total).toBe(row.lateApprovals);
      // Narrowed down to it, the periods say the same.
      const own = await dashboard(`organisationId=${row.id}`);
      expect(total(own.periods, worked)).toBe(worked(row));
      expect(total(own.periods, ({ missing }) => missing)).toBe(row.missing);
    }
    expect(total(organisations, worked)).toBe(total(periods, worked));
    expect(total(organisations, ({ lateApprovals }) => lateApprovals)).toBeGreaterThan(0);
  });

  it('is of the time to approve, and of an employee who was late or still is, what its list holds', async () => {
    const { approvals, lateEmployees } = await dashboard();
    expect((await behind('show=approved')).size).toMatchObject({
      ...{ worksheets: approvals.count, medianMinutes: approvals.medianMinutes },
    });
    expect(total(approvals.within, ({ count }) => count)).toBe(approvals.count);
    for (const { fromHours, hours, count } of approvals.within)
      expect(
        (await behind(`show=approved&fromHours=${fromHours}${hours === null ? '' : `&untilHours=${hours}`}`)).total,
      ).toBe(count);
    for (const { id, late, overdue, worksheets } of lateEmployees) {
      expect((await behind(`show=asked&employeeId=${id}`)).total).toBe(worksheets);
      expect((await behind(`show=sent-late&employeeId=${id}`)).total).toBe(late);
      expect((await behind(`show=overdue&employeeId=${id}`)).total).toBe(overdue);
    }
    expect(total(lateEmployees, ({ late }) => late)).toBe((await behind('show=sent-late')).total);
    expect(total(lateEmployees, ({ overdue }) => overdue)).toBe((await behind('show=overdue')).total);
    expect(total(lateEmployees, ({ overdue }) => overdue)).toBeGreaterThan(0);
  });

  it('has its whole list, page by page', async () => {
    const whole = await behind('show=asked&limit=500');
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { employeeName: string; period: { startsOn: string } }[]; nextCursor: string | null } =
        await behind(`show=asked&limit=7${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items.map(({ employeeName, period }) => `${employeeName} ${period.startsOn}`));
      cursor = page.nextCursor;
    }
    expect(found).toHaveLength(whole.total);
    expect(new Set(found).size).toBe(whole.total);
  });
});

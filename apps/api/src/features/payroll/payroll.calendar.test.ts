import { beforeAll, describe, expect, it } from 'vitest';
import { ask, testApp } from '#api/test/build-app';
import { createPerson, createPlacement } from '#api/test/factories';
import { type PayrollOffice, payrollOffice } from '#api/test/payroll-office';
import { signInAs } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

/** Tuesday after the 53rd week of 2026. */
const test = testApp({ now: () => new Date('2027-01-05T10:00:00Z') });
let office: PayrollOffice;

beforeAll(async () => {
  office = await payrollOffice(test);
});

const night = (date: string, minutes: number) => ({
  ...office.line('N100', date, minutes),
  ...{ startsAt: '22:00', endsAt: '06:00', breakMinutes: 0 },
});
const rows = async (runId: string) => {
  const { items } = await office.get(`/api/payroll-runs/${runId}/worksheets?limit=100`);
  return items as { id: string; period: { type: string; year: number; number: number }; totalMinutes: number }[];
};
async function runOf(periodTypes: string[]) {
  const { id, version } = await office.propose();
  const body = { version, runDate: '2027-01-05', periodTypes, remark: null };
  return (await ask(test.app, office.staff, 'PUT', `/api/payroll-runs/${id}`, body)).body;
}

describe('a payroll run', () => {
  it('pays the 53rd week of a year as that week, beside the 52nd', async () => {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, office.organisationId);
    await office.finalisedAt(person, placementId, [office.line('N100', '2026-12-21', 480)], 52);
    // It ends in another year than it began.
    const days = ['2026-12-28', '2026-12-31', '2027-01-02'].map((date) => office.line('N100', date, 300));
    await office.finalisedAt(person, placementId, days, 53);
    const run = await runOf(['week']);
    expect(run).toMatchObject({ worksheets: 2, employees: 1, totalMinutes: 1380 });
    expect((await rows(run.id)).map(({ period, totalMinutes }) => [period.year, period.number, totalMinutes])).toEqual([
      [2026, 52, 480],
      [2026, 53, 900],
    ]);
    expect((await office.close(run)).body).toMatchObject({ status: 'closed', totalMinutes: 1380, lines: 4 });
  });

  it('pays a night over the clock change by its real minutes: nine hours in autumn, seven in spring', async () => {
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, office.organisationId);
    const employee = await signInAs(test.app, person);
    const asClocks = { placementId, year: 2026, number: 43, lines: [night('2026-10-24', 480)] };
    expect((await office.post(employee, '/api/worksheets', asClocks)).body.code).toBe('invalid-input');
    await office.finalisedAt(person, placementId, [night('2026-10-24', 540)], 43);
    await office.finalisedAt(person, placementId, [night('2026-03-28', 420)], 13);
    await office.finalisedAt(person, placementId, [night('2026-10-31', 480)], 44);
    const run = await runOf(['week']);
    expect((await rows(run.id)).map(({ totalMinutes }) => totalMinutes).sort()).toEqual([420, 480, 540]);
    const closed = (await office.close(run)).body;
    expect(closed).toMatchObject({ status: 'closed', totalMinutes: 1440 });
    // What is paid is what was sealed.
    const sealed = await test.db.pool.query(
      `SELECT l.minutes FROM payroll_line l WHERE l.run_id = $1 ORDER BY l.minutes`,
      [run.id],
    );
    expect(sealed.rows.map(({ minutes }) => minutes)).toEqual([420, 480, 540]);
  });

  it('takes weeks and four weeks together, where both are chosen, each hour once', async () => {
    const [weekly, fourWeekly] = [await createPerson(test.db), await createPerson(test.db)];
    await office.finalised(weekly, [office.line('N100', '2026-11-16', 480)]);
    const placementId = await createPlacement(test.db, fourWeekly, office.organisationId, { periodType: 'four-weeks' });
    const days = ['2026-10-05', '2026-10-14', '2026-11-01'].map((date) => office.line('N100', date, 480));
    await office.finalisedAt(fourWeekly, placementId, days, 11);
    const onlyWeeks = await runOf(['week']);
    expect(onlyWeeks).toMatchObject({ worksheets: 1, totalMinutes: 480 });
    expect(onlyWeeks.leftOut.otherPeriodType).toBe(1);
    const both = await runOf(['week', 'four-weeks']);
    expect(both).toMatchObject({ worksheets: 2, employees: 2, totalMinutes: 1920 });
    expect((await rows(both.id)).map(({ period }) => period.type).sort()).toEqual(['four-weeks', 'week']);
    expect((await office.close(both)).body).toMatchObject({ status: 'closed', worksheets: 2, totalMinutes: 1920 });
    expect((await office.propose()).worksheets).toBe(0);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { chanceFrom } from './random.ts';
import { makeWorksheets } from './worksheets.ts';

it('has nobody save hours of a week that has not begun, or no hours at all', () => {
  const people = Array.from({ length: 40 }, (_, n) => ({
    ...{
      id: `p${n}`,
      employeeId: `e${n}`,
      personId: `q${n}`,
      personName: 'Anna',
      organisationId: 'o',
      organisationIndex: 0,
    },
    ...{ startsOn: '2026-01-01', endsOn: null, periodType: 'week' as const, basis: 'flexible' as const },
    ...{ hoursBy: n % 2 ? ('employee' as const) : ('supervisor' as const), entryMode: 'totals' as const },
    ...{ plannedMinutes: 2400, budgetNumber: null, isDemoEmployee: n === 1 },
  }));
  const week49 = {
    id: 'w',
    type: 'week',
    year: 2026,
    number: 49,
    startsOn: '2026-11-30',
    endsOn: '2026-12-06',
  } as const;
  const staff = { personId: 's', name: 'Sara' };
  const world = { placements: people, periods: [week49], supervisorOf: new Map(), staff, hourTypeIds: new Map() };
  const { worksheets } = makeWorksheets(chanceFrom(1), new Date('2026-11-30T08:00:00Z'), world);
  const drafts = worksheets.filter(({ status }) => status === 'draft');
  expect(drafts.length).toBeGreaterThan(5);
  for (const { total_minutes: minutes, created_at: at } of drafts) {
    expect(minutes).toBeGreaterThan(0);
    expect(String(at) >= week49.startsOn).toBe(true);
  }
});

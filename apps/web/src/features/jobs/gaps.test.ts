import { nextPeriod, periodContaining } from '@konnekt/shared/periods/period';
import { expect, it } from 'vitest';
import { withGaps } from './gaps.ts';

it('leaves room for each period without hours, over New Year too, with what was agreed for it', () => {
  const job = { startsOn: '2026-01-05', endsOn: null, plannedMinutes: 2400 };
  const at = (day: string) => ({
    period: periodContaining('week', day),
    workedMinutes: 2400,
    plannedMinutes: 2400,
  });
  const columns = withGaps(job, [at('2026-12-14'), at('2027-01-04'), at('2027-01-11')], undefined);
  expect(columns.map(({ period, workedMinutes }) => [period.number, workedMinutes])).toEqual([
    [51, 2400],
    [52, 0],
    [53, 0],
    [1, 2400],
    [2, 2400],
  ]);
  expect(columns[1]).toMatchObject({ period: nextPeriod(at('2026-12-14').period), plannedMinutes: 2400 });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-day.ts';
import { plannedMinutesIn } from './planned-minutes.ts';

const placement = { startsOn: '2026-01-01', endsOn: null, plannedMinutes: 2400 };

describe('minutes agreed for a period', () => {
  it.each([
    ['a week', '2026-11-16', '2026-11-22', 2400],
    ['four weeks', '2026-11-02', '2026-11-29', 9600],
    ['five weeks, as the last period of a year with a 53rd has', '2026-11-30', '2027-01-03', 12_000],
    ['a month of 30 days', '2026-11-01', '2026-11-30', 10_286],
  ])('%s', (_, startsOn, endsOn, minutes) => {
    expect(plannedMinutesIn(placement, { startsOn, endsOn })).toBe(minutes);
  });

  it('counts only the days on which the placement runs', () => {
    const week = { startsOn: '2026-11-16', endsOn: '2026-11-22' };
    expect(plannedMinutesIn({ ...placement, startsOn: '2026-11-20' }, week)).toBe(1029);
    expect(plannedMinutesIn({ ...placement, endsOn: '2026-11-16' }, week)).toBe(343);
    expect(plannedMinutesIn({ ...placement, endsOn: '2026-11-10' }, week)).toBe(0);
    expect(plannedMinutesIn({ ...placement, startsOn: '2026-12-01' }, week)).toBe(0);
  });

  it('is as many weeks as the period has, wherever it begins', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 6 }), fc.nat(4000), (day, weeks, plannedMinutes) => {
        const startsOn = addDays('2026-01-01', day);
        const period = { startsOn, endsOn: addDays(startsOn, weeks * 7 - 1) };
        expect(plannedMinutesIn({ ...placement, plannedMinutes }, period)).toBe(weeks * plannedMinutes);
      }),
    );
  });
});

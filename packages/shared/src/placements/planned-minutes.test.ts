import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay, weekdayOf } from '../basics/calendar-day.ts';
import { plannedMinutesIn } from './planned-minutes.ts';

const placement = { startsOn: '2026-01-01', endsOn: null, plannedMinutes: 2400 };

describe('minutes agreed for a period', () => {
  it.each([
    ['a week', '2026-11-16', '2026-11-22', 2400],
    ['four weeks', '2026-11-02', '2026-11-29', 9600],
    ['five weeks, as the last period of a year with a 53rd has', '2026-11-30', '2027-01-03', 12_000],
    ['a month with 21 working days', '2026-11-01', '2026-11-30', 10_080],
  ])('%s', (_, startsOn, endsOn, minutes) => {
    expect(plannedMinutesIn(placement, { startsOn, endsOn })).toBe(minutes);
  });

  it('counts Monday to Friday, as far as the placement runs', () => {
    const week = { startsOn: '2026-11-16', endsOn: '2026-11-22' };
    expect(plannedMinutesIn({ ...placement, startsOn: '2026-11-20' }, week)).toBe(480);
    expect(plannedMinutesIn({ ...placement, endsOn: '2026-11-16' }, week)).toBe(480);
    expect(plannedMinutesIn({ ...placement, startsOn: '2026-11-18' }, week)).toBe(1440);
    expect(plannedMinutesIn({ ...placement, startsOn: '2026-11-21' }, week)).toBe(0);
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

  it('is never more than that of a longer part, and all parts make the whole', () => {
    const day = fc.nat(60);
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [first, middle, last] = days.sort((one, other) => one - other).map((at) => addDays('2026-11-01', at)) as [
          string,
          string,
          string,
        ];
        const whole = plannedMinutesIn(placement, { startsOn: first, endsOn: last });
        const parts = [
          plannedMinutesIn({ ...placement, endsOn: middle }, { startsOn: first, endsOn: last }),
          plannedMinutesIn({ ...placement, startsOn: addDays(middle, 1) }, { startsOn: first, endsOn: last }),
        ];
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(whole);
        expect(whole).toBe(480 * eachDay(first, last).filter((one) => weekdayOf(one) <= 5).length);
      }),
    );
  });
});

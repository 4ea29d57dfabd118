import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from './calendar-day.ts';
import {
  existsIsoWeek,
  formatIsoWeek,
  isoWeekOf,
  isoWeekStart,
  nextWeek,
  parseIsoWeek,
  previousWeek,
  weeksInIsoYear,
} from './iso-week.ts';

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));

describe('the ISO week', () => {
  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2026-11-21', '2026-W47'],
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2028-01-02', '2027-W52'],
  ])('of %s is %s', (day, week) => {
    expect(formatIsoWeek(isoWeekOf(day))).toBe(week);
  });

  it('has 53 in 2015, 2020, 2026 and 2032, and 52 in the years between', () => {
    const long = Array.from({ length: 20 }, (_, index) => 2014 + index).filter((year) => weeksInIsoYear(year) === 53);
    expect(long).toEqual([2015, 2020, 2026, 2032]);
  });

  it('starts on a Monday, even in the calendar year before', () => {
    expect(isoWeekStart(2026, 1)).toBe('2025-12-29');
    expect(isoWeekStart(2026, 53)).toBe('2026-12-28');
    expect(isoWeekStart(2027, 1)).toBe('2027-01-04');
  });

  it('is refused when the year does not have it', () => {
    expect(() => isoWeekStart(2027, 53)).toThrow(RangeError);
    expect(() => isoWeekStart(2026, 0)).toThrow(RangeError);
    expect(existsIsoWeek(2026, 53)).toBe(true);
    expect(existsIsoWeek(2026, 1.5)).toBe(false);
  });

  it('goes from one year into the next and back', () => {
    expect(nextWeek({ year: 2026, week: 52 })).toEqual({ year: 2026, week: 53 });
    expect(nextWeek({ year: 2026, week: 53 })).toEqual({ year: 2027, week: 1 });
    expect(nextWeek({ year: 2027, week: 52 })).toEqual({ year: 2028, week: 1 });
    expect(previousWeek({ year: 2026, week: 1 })).toEqual({ year: 2025, week: 52 });
    expect(previousWeek({ year: 2027, week: 1 })).toEqual({ year: 2026, week: 53 });
  });

  it('is read from its own notation only, and only when it exists', () => {
    expect(parseIsoWeek('2026-W53')).toEqual({ year: 2026, week: 53 });
    expect(parseIsoWeek('2020-W53')).toEqual({ year: 2020, week: 53 });
    for (const text of ['2027-W53', '2026-W00', '2026-W54', '2026-W1', '2026-47', '2026-w47', ' 2026-W47', ''])
      expect(parseIsoWeek(text)).toBeUndefined();
  });

  it('holds its days, starts on Monday, and is the neighbour of its neighbours', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = isoWeekOf(day);
        const start = isoWeekStart(week.year, week.week);
        expect(weekdayOf(start)).toBe(1);
        expect(start <= day && day <= addDays(start, 6)).toBe(true);
        expect(isoWeekOf(addDays(day, 7))).toEqual(nextWeek(week));
        expect(isoWeekOf(addDays(day, -7))).toEqual(previousWeek(week));
        expect(parseIsoWeek(formatIsoWeek(week))).toEqual(week);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, eachDay } from '../basics/calendar-day.ts';
import { isoWeekOf } from '../basics/iso-week.ts';
import {
  nextPeriod,
  type PeriodType,
  periodContaining,
  periodOf,
  periodsOfYear,
  previousPeriod,
  type Week53,
} from './period.ts';

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));
const anyYear = fc.integer({ min: 2000, max: 2100 });
const anyType = fc.constantFrom<PeriodType>('week', 'four-weeks', 'month');
const anyWeek53 = fc.constantFrom<Week53>('long-last-period', 'separate-week');

describe('a week', () => {
  it('is named by its ISO year and number', () => {
    expect(periodContaining('week', '2026-12-31')).toEqual({
      type: 'week',
      year: 2026,
      number: 53,
      startsOn: '2026-12-28',
      endsOn: '2027-01-03',
    });
    expect(periodContaining('week', '2027-01-01')).toEqual(periodOf('week', 2026, 53));
    expect(periodContaining('week', '2024-12-30')).toEqual(periodOf('week', 2025, 1));
  });

  it('53 exists in 2020 and 2026, and not in 2027', () => {
    expect(periodOf('week', 2020, 53)).toMatchObject({ startsOn: '2020-12-28', endsOn: '2021-01-03' });
    expect(periodOf('week', 2026, 53)).toMatchObject({ startsOn: '2026-12-28', endsOn: '2027-01-03' });
    expect(periodOf('week', 2027, 53)).toBeUndefined();
    expect(periodsOfYear('week', 2026)).toHaveLength(53);
    expect(periodsOfYear('week', 2027)).toHaveLength(52);
  });

  it('53 of 2026 is followed by week 1 of 2027, and week 1 of 2026 comes after week 52 of 2025', () => {
    expect(nextPeriod(periodContaining('week', '2026-12-28'))).toMatchObject({
      year: 2027,
      number: 1,
      startsOn: '2027-01-04',
    });
    expect(previousPeriod(periodContaining('week', '2026-01-04'))).toMatchObject({ year: 2025, number: 52 });
  });

  it('before the run of Tuesday 5 January 2027 is week 53 of 2026', () => {
    expect(previousPeriod(periodContaining('week', '2027-01-05'))).toEqual(periodOf('week', 2026, 53));
  });
});

describe('a period of four weeks', () => {
  it.each([
    [2026, 1, '2025-12-29', '2026-01-25'],
    [2026, 12, '2026-11-02', '2026-11-29'],
    [2026, 13, '2026-11-30', '2027-01-03'],
    [2027, 1, '2027-01-04', '2027-01-31'],
    [2027, 13, '2027-12-06', '2028-01-02'],
  ])('%i P%i runs from %s to %s', (year, number, startsOn, endsOn) => {
    expect(periodOf('four-weeks', year, number)).toEqual({ type: 'four-weeks', year, number, startsOn, endsOn });
  });

  it('13 has five weeks in a year with a week 53', () => {
    expect(periodsOfYear('four-weeks', 2026)).toHaveLength(13);
    expect(periodOf('four-weeks', 2026, 14)).toBeUndefined();
    expect(periodContaining('four-weeks', '2027-01-01')).toEqual(periodOf('four-weeks', 2026, 13));
  });

  it('13 has four weeks, and week 53 is number 14, where the agency runs it separately', () => {
    const separate: Week53 = 'separate-week';
    expect(periodsOfYear('four-weeks', 2026, separate)).toHaveLength(14);
    expect(periodOf('four-weeks', 2026, 13, separate)).toMatchObject({ startsOn: '2026-11-30', endsOn: '2026-12-27' });
    expect(periodOf('four-weeks', 2026, 14, separate)).toMatchObject({ startsOn: '2026-12-28', endsOn: '2027-01-03' });
    expect(periodContaining('four-weeks', '2027-01-01', separate)).toMatchObject({ year: 2026, number: 14 });
    expect(periodOf('four-weeks', 2027, 14, separate)).toBeUndefined();
    expect(nextPeriod(periodContaining('four-weeks', '2026-12-30', separate), separate)).toMatchObject({
      year: 2027,
      number: 1,
    });
  });
});

describe('a month', () => {
  it('is a calendar month', () => {
    expect(periodOf('month', 2028, 2)).toMatchObject({ startsOn: '2028-02-01', endsOn: '2028-02-29' });
    expect(periodOf('month', 2026, 12)).toMatchObject({ startsOn: '2026-12-01', endsOn: '2026-12-31' });
    expect(periodOf('month', 2026, 13)).toBeUndefined();
    expect(periodOf('month', 2026, 0)).toBeUndefined();
    expect(nextPeriod(periodContaining('month', '2026-12-31'))).toMatchObject({ year: 2027, number: 1 });
    expect(previousPeriod(periodContaining('month', '2026-01-31'))).toMatchObject({ year: 2025, number: 12 });
  });

  it('takes Monday to Thursday of 2026-W53 in December and Friday to Sunday in January', () => {
    const months = eachDay('2026-12-28', '2027-01-03').map((day) => periodContaining('month', day).startsOn);
    expect(months).toEqual([...Array(4).fill('2026-12-01'), ...Array(3).fill('2027-01-01')]);
  });
});

describe('periods of any type', () => {
  it('hold their days and are found by their name', () => {
    fc.assert(
      fc.property(anyType, anyDay, anyWeek53, (type, day, week53) => {
        const period = periodContaining(type, day, week53);
        expect(period.startsOn <= day && day <= period.endsOn).toBe(true);
        expect(periodOf(type, period.year, period.number, week53)).toEqual(period);
        expect(periodContaining(type, period.startsOn, week53)).toEqual(period);
        expect(periodContaining(type, period.endsOn, week53)).toEqual(period);
        expect(previousPeriod(nextPeriod(period, week53), week53)).toEqual(period);
      }),
    );
  });

  it('follow each other without a gap, through the year and into the next', () => {
    fc.assert(
      fc.property(anyType, anyYear, anyWeek53, (type, year, week53) => {
        const periods = [...periodsOfYear(type, year, week53), ...periodsOfYear(type, year + 1, week53)];
        for (const [index, period] of periods.slice(0, -1).entries()) {
          expect(periods[index + 1]?.startsOn).toBe(addDays(period.endsOn, 1));
          expect(nextPeriod(period, week53)).toEqual(periods[index + 1]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of four weeks are whole ISO weeks of their own ISO year', () => {
    fc.assert(
      fc.property(anyDay, anyWeek53, (day, week53) => {
        const { year, startsOn, endsOn } = periodContaining('four-weeks', day, week53);
        expect((daysBetween(startsOn, endsOn) + 1) % 7).toBe(0);
        expect(isoWeekOf(startsOn).year).toBe(year);
        expect(isoWeekOf(endsOn).year).toBe(year);
      }),
    );
  });
});

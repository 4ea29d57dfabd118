import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  amsterdamOffsetMinutes,
  calendarDayAt,
  daysBetween,
  eachDay,
  isCalendarDay,
  maxDay,
  minDay,
  minutesInDay,
  minutesInDays,
  startOfDayInstant,
  weekdayOf,
} from './calendar-day.ts';

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));
const anyStep = fc.integer({ min: -2000, max: 2000 });

describe('a calendar day', () => {
  it('exists in the calendar', () => {
    expect(isCalendarDay('2028-02-29')).toBe(true);
    for (const text of [
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '26-01-01',
      '2026-01-01T00:00',
      '',
    ])
      expect(isCalendarDay(text)).toBe(false);
  });

  it('a month later has the same number, or is the last of a shorter month', () => {
    expect(addMonths('2026-11-24', 1)).toBe('2026-12-24');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-02-29', -12)).toBe('2027-02-28');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, months) => {
        const later = addMonths(day, months);
        expect(later.slice(8) <= day.slice(8)).toBe(true);
        expect(addMonths(`${later.slice(0, 7)}-01`, -months)).toBe(`${day.slice(0, 7)}-01`);
      }),
    );
  });

  it('is refused by calculations when it does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  it('is counted over months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-12-28', '2027-01-04')).toBe(7);
    expect(daysBetween('2027-01-04', '2026-12-28')).toBe(-7);
  });

  it('has a weekday from Monday 1 to Sunday 7', () => {
    expect(weekdayOf('2026-11-16')).toBe(1);
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  it('is listed, both ends included', () => {
    expect(eachDay('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(eachDay('2026-12-30', '2026-12-30')).toEqual(['2026-12-30']);
    expect(eachDay('2026-12-30', '2026-12-29')).toEqual([]);
  });

  it('is the least or the most of several', () => {
    expect(minDay('2026-12-31', '2026-02-01', '2027-01-01')).toBe('2026-02-01');
    expect(maxDay('2026-12-31', '2026-02-01', '2027-01-01')).toBe('2027-01-01');
  });

  it('comes back after steps there and back', () => {
    fc.assert(
      fc.property(anyDay, anyStep, (day, step) => {
        expect(daysBetween(day, addDays(day, step))).toBe(step);
        expect(addDays(addDays(day, step), -step)).toBe(day);
        expect(weekdayOf(addDays(day, 7 * step))).toBe(weekdayOf(day));
      }),
    );
  });
});

describe('days in Amsterdam', () => {
  it('begin before those of UTC', () => {
    expect(calendarDayAt('2026-11-20T22:59:59Z')).toBe('2026-11-20');
    expect(calendarDayAt('2026-11-20T23:00:00Z')).toBe('2026-11-21');
    expect(calendarDayAt(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
    expect(calendarDayAt('2026-12-31T23:30:00Z')).toBe('2027-01-01');
    expect(startOfDayInstant('2026-11-21')).toBe('2026-11-20T23:00:00.000Z');
    expect(startOfDayInstant('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
  });

  it('last 23 hours in March and 25 in October when the clock changes', () => {
    expect(minutesInDay('2026-03-28')).toBe(24 * 60);
    expect(minutesInDay('2026-03-29')).toBe(23 * 60);
    expect(minutesInDay('2026-10-25')).toBe(25 * 60);
    expect(startOfDayInstant('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDayInstant('2026-10-26')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('adds up over days', () => {
    expect(minutesInDays('2026-10-19', '2026-10-25')).toBe((7 * 24 + 1) * 60);
    expect(minutesInDays('2026-11-21', '2026-11-21')).toBe(24 * 60);
    expect(minutesInDays('2026-11-22', '2026-11-21')).toBe(0);
  });

  it('change the clock at 01:00 UTC', () => {
    const minute = (instant: string) => Date.parse(instant) / 60_000;
    expect(amsterdamOffsetMinutes(minute('2026-03-29T00:59:00Z'))).toBe(60);
    expect(amsterdamOffsetMinutes(minute('2026-03-29T01:00:00Z'))).toBe(120);
    expect(amsterdamOffsetMinutes(minute('2026-10-25T00:59:00Z'))).toBe(120);
    expect(amsterdamOffsetMinutes(minute('2026-10-25T01:00:00Z'))).toBe(60);
  });

  it('start with the first instant that shows their date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfDayInstant(day);
        expect(calendarDayAt(start)).toBe(day);
        expect(calendarDayAt(new Date(Date.parse(start) - 1))).toBe(addDays(day, -1));
      }),
    );
  });
});

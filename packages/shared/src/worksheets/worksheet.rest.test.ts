import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawLimits } from './working-time.limits.ts';
import { missingWeeklyRests, shortDailyRests } from './worksheet.rest.ts';
import type { Shift } from './worksheet.shifts.ts';

const hour = 60;
const day = 24 * hour;

/** A shift from one hour to another, counted from an arbitrary Monday. */
const shift = (from: number, to: number): Shift => ({
  date: `day ${Math.floor(from / 24) + 1}`,
  startMinute: from * hour,
  endMinute: to * hour,
  workedMinutes: (to - from) * hour,
  breakMinutes: 0,
  nightMinutes: 0,
});
/** 08:00–16:00 on these days, counted from 0. */
const days = (...numbers: number[]) => numbers.map((number) => shift(number * 24 + 8, number * 24 + 16));
const restsOf = (found: { date: string; limitMinutes: number; foundMinutes: number }[]) =>
  found.map(({ date, limitMinutes, foundMinutes }) => [date, limitMinutes / hour, foundMinutes / hour]);

describe('the daily rest', () => {
  const check = (...shifts: Shift[]) => restsOf(shortDailyRests(shifts, lawLimits));

  it('is eleven hours', () => {
    expect(check(shift(8, 20), shift(31, 40))).toEqual([]);
    expect(check(shift(8, 21), shift(32, 40), shift(48, 56))).toEqual([]);
    expect(check()).toEqual([]);
  });

  it('may be eight hours once in seven days', () => {
    expect(check(shift(8, 22), shift(30, 38))).toEqual([]);
    expect(check(shift(8, 22), shift(30, 46), shift(54, 60))).toEqual([['day 3', 11, 8]]);
    expect(check(shift(8, 22), shift(30, 38), shift(182, 190), shift(198, 206))).toEqual([]);
    expect(check(shift(8, 22), shift(30, 38), shift(182, 189), shift(197, 206))).toEqual([['day 9', 11, 8]]);
  });

  it('is never less than eight', () => {
    expect(check(shift(8, 23), shift(30, 38))).toEqual([['day 2', 8, 7]]);
  });
});

describe('the weekly rest', () => {
  const check = (shifts: Shift[], knownDays = 7) => restsOf(missingWeeklyRests(shifts, knownDays * day, lawLimits));

  it('is there in a week of five or six days', () => {
    expect(check(days(0, 1, 2, 3, 4))).toEqual([]);
    expect(check(days(0, 1, 2, 3, 4, 5))).toEqual([]);
    expect(check(days(0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12))).toEqual([]);
    expect(check([])).toEqual([]);
  });

  it('is missing where seven days are worked', () => {
    expect(check(days(0, 1, 2, 3, 4, 5, 6))).toEqual([['day 1', 36, 16]]);
  });

  it('is exactly 36 hours', () => {
    const until = (end: number) => [...days(0, 1, 2, 3, 4), shift(5 * 24 + 8, end), ...days(7)];
    expect(check(until(7 * 24 + 8 - 36))).toEqual([]);
    expect(check(until(7 * 24 + 8 - 35))).toEqual([['day 1', 36, 35]]);
  });

  it('is missing once for each seven days without it', () => {
    expect(check(days(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))).toHaveLength(2);
  });

  it('may be 72 hours in two weeks, if those are known', () => {
    const longRestLater = days(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(check(longRestLater, 15)).toEqual([]);
    expect(check(longRestLater, 14)).toEqual([['day 1', 36, 16]]);
  });

  it('may be exactly 72 hours in two weeks, in parts of at least 32', () => {
    /** Two weeks with a rest of these hours before Sunday's work, and one before Sunday's work a week later. */
    const inParts = (first: number, second: number) => [
      ...days(0, 1, 2, 3),
      shift(4 * 24 + 8, 6 * 24 + 12 - first),
      shift(6 * 24 + 12, 6 * 24 + 16),
      ...days(7, 8, 9, 10),
      shift(11 * 24 + 8, 13 * 24 + 12 - second),
      shift(13 * 24 + 12, 13 * 24 + 16),
    ];
    expect(check(inParts(32, 40), 15)).toEqual([]);
    expect(check(inParts(32, 39), 15)).toEqual([['day 1', 36, 32]]);
    expect(check(inParts(31, 41), 15)).toEqual([['day 1', 36, 31]]);
  });

  it('names the shifts of the stretch, so that one can see whose it is', () => {
    const shifts = days(0, 1, 2, 3, 4, 5, 6, 7, 8);
    const [found] = missingWeeklyRests(shifts, 0, lawLimits);
    expect(found?.shifts).toEqual(shifts.slice(0, 7));
  });

  it('is never missed with at most six short days a week', () => {
    const anySixDays = fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 });
    fc.assert(fc.property(anySixDays, (worked) => void expect(check(days(...worked))).toEqual([])));
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekdayOf } from '../basics/calendar-day.ts';
import { dutchHolidays } from './dutch-holidays.ts';

const dates = (year: number) => Object.fromEntries(dutchHolidays(year).map(({ nameEn, date }) => [nameEn, date]));

it('knows the holidays of 2026 and 2027', () => {
  expect(dates(2026)).toMatchObject({
    ...{ 'Good Friday': '2026-04-03', 'Easter Monday': '2026-04-06', 'King’s Day': '2026-04-27' },
    ...{ 'Ascension Day': '2026-05-14', 'Whit Monday': '2026-05-25', 'Christmas Day': '2026-12-25' },
  });
  expect(dates(2027)).toMatchObject({
    ...{ 'Easter Monday': '2027-03-29', 'Ascension Day': '2027-05-06', 'Whit Monday': '2027-05-17' },
  });
});

it('keeps King’s Day off a Sunday, and Liberation Day to once in five years', () => {
  expect(dates(2025)['King’s Day']).toBe('2025-04-26');
  expect(dates(2031)['King’s Day']).toBe('2031-04-26');
  const usual = (year: number) =>
    dutchHolidays(year)
      .filter(({ isUsual }) => isUsual)
      .map(({ nameEn }) => nameEn);
  expect(usual(2025)).toContain('Liberation Day');
  expect(usual(2026)).not.toContain('Liberation Day');
  expect(usual(2026)).not.toContain('Good Friday');
});

it('has Easter on a Sunday between 22 March and 25 April, and every day once in its year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2199 }), (year) => {
      const easter = dates(year)['Easter Sunday'] ?? '';
      expect(weekdayOf(easter)).toBe(7);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      const all = dutchHolidays(year).map(({ date }) => date);
      expect(all.every((date) => date.startsWith(`${year}-`))).toBe(true);
      expect(all).toEqual([...all].sort());
    }),
  );
});

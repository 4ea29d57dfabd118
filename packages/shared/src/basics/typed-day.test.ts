import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './calendar-day.ts';
import { firstTypedDay, lastTypedDay, readTypedDay, writeDay } from './typed-day.ts';

const today = '2026-11-29';
const days = fc
  .integer({ min: 0, max: daysBetween(firstTypedDay, lastTypedDay) })
  .map((number) => addDays(firstTypedDay, number));
const read = (typed: string) => readTypedDay(typed, today);

describe('a day that is typed', () => {
  it('is read back from what is shown, in both languages and whatever day it is', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom('nl' as const, 'en' as const), (day, now, language) => {
        expect(readTypedDay(writeDay(day, language), now)).toBe(day);
        expect(readTypedDay(day, now)).toBe(day);
      }),
    );
  });

  it('is read from what Intl writes of it, short and long, in both languages', () => {
    const styles = ['short', 'long'] as const;
    fc.assert(
      fc.property(days, fc.constantFrom('nl-NL', 'en-GB'), fc.constantFrom(...styles), (day, locale, month) => {
        const options = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const;
        expect(read(new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, options))).toBe(day);
      }),
    );
  });

  it.each([
    ['24-11-2026', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    [' 24 11 2026 ', '2026-11-24'],
    ['3/4/2026', '2026-04-03'],
    ['24-11', '2026-11-24'],
    ['24 nov', '2026-11-24'],
    ['24 nov. 2026', '2026-11-24'],
    ['24nov2026', '2026-11-24'],
    ['1 MRT 27', '2027-03-01'],
    ['1 May 2027', '2027-05-01'],
    ['24112026', '2026-11-24'],
    ['241126', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026/1/4', '2026-01-04'],
    ['3-4-68', '1968-04-03'],
    ['3-4-46', '2046-04-03'],
  ])('%s is %s', (typed, day) => expect(read(typed)).toBe(day));

  it.each([
    '',
    'morgen',
    '30-2-2026',
    '29-2-2027',
    '24-13-2026',
    '11/24/2026',
    '0-1-2026',
    '24',
    '2026',
    '24-11-202',
    '24-11-20266',
    '1-1-1899',
    '1-1-2101',
    '24 novem 2026',
    'ma 24 nov',
  ])('%s is none', (typed) => expect(read(typed)).toBeUndefined());

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => void read(typed)));
  });
});

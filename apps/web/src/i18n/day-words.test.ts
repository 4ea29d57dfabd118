import { eachDay } from '@konnekt/shared/basics/calendar-day';
import { describe, expect, it } from 'vitest';
import { dayWordsIn } from './day-words.ts';

const number = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const forms = {
  dayOfMonth: { day: 'numeric', month: 'short' },
  dayAndYear: short,
  dayInWords: { weekday: 'long', day: 'numeric', month: 'long' },
  dayInFull: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
  weekdayLong: { weekday: 'long' },
} as const;

describe.each([
  ['nl', 'nl-NL', number],
  ['en', 'en-GB', short],
] as const)('days in words (%s)', (language, locale, day) => {
  it.each(Object.entries({ day, ...forms }))('are what a browser makes of them: %s', (form, options) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const ours = dayWordsIn(language)[form as keyof ReturnType<typeof dayWordsIn>];
    // A leap year and two others: each weekday falls on each day of a month.
    for (const one of eachDay('2026-01-01', '2028-12-31')) {
      const theirs = format.format(new Date(`${one}T12:00:00Z`));
      // English ones have four letters for one month, and a comma in one form.
      expect(ours(one)).toBe(theirs.replace(/\bSept\b/, 'Sep').replace(',', ''));
    }
  });
});

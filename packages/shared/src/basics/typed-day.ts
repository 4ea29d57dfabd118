import type { Language } from './actor.ts';
import { type CalendarDay, isCalendarDay } from './calendar-day.ts';

/** The first and the last day that somebody can fill in: nobody who works was born before, and nothing is agreed so far ahead. */
export const firstTypedDay: CalendarDay = '1900-01-01';
export const lastTypedDay: CalendarDay = '2100-12-31';

/** A day as it stands in a field: `24-11-2026` or `24/11/2026`. The day comes first in both languages. */
export function writeDay(day: CalendarDay, language: Language): string {
  const [year, month, dayOfMonth] = day.split('-');
  return [dayOfMonth, month, year].join(language === 'nl' ? '-' : '/');
}

/**
 * A day as people type it: `24-11-2026`, `24/11`, `24.11.26`, `24 nov 2026`, `24112026`, and `2026-11-24` as it is stored. Undefined for
 * what is no day. Without a year it is one of `today`'s year; a year of two digits is at most twenty years ahead, so that
 * `68` is somebody's year of birth.
 */
export function readTypedDay(typed: string, today: CalendarDay): CalendarDay | undefined {
  const text = typed.trim().toLowerCase();
  const found = yearLast.exec(text) ?? digitsOnly.exec(text) ?? yearFirst.exec(text);
  const { d = '', m = '', y = '' } = found?.groups ?? {};
  const month = /^\d/.test(m) ? Number(m) : monthNumber(m);
  const read = `${fullYear(y, today)}-${twoDigits(month)}-${twoDigits(Number(d))}`;
  return isCalendarDay(read) && read >= firstTypedDay && read <= lastTypedDay ? read : undefined;
}

/** Between the parts stands a sign or a blank, or nothing where digits and letters meet. */
const yearLast =
  /^(?<d>\d{1,2})(?:\s*[-/.\s]\s*|(?=[a-z]))(?<m>\d{1,2}|[a-z]{3,9})\.?(?:(?:\s*[-/.\s]\s*|(?<=[a-z]))(?<y>\d{4}|\d\d))?$/;
const digitsOnly = /^(?<d>\d\d)(?<m>\d\d)(?<y>\d{4}|\d\d)$/;
const yearFirst = /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$/;

/** Both languages' months, in full and short: no word means another month in the other language. */
const months = [
  ['january', 'januari'],
  ['february', 'februari'],
  ['march', 'maart', 'mrt'],
  ['april'],
  ['may', 'mei'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august', 'augustus'],
  ['september', 'sept'],
  ['october', 'oktober'],
  ['november'],
  ['december'],
];

const monthNumber = (word: string): number =>
  1 + months.findIndex((names) => names.some((name) => name === word || name.slice(0, 3) === word));

function fullYear(year: string, today: CalendarDay): string {
  const thisYear = Number(today.slice(0, 4));
  if (year === '') return String(thisYear);
  if (year.length === 4) return year;
  const inThisCentury = Math.floor(thisYear / 100) * 100 + Number(year);
  return String(inThisCentury > thisYear + 20 ? inThisCentury - 100 : inThisCentury);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

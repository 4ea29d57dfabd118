import { addMonths, type CalendarDay } from '../basics/calendar-day.ts';

/** Nobody works before their thirteenth birthday (Arbeidstijdenwet 1:2 and 3:2); nearer than that is a slip of the finger. */
const YOUNGEST_YEARS = 13;

/** Nor at a hundred: 1 January 1900 is what spreadsheets make of nothing. */
const OLDEST_YEARS = 100;

/** Why nobody who works on a day was born on another. */
export function reasonNotBorn(birthDate: CalendarDay, on: CalendarDay): 'too-young' | 'odd-year' | undefined {
  if (addMonths(birthDate, YOUNGEST_YEARS * 12) > on) return 'too-young';
  return addMonths(birthDate, OLDEST_YEARS * 12) <= on ? 'odd-year' : undefined;
}

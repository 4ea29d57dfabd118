import { addMonths, type CalendarDay } from '../basics/calendar-day.ts';

/** Nobody works before their thirteenth birthday (Arbeidstijdenwet 1:2 and 3:2); nearer than that is a slip of the finger. */
const YOUNGEST_YEARS = 13;

/** Whether somebody born on a day may work on another at all. */
export const mayWork = (birthDate: CalendarDay, on: CalendarDay): boolean =>
  addMonths(birthDate, YOUNGEST_YEARS * 12) <= on;

import { addDays, type CalendarDay, daysBetween, weekdayOf } from './calendar-day.ts';

/** A week by ISO 8601, Monday to Sunday. `year` is the week's year, not the calendar's: 1 January 2027 lies in 2026, week 53. */
export type IsoWeek = { year: number; week: number };

/** The week that a day lies in: the week belongs to the year of its Thursday. */
export function isoWeekOf(day: CalendarDay): IsoWeek {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(yearDay(year, '01-01'), thursday) / 7) + 1 };
}

/** The Monday of a week. Refuses a week that the year does not have. */
export function isoWeekStart(year: number, week: number): CalendarDay {
  if (!existsIsoWeek(year, week)) throw new RangeError(`No such week: ${year}-W${week}`);
  // Week 1 is the one that holds 4 January.
  const fourthOfJanuary = yearDay(year, '01-04');
  return addDays(fourthOfJanuary, 1 - weekdayOf(fourthOfJanuary) + (week - 1) * 7);
}

/** 52 or 53; 28 December always lies in the last week. */
export function weeksInIsoYear(year: number): number {
  return isoWeekOf(yearDay(year, '12-28')).week;
}

export function existsIsoWeek(year: number, week: number): boolean {
  return Number.isInteger(year) && Number.isInteger(week) && week >= 1 && week <= weeksInIsoYear(year);
}

export function nextWeek({ year, week }: IsoWeek): IsoWeek {
  return week < weeksInIsoYear(year) ? { year, week: week + 1 } : { year: year + 1, week: 1 };
}

export function previousWeek({ year, week }: IsoWeek): IsoWeek {
  return week > 1 ? { year, week: week - 1 } : { year: year - 1, week: weeksInIsoYear(year - 1) };
}

/** '2026-W47' */
export function formatIsoWeek({ year, week }: IsoWeek): string {
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** Reads '2026-W47'; undefined for another form and for a week that does not exist, such as 2027-W53. */
export function parseIsoWeek(text: string): IsoWeek | undefined {
  const match = /^(\d{4})-W(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, week] = [Number(match[1]), Number(match[2])];
  return existsIsoWeek(year, week) ? { year, week } : undefined;
}

function yearDay(year: number, monthAndDay: string): CalendarDay {
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}

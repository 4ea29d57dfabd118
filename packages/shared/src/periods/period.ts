import { addDays, type CalendarDay } from '../basics/calendar-day.ts';
import { isoWeekOf, isoWeekStart, weeksInIsoYear } from '../basics/iso-week.ts';

export type PeriodType = 'week' | 'four-weeks' | 'month';

/**
 * What a four-week year does with a week 53: its 13th period has five weeks, or the week is a 14th period of its own.
 * A setting of the agency; the tax authority allows both. The tax return's own periods, which begin on 1 January, are other ones.
 */
export type Week53 = 'long-last-period' | 'separate-week';

/**
 * `year` and `number` name the period: the ISO year and week, the ISO year and 1–13 (or 14), or the calendar year and month.
 * `startsOn` and `endsOn` are its first and last day.
 */
export type Period = { type: PeriodType; year: number; number: number; startsOn: CalendarDay; endsOn: CalendarDay };

/** The period of that name, or undefined when the year has none such (2027, week 53; month 13). */
export function periodOf(
  type: PeriodType,
  year: number,
  number: number,
  week53: Week53 = 'long-last-period',
): Period | undefined {
  if (!Number.isInteger(number) || number < 1 || number > periodsInYear(type, year, week53)) return undefined;
  if (type === 'month') return monthPeriod(year, number);
  const [firstWeek, lastWeek] = type === 'week' ? [number, number] : fourWeeks(year, number, week53);
  return {
    type,
    year,
    number,
    startsOn: isoWeekStart(year, firstWeek),
    endsOn: addDays(isoWeekStart(year, lastWeek), 6),
  };
}

/** All periods of a year, in order: they follow each other without a gap, also into the next year. */
export function periodsOfYear(type: PeriodType, year: number, week53: Week53 = 'long-last-period'): Period[] {
  const numbers = Array.from({ length: periodsInYear(type, year, week53) }, (_, index) => index + 1);
  return numbers.map((number) => existing(type, year, number, week53));
}

export function periodContaining(type: PeriodType, day: CalendarDay, week53: Week53 = 'long-last-period'): Period {
  const { year, week } = isoWeekOf(day);
  if (type === 'month') return existing(type, Number(day.slice(0, 4)), Number(day.slice(5, 7)), week53);
  if (type === 'week') return existing(type, year, week, week53);
  return existing(type, year, Math.min(Math.ceil(week / 4), periodsInYear(type, year, week53)), week53);
}

export function nextPeriod(period: Period, week53: Week53 = 'long-last-period'): Period {
  return periodContaining(period.type, addDays(period.endsOn, 1), week53);
}

export function previousPeriod(period: Period, week53: Week53 = 'long-last-period'): Period {
  return periodContaining(period.type, addDays(period.startsOn, -1), week53);
}

function periodsInYear(type: PeriodType, year: number, week53: Week53): number {
  if (type === 'month') return 12;
  const weeks = weeksInIsoYear(year);
  if (type === 'week') return weeks;
  return weeks === 53 && week53 === 'separate-week' ? 14 : 13;
}

function fourWeeks(year: number, number: number, week53: Week53): [firstWeek: number, lastWeek: number] {
  const firstWeek = number * 4 - 3;
  const isLast = number === periodsInYear('four-weeks', year, week53);
  return [firstWeek, isLast ? weeksInIsoYear(year) : firstWeek + 3];
}

function monthPeriod(year: number, number: number): Period {
  const startsOn = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}-01`;
  // The 1st plus 31 days is always in the next month; going back to its 1st and one day more gives the last of this one.
  const endsOn = addDays(`${addDays(startsOn, 31).slice(0, 7)}-01`, -1);
  return { type: 'month', year, number, startsOn, endsOn };
}

function existing(type: PeriodType, year: number, number: number, week53: Week53): Period {
  const period = periodOf(type, year, number, week53);
  if (!period) throw new RangeError(`No such period: ${type} ${number} of ${year}`);
  return period;
}

import { addDays, type CalendarDay } from '../basics/calendar-day.ts';
import { existsIsoWeek, isoWeekStart } from '../basics/iso-week.ts';
import { parseHundredths } from '../basics/money.ts';

/** Weeks of this year and so many before are searched where no year was typed. */
const yearsBack = 1;

/** The weeks that somebody searches for, first and last day of each: `week 47`, `wk47`, `2026-W47`, `week 47 2025`. */
export function weeksIn(q: string, thisYear: number): { from: CalendarDay; until: CalendarDay }[] {
  const [, year = '', number = '', later = ''] =
    /^(?:(\d{4})[\s-]*)?(?:week|wk|w)\s*\.?\s*(\d{1,2})(?:\s*(?:,|van|of)?\s*(\d{4}))?$/i.exec(q.trim()) ?? [];
  if (number === '') return [];
  const typed = Number(year || later);
  const years = typed ? [typed] : Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back);
  return years
    .filter((one) => existsIsoWeek(one, Number(number)))
    .map((one) => isoWeekStart(one, Number(number)))
    .map((from) => ({ from, until: addDays(from, 6) }));
}

/** The amount that somebody searches for, in cents: `1.804,64`, `€ 1804.64`. A whole number is more likely that of something else. */
export function amountIn(q: string): number | undefined {
  if (!/€|[.,]\d{1,2}$/.test(q.trim())) return undefined;
  const read = parseHundredths(q);
  return 'hundredths' in read && read.hundredths <= 2_000_000_000 ? read.hundredths : undefined;
}

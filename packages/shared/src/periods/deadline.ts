import { addDays, type CalendarDay, startOfDayInstant, weekdayOf } from '../basics/calendar-day.ts';
import { type Period, type PeriodType, periodContaining, previousPeriod, type Week53 } from './period.ts';

/**
 * The next payroll run: hours approved by the end of `approveBy` are paid on `paidOn`, the first pay day after it.
 * On the day itself there is still time until midnight in Amsterdam (`endsAt`, UTC). Weekdays are ISO: 1 is Monday.
 */
export function nextDeadline(
  today: CalendarDay,
  agency: { approveByWeekday: number; paidOnWeekday: number },
): { approveBy: CalendarDay; paidOn: CalendarDay; endsAt: string } {
  const approveBy = addDays(today, daysUntil(weekdayOf(today), agency.approveByWeekday));
  const dayAfter = addDays(approveBy, 1);
  const paidOn = addDays(dayAfter, daysUntil(weekdayOf(dayAfter), agency.paidOnWeekday));
  return { approveBy, paidOn, endsAt: startOfDayInstant(dayAfter) };
}

/**
 * The period whose hours are wanted now: the one that ended last up to the end of its deadline, so that on Monday that is
 * last week; after that the one that holds today.
 */
export function duePeriod(
  type: PeriodType,
  today: CalendarDay,
  agency: { approveByWeekday: number; paidOnWeekday: number; weekFiftyThree: Week53 },
): Period {
  const now = periodContaining(type, today, agency.weekFiftyThree);
  const isStillDue = today <= nextDeadline(now.startsOn, agency).approveBy;
  return isStillDue ? previousPeriod(now, agency.weekFiftyThree) : now;
}

const daysUntil = (from: number, weekday: number): number => (weekday - from + 7) % 7;

import { addDays, type CalendarDay, startOfDayInstant, weekdayOf } from '../basics/calendar-day.ts';

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

const daysUntil = (from: number, weekday: number): number => (weekday - from + 7) % 7;

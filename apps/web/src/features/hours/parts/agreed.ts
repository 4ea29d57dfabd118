import { eachDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';

/** The agreed hours over the days on which the job runs, Monday to Friday: whole minutes, what is left over on the first of them. */
export function agreedByDay(
  plannedMinutes: number,
  openFrom: string,
  openUntil: string,
): { date: string; minutes: number }[] {
  const days = eachDay(openFrom, openUntil).filter((day) => weekdayOf(day) <= 5);
  const each = Math.floor(plannedMinutes / Math.max(days.length, 1));
  const left = plannedMinutes - each * days.length;
  return days.map((date, at) => ({ date, minutes: at < left ? each + 1 : each }));
}

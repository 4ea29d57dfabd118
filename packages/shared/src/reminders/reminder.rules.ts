import { addDays, calendarDayAt, startOfDayInstant, weekdayOf } from '../basics/calendar-day.ts';
import { shiftInstants } from '../basics/local-time.ts';
import { formatClock } from '../basics/minutes.ts';

/** A round that is longer ago is made no more: a server that was off over the weekend does not remind on Monday of Friday. */
const LATE_MINUTES = 6 * 60;

/**
 * When a weekly round was due last, if that is not too long ago to be made now: an instant in UTC. Weekdays are ISO (1 is Monday),
 * minutes are after midnight in Amsterdam.
 */
export function roundDue(now: Date, { weekday, minutes }: { weekday: number; minutes: number }): string | undefined {
  const today = calendarDayAt(now);
  const daysAgo = (weekdayOf(today) - weekday + 7) % 7;
  for (const day of [addDays(today, -daysAgo), addDays(today, -daysAgo - 7)]) {
    const minute =
      minutes >= 24 * 60
        ? Date.parse(startOfDayInstant(addDays(day, 1))) / 60_000
        : shiftInstants(day, formatClock(minutes).padStart(5, '0'), '24:00').startMinute;
    const late = now.getTime() / 60_000 - minute;
    if (late >= 0) return late <= LATE_MINUTES ? new Date(minute * 60_000).toISOString() : undefined;
  }
  return undefined;
}

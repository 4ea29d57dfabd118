import { type CalendarDay, maxDay, minDay, workingDaysIn } from '../basics/calendar-day.ts';

interface Agreed {
  startsOn: CalendarDay;
  /** Without one the placement runs on. */
  endsOn: CalendarDay | null;
  /** A week. */
  plannedMinutes: number;
}

/**
 * Minutes agreed for a period: the week's, a fifth of it for each Monday to Friday on which the placement runs. Which days somebody works
 * is not recorded; of hours that are agreed for a week, these are the days that people count on.
 */
export function plannedMinutesIn(placement: Agreed, period: { startsOn: CalendarDay; endsOn: CalendarDay }): number {
  const from = maxDay(period.startsOn, placement.startsOn);
  const until = minDay(period.endsOn, placement.endsOn ?? period.endsOn);
  return Math.round((placement.plannedMinutes * workingDaysIn(from, until)) / 5);
}

import { type CalendarDay, daysBetween, maxDay, minDay } from '../basics/calendar-day.ts';

interface Agreed {
  startsOn: CalendarDay;
  /** Without one the placement runs on. */
  endsOn: CalendarDay | null;
  /** A week. */
  plannedMinutes: number;
}

/** Minutes agreed for a period: the week's, over the days that the placement runs in it; none where it runs on none of them. */
export function plannedMinutesIn(placement: Agreed, period: { startsOn: CalendarDay; endsOn: CalendarDay }): number {
  const from = maxDay(period.startsOn, placement.startsOn);
  const until = minDay(period.endsOn, placement.endsOn ?? period.endsOn);
  return from > until ? 0 : Math.round((placement.plannedMinutes * (daysBetween(from, until) + 1)) / 7);
}

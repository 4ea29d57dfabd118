import type { CalendarDay } from '../basics/calendar-day.ts';
import { type LocalTime, shiftInstants } from '../basics/local-time.ts';

/** Hours that were sent, worked by one person: of a day, or of a whole period (`date` is then null). */
export interface RegisterLine {
  date: CalendarDay | null;
  /** Of the period it was sent in. */
  startsOn: CalendarDay;
  endsOn: CalendarDay;
  start: LocalTime | null;
  end: LocalTime | null;
  breakMinutes: number | null;
  /** Below zero where a correction takes something back. */
  minutes: number;
}

/** What the line before says nothing of. */

export type RegisterGap = 'no-times' | 'correction';

export type RegisterRow<Line extends RegisterLine> = Line & {
  /** Minutes between the end of the work before and this begin, both known; none for the first, and where a time is missing between. */
  restMinutes: number | null;
  gap: RegisterGap | null;
};

/**
 * The lines of one person in the order of time, with the rest before each (Arbeidstijdenwet 4:3: working and rest times). Work that follows at
 * once has no rest before it.
 */
export function registerRows<Line extends RegisterLine>(lines: readonly Line[]): RegisterRow<Line>[] {
  let endedAt: number | null = null;
  return lines.toSorted(byTime).map((line) => {
    const gap = line.minutes < 0 ? 'correction' : line.date && line.start && line.end ? null : 'no-times';
    if (gap !== null || !line.date || !line.start || !line.end) {
      // Nobody knows when that was: the rest after it is unknown as well.
      if (gap === 'no-times') endedAt = null;
      return { ...line, restMinutes: null, gap };
    }
    const { startMinute, endMinute } = shiftInstants(line.date, line.start, line.end);
    const restMinutes = endedAt === null ? null : Math.max(0, startMinute - endedAt);
    endedAt = Math.max(endedAt ?? endMinute, endMinute);
    return { ...line, restMinutes, gap };
  });
}

const byTime = (one: RegisterLine, other: RegisterLine): number =>
  placeOf(one) < placeOf(other) ? -1 : placeOf(one) > placeOf(other) ? 1 : 0;
/** What has no day comes at the start of its period, what has no times at the start of its day. */
const placeOf = ({ date, startsOn, start }: RegisterLine): string => `${date ?? `${startsOn} `} ${start ?? ''}`;

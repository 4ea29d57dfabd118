import { clockChangeWithin, parseLocalTime } from '@konnekt/shared/basics/local-time';
import type { TypedCell } from './sheet.ts';

/** Ends on the next day: an end at or before the start. */
export function endsNextDay({ start, end }: Pick<TypedCell, 'start' | 'end'>): boolean {
  const [from, to] = [parseLocalTime(start), parseLocalTime(end, { asEnd: true })];
  return 'time' in from && 'time' in to && to.time < from.time;
}

/** As `clockChangeWithin`, of times as they are typed. */
export function clockChangeIn({ start, end }: TypedCell, day: string): ReturnType<typeof clockChangeWithin> {
  const [from, to] = [parseLocalTime(start), parseLocalTime(end, { asEnd: true })];
  return 'time' in from && 'time' in to ? clockChangeWithin(day, from.time, to.time) : undefined;
}

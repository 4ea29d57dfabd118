import type { CalendarDay } from '../basics/calendar-day.ts';
import { sumMinutes } from '../basics/minutes.ts';
import type { WorkingTimeLimits } from './working-time.limits.ts';
import type { Shift } from './worksheet.shifts.ts';

/** A rest that is too short: `date` is the day of the shift after it, or of the first shift of the seven days without it. */
export type ShortRest = { date: CalendarDay; limitMinutes: number; foundMinutes: number; shifts: Shift[] };

const weekMinutes = 7 * 24 * 60;

/**
 * Rests between two shifts, in the order of time, that are shorter than the law asks: 11 hours, once in 7 × 24 hours 8.
 * A rest under 8 hours is held against 8; a second one under 11 within the seven days against 11.
 */
export function shortDailyRests(shifts: readonly Shift[], limits: WorkingTimeLimits): ShortRest[] {
  const found: ShortRest[] = [];
  let lastShortened = Number.NEGATIVE_INFINITY;
  for (const [index, after] of shifts.entries()) {
    const before = shifts[index - 1];
    const rest = before ? after.startMinute - before.endMinute : Number.POSITIVE_INFINITY;
    if (!before || rest >= limits.dailyRest) continue;
    const mayBeShort = before.endMinute - lastShortened >= weekMinutes;
    lastShortened = before.endMinute;
    if (mayBeShort && rest >= limits.shortDailyRest) continue;
    const limitMinutes = rest < limits.shortDailyRest ? limits.shortDailyRest : limits.dailyRest;
    found.push({ date: after.date, limitMinutes, foundMinutes: rest, shifts: [before, after] });
  }
  return found;
}

/**
 * Stretches of 7 × 24 hours without the weekly rest. A stretch begins with the first shift after the last weekly rest, and the rest must lie
 * wholly inside it. Time after the last shift counts as rest. Where the shifts are known for 14 × 24 hours (until `knownUntilMinute`),
 * 72 hours in parts of at least 32 will do too.
 */
export function missingWeeklyRests(
  shifts: readonly Shift[],
  knownUntilMinute: number,
  limits: WorkingTimeLimits,
): ShortRest[] {
  const found: ShortRest[] = [];
  let first = shifts[0];
  while (first) {
    const from = first.startMinute;
    const rests = restsWithin(shifts, from, from + weekMinutes);
    const weeklyRest = rests.find(({ minutes }) => minutes >= limits.weeklyRest);
    const isMadeUp = !weeklyRest && hasTwoWeeklyRest(shifts, from, knownUntilMinute, limits);
    if (!weeklyRest && !isMadeUp) {
      const longest = Math.max(...rests.map(({ minutes }) => minutes));
      const inStretch = shifts.filter((shift) => shift.startMinute >= from && shift.startMinute < from + weekMinutes);
      found.push({ date: first.date, limitMinutes: limits.weeklyRest, foundMinutes: longest, shifts: inStretch });
    }
    const next = weeklyRest ? weeklyRest.startMinute : from + (isMadeUp ? 2 : 1) * weekMinutes;
    first = shifts.find(({ startMinute }) => startMinute >= next);
  }
  return found;
}

function hasTwoWeeklyRest(
  shifts: readonly Shift[],
  from: number,
  knownUntilMinute: number,
  limits: WorkingTimeLimits,
): boolean {
  const until = from + 2 * weekMinutes;
  if (until > knownUntilMinute) return false;
  const parts = restsWithin(shifts, from, until).map(({ minutes }) => minutes);
  return sumMinutes(parts.filter((minutes) => minutes >= limits.twoWeeklyRestPart)) >= limits.twoWeeklyRest;
}

/** The rest after each shift that starts between `from` and `until`, as far as it lies before `until`. */
function restsWithin(shifts: readonly Shift[], from: number, until: number) {
  return shifts.flatMap(({ startMinute, endMinute }, index) => {
    if (startMinute < from || startMinute >= until) return [];
    const next = shifts[index + 1]?.startMinute ?? Number.POSITIVE_INFINITY;
    return [{ startMinute: endMinute, minutes: Math.max(0, Math.min(next, until) - endMinute) }];
  });
}

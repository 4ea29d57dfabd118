import { addDays, type CalendarDay, calendarDayAt, startOfDayInstant, weekdayOf } from '../basics/calendar-day.ts';
import { shiftInstants } from '../basics/local-time.ts';
import { formatClock } from '../basics/minutes.ts';
import { type Period, type PeriodType, periodContaining, previousPeriod, type Week53 } from './period.ts';

/** Until when hours must be approved, and when they are paid. Weekdays are ISO: 1 is Monday; 1440 minutes is the end of the day. */
export interface DeadlineRules {
  approveByWeekday: number;
  approveByMinutes: number;
  paidOnWeekday: number;
}

export interface NextDeadline {
  approveBy: CalendarDay;
  /** Minutes after midnight in Amsterdam; 1440 is the end of the day. */
  approveByMinutes: number;
  paidOn: CalendarDay;
  /** When it is over: an instant in UTC. */
  endsAt: string;
}

/** A client has all of a deadline of its own, or the agency's. */
export const ownOr = <T extends DeadlineRules>(
  agency: T,
  own: { approveByWeekday: number | null; approveByMinutes: number | null } | undefined,
): T =>
  own && own.approveByWeekday !== null && own.approveByMinutes !== null
    ? { ...agency, approveByWeekday: own.approveByWeekday, approveByMinutes: own.approveByMinutes }
    : agency;

/** The next payroll run: hours approved by then are paid on `paidOn`, the first pay day after it. */
export function nextDeadline(now: Date, rules: DeadlineRules): NextDeadline {
  const today = calendarDayAt(now);
  const approveBy = addDays(today, daysUntil(weekdayOf(today), rules.approveByWeekday));
  const deadline = deadlineOn(approveBy, rules);
  return deadline.endsAt > now.toISOString() ? deadline : deadlineOn(addDays(approveBy, 7), rules);
}

/** The earliest of the deadlines that somebody has: clients may have one of their own. */
export const earliestDeadline = (now: Date, rules: readonly [DeadlineRules, ...DeadlineRules[]]): NextDeadline =>
  rules.map((one) => nextDeadline(now, one)).reduce((first, other) => (other.endsAt < first.endsAt ? other : first));

function deadlineOn(approveBy: CalendarDay, { approveByMinutes, paidOnWeekday }: DeadlineRules): NextDeadline {
  const dayAfter = addDays(approveBy, 1);
  const paidOn = addDays(dayAfter, daysUntil(weekdayOf(dayAfter), paidOnWeekday));
  return { approveBy, approveByMinutes, paidOn, endsAt: instantOf(approveBy, approveByMinutes) };
}

function instantOf(day: CalendarDay, minutes: number): string {
  if (minutes >= 24 * 60) return startOfDayInstant(addDays(day, 1));
  const time = formatClock(minutes).padStart(5, '0');
  return new Date(shiftInstants(day, time, '24:00').startMinute * 60_000).toISOString();
}

/**
 * The period whose hours are wanted now: the one that ended last up to the end of the day of its deadline, so that on Monday that is
 * last week; after that the one that holds today.
 */
export function duePeriod(
  type: PeriodType,
  today: CalendarDay,
  agency: { approveByWeekday: number; weekFiftyThree: Week53 },
): Period {
  const now = periodContaining(type, today, agency.weekFiftyThree);
  const approveBy = addDays(now.startsOn, daysUntil(weekdayOf(now.startsOn), agency.approveByWeekday));
  return today <= approveBy ? previousPeriod(now, agency.weekFiftyThree) : now;
}

const daysUntil = (from: number, weekday: number): number => (weekday - from + 7) % 7;

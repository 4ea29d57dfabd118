import {
  addDays,
  type CalendarDay,
  daysBetween,
  maxDay,
  minutesInDay,
  startOfDayInstant,
  weekdayOf,
} from '../basics/calendar-day.ts';
import { shiftInstants } from '../basics/local-time.ts';
import { sumMinutes } from '../basics/minutes.ts';
import type { Period } from '../periods/period.ts';
import { lawLimits, type WorkingTimeLimits } from './working-time.limits.ts';
import { minutesByDay, totalMinutes, type WorkedLine } from './worksheet.hours.ts';
import { missingWeeklyRests, type ShortRest, shortDailyRests } from './worksheet.rest.ts';
import { type Shift, shiftsOf } from './worksheet.shifts.ts';

type WarningCode =
  | 'shift-too-long'
  | 'night-shift-too-long'
  | 'break-too-short'
  | 'daily-rest-too-short'
  | 'weekly-rest-too-short'
  | 'week-too-long'
  | 'four-weeks-too-long'
  | 'sixteen-weeks-too-long'
  | 'day-overfull-elsewhere'
  | 'times-elsewhere'
  | 'public-holiday';

/** Worth a look, never a reason to refuse hours: they were worked. `date` is the day (or the Monday of the week) that it is about. */
export type Warning = { code: WarningCode; limitMinutes: number; foundMinutes: number; date?: CalendarDay };

export type WorkedPeriod = {
  /** The lines of hour types that are work: no leave, sickness, surcharges or allowances. */
  lines: readonly WorkedLine[];
  period: Period;
  /** All work of the days around the period, where it is known, so that rest is seen over its edges. `endsOn`: known until that day. */
  around?: { lines: readonly WorkedLine[]; endsOn: CalendarDay };
  /** Hours of the same person in other placements, in the period and next to it. */
  elsewhere?: readonly WorkedLine[];
  /** Public holidays of the client. */
  holidays?: readonly { date: CalendarDay }[];
  /** Worked minutes of the ISO weeks before the period, latest first. What is missing counts as nothing worked. */
  previousWeekMinutes?: readonly number[];
};

/**
 * What the working-time law would ask about these hours, by kind.
 *
 * What is not known counts as free time, so a warning is true but silence is no proof: breaks, nights and rest are seen only of lines
 * with times, a week only of lines with dates (or of a week's own worksheet), an average only with the weeks before.
 */
export function worksheetWarnings(worked: WorkedPeriod, limits: WorkingTimeLimits = lawLimits): Warning[] {
  const shifts = shiftsOf(worked.lines, limits.shortDailyRest);
  return [
    ...longShifts(worked.lines, shifts, limits),
    ...shifts.flatMap((shift) => longNight(shift, limits)),
    ...shifts.flatMap((shift) => shortBreak(shift, limits)),
    ...shortRests(worked, limits),
    ...longWeeks(worked, limits),
    ...longAverages(worked, limits),
    ...clashes(worked),
    ...onHolidays(worked),
  ];
}

function longShifts(lines: readonly WorkedLine[], shifts: Shift[], limits: WorkingTimeLimits): Warning[] {
  // A day's hours without times lengthen its shift, or are one of their own.
  const withoutTimes = minutesByDay(lines.filter(({ start, end }) => !start || !end));
  const lengths = shifts.map(({ date, workedMinutes }) => {
    const minutes = workedMinutes + (withoutTimes.get(date) ?? 0);
    withoutTimes.delete(date);
    return { date, minutes };
  });
  for (const [date, minutes] of withoutTimes) lengths.push({ date, minutes });
  return lengths.flatMap(({ date, minutes }) => above('shift-too-long', limits.shift, minutes, date));
}

function longNight({ date, nightMinutes, workedMinutes }: Shift, limits: WorkingTimeLimits): Warning[] {
  return nightMinutes > limits.nightWork ? above('night-shift-too-long', limits.nightShift, workedMinutes, date) : [];
}

function shortBreak({ date, workedMinutes, breakMinutes }: Shift, limits: WorkingTimeLimits): Warning[] {
  if (workedMinutes <= limits.breakAfter) return [];
  const limitMinutes = workedMinutes > limits.longBreakAfter ? limits.leastLongBreak : limits.leastBreak;
  return breakMinutes < limitMinutes
    ? [{ code: 'break-too-short', limitMinutes, foundMinutes: breakMinutes, date }]
    : [];
}

function shortRests({ lines, period, around }: WorkedPeriod, limits: WorkingTimeLimits): Warning[] {
  const shifts = shiftsOf([...lines, ...(around?.lines ?? [])], limits.shortDailyRest);
  if (shifts.length === 0) return [];
  const knownUntil = addDays(maxDay(period.endsOn, around?.endsOn ?? period.endsOn), 1);
  const knownUntilMinute = Date.parse(startOfDayInstant(knownUntil)) / 60_000;
  // What happened wholly before or after the period is for another worksheet to warn of.
  const isOurs = ({ shifts }: ShortRest) => shifts.some(({ date }) => period.startsOn <= date && date <= period.endsOn);
  const warning = (code: WarningCode, { limitMinutes, foundMinutes, date }: ShortRest): Warning => ({
    code,
    limitMinutes,
    foundMinutes,
    date,
  });
  return [
    ...shortDailyRests(shifts, limits)
      .filter(isOurs)
      .map((rest) => warning('daily-rest-too-short', rest)),
    ...missingWeeklyRests(shifts, knownUntilMinute, limits)
      .filter(isOurs)
      .map((rest) => warning('weekly-rest-too-short', rest)),
  ];
}

function longWeeks({ lines, period }: WorkedPeriod, limits: WorkingTimeLimits): Warning[] {
  const weekOf = ({ date }: WorkedLine) => (period.type === 'week' ? period.startsOn : mondayOf(date));
  const byWeek = minutesByDay(lines.map((line) => ({ date: weekOf(line), minutes: line.minutes })));
  return [...byWeek].flatMap(([monday, minutes]) => above('week-too-long', limits.week, minutes, monday));
}

function mondayOf(date: CalendarDay | null): CalendarDay | null {
  return date && addDays(date, 1 - weekdayOf(date));
}

/** Averages are held as sums: this period and the weeks before it, four or sixteen weeks together. A month is no number of weeks. */
function longAverages({ lines, period, previousWeekMinutes = [] }: WorkedPeriod, limits: WorkingTimeLimits): Warning[] {
  if (period.type === 'month') return [];
  const weeks = (daysBetween(period.startsOn, period.endsOn) + 1) / 7;
  const sumOver = (count: number) =>
    totalMinutes(lines) + sumMinutes(previousWeekMinutes.slice(0, Math.max(0, count - weeks)));
  // A last period of five weeks may hold five times the average.
  const fourWeeks = weeks > 4 ? (limits.fourWeeks / 4) * weeks : limits.fourWeeks;
  return [
    ...above('four-weeks-too-long', fourWeeks, sumOver(4)),
    ...above('sixteen-weeks-too-long', limits.sixteenWeeks, sumOver(16)),
  ];
}

/**
 * Days on which hours here and in other placements cannot all be true: more than the day has, or the same time twice. What was sent is held against
 * each other by the database (`clashes_of`).
 */
function clashes({ lines, elsewhere = [] }: WorkedPeriod): Warning[] {
  const there = minutesByDay(elsewhere);
  const overfull = [...minutesByDay(lines)].flatMap(([date, minutes]) => {
    const others = there.get(date) ?? 0;
    return minutes > 0 && others > 0 ? above('day-overfull-elsewhere', minutesInDay(date), minutes + others, date) : [];
  });
  const shiftOf = ({ date, start, end, minutes }: WorkedLine) =>
    date && start && end && start !== end && minutes > 0 ? { date, ...shiftInstants(date, start, end) } : undefined;
  const others = elsewhere.flatMap((line) => shiftOf(line) ?? []);
  const isTwice = ({ startMinute, endMinute }: { startMinute: number; endMinute: number }) =>
    others.some((other) => startMinute < other.endMinute && other.startMinute < endMinute);
  const days = new Set(
    lines.flatMap((line) => shiftOf(line) ?? []).flatMap((shift) => (isTwice(shift) ? shift.date : [])),
  );
  const twice = Array.from(
    days,
    (date) => ({ code: 'times-elsewhere', limitMinutes: 0, foundMinutes: 0, date }) as const,
  );
  return [...overfull, ...twice];
}

function above(code: WarningCode, limitMinutes: number, foundMinutes: number, date?: CalendarDay): Warning[] {
  if (foundMinutes <= limitMinutes) return [];
  return [date === undefined ? { code, limitMinutes, foundMinutes } : { code, limitMinutes, foundMinutes, date }];
}

/** Work on a day off at this client: it may be meant, or typed on the wrong day. */
function onHolidays({ lines, holidays = [] }: WorkedPeriod): Warning[] {
  const byDay = minutesByDay(lines);
  return holidays.flatMap(({ date }) => {
    const foundMinutes = byDay.get(date) ?? 0;
    return foundMinutes > 0 ? [{ code: 'public-holiday' as const, limitMinutes: 0, foundMinutes, date }] : [];
  });
}

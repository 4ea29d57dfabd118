import { type CalendarDay, maxDay, minDay, minutesInDay, minutesInDays } from '../basics/calendar-day.ts';
import { type LocalTime, type ShiftError, shiftInstants, workedMinutes } from '../basics/local-time.ts';
import { sumMinutes } from '../basics/minutes.ts';

/** What the sums need of an hour line. `date` is null where a period's total is registered; times belong to a date. */
export type WorkedLine = {
  hourTypeId: string;
  minutes: number;
  date: CalendarDay | null;
  start?: LocalTime | null;
  end?: LocalTime | null;
  breakMinutes?: number | null;
};

type LineProblemCode =
  | 'minutes-negative'
  | 'date-missing'
  | 'date-outside-period'
  | 'date-outside-placement'
  | 'day-overfull'
  | 'period-overfull'
  | 'start-missing'
  | 'end-missing'
  | 'minutes-differ-from-times'
  | 'times-overlap'
  | ShiftError;

/** `index` is the place in the list that was checked; `field` is where the form shows the problem. */
export type LineProblem = { index: number; field: LineField; code: LineProblemCode };
type LineField = 'minutes' | 'date' | 'start' | 'end' | 'breakMinutes';

export type LineRules = {
  period: { startsOn: CalendarDay; endsOn: CalendarDay };
  /** The placement's own dates; `endsOn` is null while no end is known. */
  placement: { startsOn: CalendarDay; endsOn: CalendarDay | null };
  /** A correction by staff may take minutes away. */
  isCorrection?: boolean;
};

/** The total of a worksheet: every screen, export and sum uses this one. */
export function totalMinutes(lines: Iterable<Pick<WorkedLine, 'minutes'>>): number {
  return sumMinutes(Array.from(lines, (line) => line.minutes));
}

/** The minutes of each kind of hour type that has lines. `kindOf` knows a hour type by its id; what it does not know is left out. */
export function minutesByKind<Kind extends string>(
  lines: Iterable<Pick<WorkedLine, 'minutes' | 'hourTypeId'>>,
  kindOf: ReadonlyMap<string, Kind>,
): Partial<Record<Kind, number>> {
  const found: Partial<Record<Kind, number>> = {};
  for (const { hourTypeId, minutes } of lines) {
    const kind = kindOf.get(hourTypeId);
    if (kind) found[kind] = (found[kind] ?? 0) + minutes;
  }
  return found;
}

export function minutesByHourType(lines: Iterable<Pick<WorkedLine, 'hourTypeId' | 'minutes'>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { hourTypeId, minutes } of lines) sums.set(hourTypeId, (sums.get(hourTypeId) ?? 0) + minutes);
  return sums;
}

/** Per day, in the order of the lines. A line without a date belongs to no day and is not in here. */
export function minutesByDay(lines: Iterable<Pick<WorkedLine, 'date' | 'minutes'>>): Map<CalendarDay, number> {
  const sums = new Map<CalendarDay, number>();
  for (const { date, minutes } of lines) if (date) sums.set(date, (sums.get(date) ?? 0) + minutes);
  return sums;
}

/**
 * Why these lines cannot be a worksheet, in the order of the lines; nothing when they can.
 *
 * Every line takes time of its day, whatever its hour type. A shift belongs to the day it starts. A day holds 24 hours, 23 or 25 when the clock changes; a period holds its days inside the placement.
 * A shift split over two hour types is two lines whose times touch. Only one worksheet is looked at: a shift that runs into the next
 * period is compared with nothing there. Dates and times must be well-formed (the schema sees to that): others throw a RangeError.
 */
export function linesProblems(lines: readonly WorkedLine[], rules: LineRules): LineProblem[] {
  const indexed = [...lines.entries()];
  return [
    ...indexed.flatMap(([index, line]) => lineProblems(index, line, rules)),
    ...overfullDays(indexed),
    ...overfullPeriod(indexed, rules),
    ...overlaps(indexed),
  ].sort((one, other) => one.index - other.index);
}

type IndexedLine = [index: number, line: WorkedLine];

function lineProblems(index: number, line: WorkedLine, rules: LineRules): LineProblem[] {
  const problems: LineProblem[] = [];
  if (line.minutes < 0 && !rules.isCorrection) problems.push({ index, field: 'minutes', code: 'minutes-negative' });
  const { date } = line;
  if (date && !isWithin(date, rules.period)) problems.push({ index, field: 'date', code: 'date-outside-period' });
  else if (date && !isWithin(date, rules.placement))
    problems.push({ index, field: 'date', code: 'date-outside-placement' });
  const ofTimes = timesProblem(line);
  if (ofTimes) problems.push({ index, ...ofTimes });
  return problems;
}

function isWithin(
  date: CalendarDay,
  { startsOn, endsOn }: { startsOn: CalendarDay; endsOn: CalendarDay | null },
): boolean {
  return startsOn <= date && (endsOn === null || date <= endsOn);
}

function timesProblem({ date, start, end, breakMinutes, minutes }: WorkedLine): Omit<LineProblem, 'index'> | undefined {
  if (!start && !end) return undefined;
  if (!start) return { field: 'start', code: 'start-missing' };
  if (!end) return { field: 'end', code: 'end-missing' };
  if (!date) return { field: 'date', code: 'date-missing' };
  const worked = workedMinutes(date, start, end, breakMinutes ?? 0);
  if ('error' in worked) return { field: worked.error === 'shift-empty' ? 'end' : 'breakMinutes', code: worked.error };
  // A correction that takes a shift away names its times with minutes below zero.
  return worked.minutes === Math.abs(minutes) ? undefined : { field: 'minutes', code: 'minutes-differ-from-times' };
}

function overfullDays(lines: IndexedLine[]): LineProblem[] {
  const lastOfDay = new Map(lines.map(([index, { date }]) => [date, index]));
  return [...minutesByDay(lines.map(([, line]) => line))]
    .filter(([date, minutes]) => minutes > minutesInDay(date))
    .map(([date]) => ({ index: lastOfDay.get(date) ?? 0, field: 'minutes', code: 'day-overfull' }));
}

/** Days have their own check, so this one is about lines without a date, and is shown at the last of them. */
function overfullPeriod(lines: IndexedLine[], { period, placement }: LineRules): LineProblem[] {
  const undated = lines.findLast(([, { date }]) => date === null);
  if (!undated) return [];
  const from = maxDay(period.startsOn, placement.startsOn);
  const to = minDay(period.endsOn, placement.endsOn ?? period.endsOn);
  const isOverfull = totalMinutes(lines.map(([, line]) => line)) > minutesInDays(from, to);
  return isOverfull ? [{ index: undated[0], field: 'minutes', code: 'period-overfull' }] : [];
}

/** Shifts in the order they start; one that starts before all earlier ones have ended overlaps. The next day's are in the same row. */
function overlaps(lines: IndexedLine[]): LineProblem[] {
  const problems: LineProblem[] = [];
  let busyUntil = Number.NEGATIVE_INFINITY;
  const shifts = lines.flatMap(([index, { date, start, end, minutes }]) =>
    date && start && end && start !== end && minutes >= 0 ? [{ index, ...shiftInstants(date, start, end) }] : [],
  );
  for (const { index, startMinute, endMinute } of shifts.sort((one, other) => one.startMinute - other.startMinute)) {
    if (startMinute < busyUntil) problems.push({ index, field: 'start', code: 'times-overlap' });
    busyUntil = Math.max(busyUntil, endMinute);
  }
  return problems;
}

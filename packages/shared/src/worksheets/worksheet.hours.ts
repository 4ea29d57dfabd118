import { type CalendarDay, maxDay, minDay, minutesInDay, minutesInDays } from '../basics/calendar-day.ts';
import { type LocalTime, type ShiftError, shiftInstants, workedMinutes } from '../basics/local-time.ts';
import { sumMinutes } from '../basics/minutes.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';

/**
 * What the sums need of an hour line. `date` is null where a period's total is registered; times belong to a date. `minutes` is time of the day;
 * what a line holds beside it (surcharge minutes, kilometres, expenses) is its `quantity`, in the unit of its hour type.
 */
export type WorkedLine = {
  hourTypeId: string;
  minutes: number;
  quantity?: number | null;
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
  | 'below-zero'
  | 'quantity-missing'
  | 'quantity-unexpected'
  | 'surcharge-over-hours'
  | ShiftError;

/** `index` is the place in the list that was checked; `field` is where the form shows the problem. */
export type LineProblem = { index: number; field: LineField; code: LineProblemCode };
type LineField = 'minutes' | 'quantity' | 'date' | 'start' | 'end' | 'breakMinutes';

export type LineRules = {
  period: { startsOn: CalendarDay; endsOn: CalendarDay };
  /** The placement's own dates; `endsOn` is null while no end is known. */
  placement: { startsOn: CalendarDay; endsOn: CalendarDay | null };
  /** A correction by staff may take minutes away. */
  isCorrection?: boolean;
  /** What the placement's other worksheets hold that were sent: of the same period, and of the days next to it. */
  sent?: readonly WorkedLine[];
  /** What lines of a hour type count; hours unless said otherwise. */
  unitOf?: (hourTypeId: string) => HourUnit;
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
  return withoutZeros(found);
}

/** What is no time, per unit: kilometres with kilometres, whatever their hour type. `unitOf` knows a hour type by its id. */
export function quantitiesByUnit(
  lines: Iterable<Pick<WorkedLine, 'quantity' | 'hourTypeId'>>,
  unitOf: ReadonlyMap<string, HourUnit>,
): Partial<Record<HourUnit, number>> {
  const found: Partial<Record<HourUnit, number>> = {};
  for (const { hourTypeId, quantity } of lines) {
    const unit = unitOf.get(hourTypeId);
    if (unit && quantity) found[unit] = (found[unit] ?? 0) + quantity;
  }
  return withoutZeros(found);
}

const withoutZeros = <Sums extends Partial<Record<string, number>>>(sums: Sums): Sums =>
  Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0)) as Sums;

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
 * Every line of hours takes time of its day, whatever its hour type. A shift belongs to the day it starts. A day holds 24 hours, 23 or 25 when
 * the clock changes; a period holds its days inside the placement. A shift split over two hour types is two lines whose times touch. All of this
 * is judged together with what was sent of the placement: its other worksheets of the period, and a night shift over the edge of it.
 * A correction takes no more than there is. Surcharge hours are beside hours worked: no more of one type on a day than there are.
 * Dates and times must be well-formed (the schema sees to that): others throw a RangeError.
 */
export function linesProblems(lines: readonly WorkedLine[], rules: LineRules): LineProblem[] {
  const indexed = [...lines.entries()];
  return [
    ...indexed.flatMap(([index, line]) => lineProblems(index, line, rules)),
    ...overfullDays(indexed, rules),
    ...overfullPeriod(indexed, rules),
    ...overlaps(indexed, rules),
    ...takenAway(indexed, rules),
    ...surchargesOverHours(indexed, rules),
  ].sort((one, other) => one.index - other.index);
}

type IndexedLine = [index: number, line: WorkedLine];

const unitIn = ({ unitOf }: LineRules, { hourTypeId }: WorkedLine): HourUnit => unitOf?.(hourTypeId) ?? 'hours';

function lineProblems(index: number, line: WorkedLine, rules: LineRules): LineProblem[] {
  const problems: LineProblem[] = [];
  if (line.minutes < 0 && !rules.isCorrection) problems.push({ index, field: 'minutes', code: 'minutes-negative' });
  const { date } = line;
  if (date && !isWithin(date, rules.period)) problems.push({ index, field: 'date', code: 'date-outside-period' });
  else if (date && !isWithin(date, rules.placement))
    problems.push({ index, field: 'date', code: 'date-outside-placement' });
  const ofQuantity = quantityProblem(line, rules);
  if (ofQuantity) problems.push({ index, field: 'quantity', code: ofQuantity });
  const ofTimes = timesProblem(line);
  if (ofTimes) problems.push({ index, ...ofTimes });
  return problems;
}

/** A line counts in the unit of its hour type, and in no other. */
function quantityProblem(line: WorkedLine, rules: LineRules): LineProblemCode | undefined {
  const quantity = line.quantity ?? null;
  if (unitIn(rules, line) === 'hours') return quantity === null ? undefined : 'quantity-unexpected';
  if (quantity === null) return 'quantity-missing';
  if (line.minutes !== 0) return 'quantity-unexpected';
  return quantity < 0 && !rules.isCorrection ? 'minutes-negative' : undefined;
}

function isWithin(
  date: CalendarDay,
  { startsOn, endsOn }: { startsOn: CalendarDay; endsOn: CalendarDay | null },
): boolean {
  return startsOn <= date && (endsOn === null || date <= endsOn);
}

function timesProblem(line: WorkedLine): Omit<LineProblem, 'index'> | undefined {
  const { date, start, end, breakMinutes } = line;
  if (!start && !end) return undefined;
  if (!start) return { field: 'start', code: 'start-missing' };
  if (!end) return { field: 'end', code: 'end-missing' };
  if (!date) return { field: 'date', code: 'date-missing' };
  const worked = workedMinutes(date, start, end, breakMinutes ?? 0);
  if ('error' in worked) return { field: worked.error === 'shift-empty' ? 'end' : 'breakMinutes', code: worked.error };
  // A correction that takes a shift away names its times with minutes below zero. A surcharge's minutes are its quantity.
  const minutes = line.quantity ?? line.minutes;
  return worked.minutes === Math.abs(minutes) ? undefined : { field: 'minutes', code: 'minutes-differ-from-times' };
}

function overfullDays(lines: IndexedLine[], { sent = [] }: LineRules): LineProblem[] {
  const lastOfDay = new Map(lines.map(([index, { date }]) => [date, index]));
  return [...minutesByDay([...lines.map(([, line]) => line), ...sent])].flatMap(([date, minutes]) => {
    const index = lastOfDay.get(date);
    const isOurs = index !== undefined && minutes > minutesInDay(date);
    return isOurs ? [{ index, field: 'minutes', code: 'day-overfull' }] : [];
  });
}

/** Days have their own check, so this one is about lines without a date, and is shown at the last of them. */
function overfullPeriod(lines: IndexedLine[], { period, placement, sent = [] }: LineRules): LineProblem[] {
  const inPeriod = sent.filter(({ date }) => date === null || isWithin(date, period));
  const last = lines.findLast(([, { date }]) => date === null) ?? lines.at(-1);
  const all = [...lines.map(([, line]) => line), ...inPeriod];
  if (!last || all.every(({ date }) => date !== null)) return [];
  const from = maxDay(period.startsOn, placement.startsOn);
  const to = minDay(period.endsOn, placement.endsOn ?? period.endsOn);
  const isOverfull = totalMinutes(all) > minutesInDays(from, to);
  return isOverfull ? [{ index: last[0], field: 'minutes', code: 'period-overfull' }] : [];
}

/**
 * Shifts in the order they start; one that starts before all earlier ones have ended overlaps. The next day's are in the same row. Hours
 * overlap hours; a surcharge stands beside them, and overlaps only itself.
 */
function overlaps(lines: IndexedLine[], rules: LineRules): LineProblem[] {
  const all: AnyLine[] = [...lines, ...(rules.sent ?? []).map((line): AnyLine => [undefined, line])];
  const kindOf = (line: WorkedLine) => (unitIn(rules, line) === 'hours' ? 'hours' : line.hourTypeId);
  const inTurn = Map.groupBy(withoutTakenAway(all), ([, line]) => kindOf(line));
  return [...inTurn.values()].flatMap(overlapsOfOne);
}

type AnyLine = [index: number | undefined, line: WorkedLine];

/** A shift that a correction took away is there no more. */
function withoutTakenAway(lines: AnyLine[]): AnyLine[] {
  const keyOf = ({ hourTypeId, date, start, end }: WorkedLine) => [hourTypeId, date, start, end].join(' ');
  const taken = new Map<string, number>();
  for (const [, line] of lines) if (isBelowZero(line)) taken.set(keyOf(line), (taken.get(keyOf(line)) ?? 0) + 1);
  return lines.filter(([, line]) => {
    if (isBelowZero(line)) return false;
    const left = taken.get(keyOf(line)) ?? 0;
    taken.set(keyOf(line), left - 1);
    return left <= 0;
  });
}

function overlapsOfOne(lines: AnyLine[]): LineProblem[] {
  const told = new Set<number>();
  let busy: { until: number; index: number | undefined } = { until: Number.NEGATIVE_INFINITY, index: undefined };
  const shifts = lines.flatMap(([index, { date, start, end }]) =>
    date && start && end && start !== end ? [{ index, ...shiftInstants(date, start, end) }] : [],
  );
  for (const { index, startMinute, endMinute } of shifts.sort((one, other) => one.startMinute - other.startMinute)) {
    // Told at the typed one of the two; of two that were sent nothing is told.
    const typed = index ?? busy.index;
    if (startMinute < busy.until && typed !== undefined) told.add(typed);
    if (endMinute > busy.until) busy = { until: endMinute, index };
  }
  return Array.from(told, (index) => ({ index, field: 'start', code: 'times-overlap' }));
}

/** What a correction takes away is there: of no hour type less than nothing is left on a day. */
function takenAway(lines: IndexedLine[], { sent = [] }: LineRules): LineProblem[] {
  const left = new Map<string, number>();
  for (const line of [...lines.map(([, own]) => own), ...sent])
    left.set(typeAndDay(line), (left.get(typeAndDay(line)) ?? 0) + (line.quantity ?? line.minutes));
  const taking = new Map(
    lines.filter(([, line]) => isBelowZero(line)).map(([index, line]) => [typeAndDay(line), index]),
  );
  return [...taking].flatMap(([key, index]) =>
    (left.get(key) ?? 0) < 0 ? [{ index, field: 'minutes', code: 'below-zero' }] : [],
  );
}

const typeAndDay = ({ hourTypeId, date }: WorkedLine) => `${hourTypeId} ${date ?? ''}`;
const isBelowZero = ({ minutes, quantity }: WorkedLine): boolean => minutes < 0 || (quantity ?? 0) < 0;

/** Per day, or of the whole period where a surcharge has no day. */
function surchargesOverHours(lines: IndexedLine[], rules: LineRules): LineProblem[] {
  const all = [...lines.map(([, line]) => line), ...(rules.sent ?? [])];
  const inPeriod = all.filter(({ date }) => date === null || isWithin(date, rules.period));
  const byDay = minutesByDay(inPeriod);
  const ofPeriod = totalMinutes(inPeriod);
  const isSurcharge = (line: WorkedLine) => unitIn(rules, line) === 'surcharge';
  const sums = Map.groupBy(inPeriod.filter(isSurcharge), typeAndDay);
  const lastOf = new Map(
    lines.filter(([, line]) => isSurcharge(line)).map(([index, line]) => [typeAndDay(line), index]),
  );
  return [...lastOf].flatMap(([key, index]) => {
    const ofKey = sums.get(key) ?? [];
    const date = ofKey[0]?.date ?? null;
    // Hours that were totalled for the period may have been worked on any day.
    const undated = inPeriod.some((line) => line.date === null && line.minutes > 0);
    const hours = date === null || undated ? ofPeriod : (byDay.get(date) ?? 0);
    const surcharge = sumMinutes(ofKey.map(({ quantity }) => quantity ?? 0));
    return surcharge > hours ? [{ index, field: 'quantity', code: 'surcharge-over-hours' }] : [];
  });
}

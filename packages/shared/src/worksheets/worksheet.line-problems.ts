import { type CalendarDay, maxDay, minDay, minutesInDay, minutesInDays } from '../basics/calendar-day.ts';
import { workedMinutes } from '../basics/local-time.ts';
import { sumMinutes } from '../basics/minutes.ts';
import { minutesByDay, totalMinutes, type WorkedLine } from './worksheet.hours.ts';
import {
  type IndexedLine,
  isWithin,
  type LineProblem,
  type LineProblemCode,
  type LineRules,
  typeAndDay,
  unitIn,
} from './worksheet.line-rules.ts';
import { overlaps, takenAway } from './worksheet.overlaps.ts';

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

/** Per day, or of the whole period where a surcharge has no day. Judged where surcharges are typed, and where hours are taken from beneath them. */
function surchargesOverHours(lines: IndexedLine[], rules: LineRules): LineProblem[] {
  const all = [...lines.map(([, line]) => line), ...(rules.sent ?? [])];
  const inPeriod = all.filter(({ date }) => date === null || isWithin(date, rules.period));
  const byDay = minutesByDay(inPeriod);
  const ofPeriod = totalMinutes(inPeriod);
  // Hours that were totalled for the period may have been worked on any day.
  const isOfPeriod = (date: CalendarDay | null) =>
    date === null || inPeriod.some((line) => line.date === null && line.minutes > 0);
  const isSurcharge = (line: WorkedLine) => unitIn(rules, line) === 'surcharge';
  const sums = Map.groupBy(inPeriod.filter(isSurcharge), typeAndDay);
  return [...sums].flatMap(([key, ofKey]): LineProblem[] => {
    const date = ofKey[0]?.date ?? null;
    const surcharge = sumMinutes(ofKey.map(({ quantity }) => quantity ?? 0));
    if (surcharge <= (isOfPeriod(date) ? ofPeriod : (byDay.get(date ?? '') ?? 0))) return [];
    const own = lines.findLast(([, line]) => isSurcharge(line) && typeAndDay(line) === key);
    if (own) return [{ index: own[0], field: 'quantity', code: 'surcharge-over-hours' }];
    const taking = lines.findLast(
      ([, line]) => line.minutes < 0 && (isOfPeriod(date) || line.date === null || line.date === date),
    );
    return taking ? [{ index: taking[0], field: 'minutes', code: 'surcharge-over-hours' }] : [];
  });
}

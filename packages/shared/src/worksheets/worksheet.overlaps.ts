import { shiftInstants } from '../basics/local-time.ts';
import type { WorkedLine } from './worksheet.hours.ts';
import { type IndexedLine, type LineProblem, type LineRules, typeAndDay, unitIn } from './worksheet.line-rules.ts';

/**
 * Shifts in the order they start; one that starts before all earlier ones have ended overlaps. The next day's are in the same row. Hours
 * overlap hours; a surcharge stands beside them, and overlaps only itself.
 */
export function overlaps(lines: IndexedLine[], rules: LineRules): LineProblem[] {
  // Taken away is what was sent, never what is typed now.
  const all: AnyLine[] = [...(rules.sent ?? []).map((line): AnyLine => [undefined, line]), ...lines];
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
export function takenAway(lines: IndexedLine[], { sent = [] }: LineRules): LineProblem[] {
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

const isBelowZero = ({ minutes, quantity }: WorkedLine): boolean => minutes < 0 || (quantity ?? 0) < 0;

import type { HourLineInput } from './worksheet-line.schema.ts';

/** A line as it is stored. Worksheet and number name it for ever; a number is never given to another line. */
export type NumberedLine = HourLineInput & { number: number };

/** What saving changes of the lines that are stored. */
export interface LineChanges {
  /** All lines as they are afterwards, by number. */
  lines: NumberedLine[];
  /** Those of them that are new or say something else than before. */
  written: NumberedLine[];
  /** Numbers of the lines that are gone. */
  removed: number[];
  /** Those of the written ones that are new. */
  added: NumberedLine[];
  /** The highest number that was ever given. */
  lastNumber: number;
}

/**
 * Gives what was typed the numbers of the lines that it changes. The hours of one type on one day stay the same line: first those
 * that say just what they said, then those with the same start and budget number, then any. All others get a number of their own.
 */
export function numberLines(
  stored: readonly NumberedLine[],
  lastNumber: number,
  typed: readonly HourLineInput[],
): LineChanges {
  const left = new Set(stored);
  const numbers = new Map<HourLineInput, number>();
  const changed: NumberedLine[] = [];
  const added: NumberedLine[] = [];
  for (const [round, keyOf] of rounds.entries()) {
    const waiting = Map.groupBy(left, keyOf);
    for (const line of typed) {
      if (numbers.has(line)) continue;
      const same = waiting.get(keyOf(line))?.shift();
      if (!same) continue;
      left.delete(same);
      numbers.set(line, same.number);
      if (round > 0) changed.push({ ...line, number: same.number });
    }
  }
  let last = lastNumber;
  for (const line of typed) {
    if (numbers.has(line)) continue;
    numbers.set(line, ++last);
    added.push({ ...line, number: last });
  }
  const lines = typed.map((line) => ({ ...line, number: numbers.get(line) ?? 0 }));
  return {
    lines: lines.sort((one, other) => one.number - other.number),
    written: [...changed, ...added],
    added,
    removed: Array.from(left, ({ number }) => number),
    lastNumber: last,
  };
}

type KeyOf = (line: HourLineInput) => string;
const rounds: readonly KeyOf[] = [
  (line) =>
    JSON.stringify([
      ...[line.hourTypeId, line.date, line.startsAt, line.endsAt, line.breakMinutes],
      ...[line.minutes, line.quantity, line.budgetNumber, line.remark, line.receipt?.id ?? null],
    ]),
  ({ hourTypeId, date, startsAt, budgetNumber }) => JSON.stringify([hourTypeId, date, startsAt, budgetNumber]),
  ({ hourTypeId, date }) => JSON.stringify([hourTypeId, date]),
];

import type { HourLineInput } from './worksheet-line.schema.ts';

/**
 * What hours are after all that was sent of a period, corrections included: what one line took away is gone from those it took it from.
 * Hours with times are taken away as a whole, or by the part that is left; totals of a type and day are one line.
 */
export function netLines(lines: readonly HourLineInput[]): HourLineInput[] {
  const net = new Map<string, HourLineInput>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = net.get(key);
    net.set(key, known ? added(known, line) : line);
  }
  return [...net.values()].filter((line) => sizeOf(line) !== 0);
}

/**
 * The lines of a correction: what has to be taken away from hours as they are, and added, so that they become what they should have
 * been. Nothing where they are that already. A total changes by its difference; hours with other times are taken away and put there anew.
 */
export function correctionLines(asIs: readonly HourLineInput[], shouldBe: readonly HourLineInput[]): HourLineInput[] {
  const lines = netLines([...netLines(asIs).map(takenAway), ...shouldBe]).sort(byDay);
  // Receipts stay with the lines that they came with.
  return lines.map(({ receipt: _, ...line }) => line);
}

const takenAway = (line: HourLineInput): HourLineInput => ({
  ...line,
  minutes: -line.minutes,
  quantity: line.quantity === null ? null : -line.quantity,
});

/** Of the same type, day, times and budget number: what is added up. A remark belongs to the line that says it. */
const keyOf = ({ hourTypeId, date, startsAt, endsAt, breakMinutes, budgetNumber }: HourLineInput): string =>
  JSON.stringify([hourTypeId, date, startsAt, endsAt, startsAt === null ? null : (breakMinutes ?? 0), budgetNumber]);

function added(one: HourLineInput, other: HourLineInput): HourLineInput {
  const quantity =
    one.quantity === null && other.quantity === null ? null : (one.quantity ?? 0) + (other.quantity ?? 0);
  return { ...one, minutes: one.minutes + other.minutes, quantity, remark: other.remark ?? one.remark };
}

const sizeOf = ({ minutes, quantity }: HourLineInput): number => quantity ?? minutes;

/** By day; of one day first what is taken away. */
const byDay = (one: HourLineInput, other: HourLineInput): number =>
  (one.date ?? '').localeCompare(other.date ?? '') || sizeOf(one) - sizeOf(other);

import { keyForm } from '@konnekt/shared/basics/key-form';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import type { Content } from './sheet.ts';

/** Do two contents say the same, whatever the order of their lines? */
export const isSameContent = (one: Content, other: Content): boolean => meaningOf(one) === meaningOf(other);

function meaningOf({ lines, remark }: Content): string {
  const meanings = lines.filter((line) => amountOf(line) !== 0 || line.startsAt).map(meaningOfLine);
  return JSON.stringify([meanings.sort(), remark?.trim() || null]);
}

export const meaningOfLine = (line: HourLineInput): string =>
  JSON.stringify([
    line.hourTypeId,
    line.date,
    line.minutes,
    line.quantity ?? null,
    line.startsAt ?? null,
    line.endsAt ?? null,
    line.breakMinutes || null,
    // The API answers with the number as the client writes it.
    line.budgetNumber ? keyForm(line.budgetNumber) : null,
    line.remark ?? null,
    line.receipt?.id ?? null,
  ]);

/** What a line counts, in the unit of its hour type. */
export const amountOf = ({ minutes, quantity }: { minutes: number; quantity: number | null }): number =>
  quantity ?? minutes;

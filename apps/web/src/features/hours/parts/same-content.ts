import { keyForm } from '@konnekt/shared/basics/key-form';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
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

/** On how many days to come there is work. Leave that is taken ahead is not counted. */
export function daysAhead(
  lines: readonly HourLineInput[],
  hourTypes: readonly Pick<HourType, 'id' | 'isWorked'>[],
  today: string,
): number {
  const worked = new Set(hourTypes.filter(({ isWorked }) => isWorked).map(({ id }) => id));
  const ahead = lines.filter(
    (line) => line.date && line.date > today && line.minutes > 0 && worked.has(line.hourTypeId),
  );
  return new Set(ahead.map(({ date }) => date)).size;
}

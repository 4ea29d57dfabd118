import type { ReceiptWish } from '../hour-types/hour-type.words.ts';
import type { HourLineInput } from './worksheet-line.schema.ts';

type WithReceipt = Pick<HourLineInput, 'hourTypeId' | 'minutes' | 'quantity' | 'receipt'>;
type Asking = readonly { id: string; receipt: ReceiptWish }[];

/** The places of the lines without a receipt whose hour type asks for one; with `required`, of those that are not sent without. */
export function linesWithoutReceipt(lines: readonly WithReceipt[], hourTypes: Asking, only?: 'required'): number[] {
  const wishes = new Map(hourTypes.map(({ id, receipt }) => [id, receipt]));
  return lines.flatMap((line, index) => {
    const wish = wishes.get(line.hourTypeId) ?? 'none';
    const isAsked = only ? wish === only : wish !== 'none';
    // What a correction takes away was paid for before.
    const counts = (line.quantity ?? line.minutes) > 0;
    return isAsked && counts && !line.receipt ? [index] : [];
  });
}

import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { HourLineInput, Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import type { Db } from '#api/kit/database';
import { openContent } from '#api/kit/file-content';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { findReceipt, findUsable } from './receipt.repository.ts';

/** Typed lines with their receipts as they are kept. Throws `invalid-input` at a receipt that is gone, or is not theirs to use. */
export async function withReceipts<Line extends HourLineInput>(
  db: Db,
  sight: Sight,
  lines: readonly Line[],
): Promise<Line[]> {
  const known = await usable(db, sight, lines);
  const gone = goneReceipts(lines, known);
  if (gone.length > 0) throw invalidInput(gone);
  return lines.map((line) => ({ ...line, receipt: known.get(line.receipt?.id ?? '') ?? null }));
}

/** At the lines that name a receipt which is not there for them. */
export const goneReceipts = (
  lines: readonly Pick<HourLineInput, 'receipt'>[],
  known: ReadonlyMap<string, Receipt>,
): FieldProblem[] =>
  lines.flatMap(({ receipt }, index) =>
    receipt && !known.has(receipt.id) ? [{ pointer: `/lines/${index}/receipt`, code: 'receipt-gone' }] : [],
  );

/** By id, of all that these lines name. */
export async function usable(db: Db, sight: Sight, lines: readonly Pick<HourLineInput, 'receipt'>[]) {
  const ids = [...new Set(lines.flatMap(({ receipt }) => receipt?.id ?? []))];
  const found = ids.length > 0 ? await findUsable(db, sight, ids) : [];
  return new Map(found.map((receipt) => [receipt.id, receipt]));
}

export async function openReceipt(db: Db, sight: Sight, id: string) {
  const receipt = await findReceipt(db, sight, id);
  const content = receipt && (await openContent(db, id));
  if (!content) throw new Problem('not-found');
  return { ...receipt, content };
}

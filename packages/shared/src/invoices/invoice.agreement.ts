import type { Invoice, InvoiceWorksheet } from './invoice.contract.ts';
import { invoiceTotals, lineNet } from './invoice.sums.ts';

/** What of an invoice does not follow from what is behind it; nothing where all agrees. */
export interface Disagreement {
  /** Lines that are not the sum of their lines of worksheets, or not that times their price. */
  lineIds: string[];
  /** The totals do not follow from the lines. */
  totals: boolean;
}

type Line = Pick<
  Invoice['lines'][number],
  'id' | 'unit' | 'size' | 'priceCents' | 'oldPriceCents' | 'netCents' | 'vatBp' | 'description' | 'creditsLineId'
>;
type Summed = Pick<
  Invoice,
  'kind' | 'isReverseCharged' | 'gAccountShareBp' | 'netCents' | 'vatCents' | 'totalCents' | 'gAccountCents'
> & { lines: readonly Line[] };
type Behind = { lines: readonly Pick<InvoiceWorksheet['lines'][number], 'invoiceLineId' | 'size'>[] };

/**
 * Sums an invoice anew from the lines of worksheets behind it. A line that takes back part of another one has no hours of its own, and
 * the last part takes what was left of the amount: of those only the totals are judged.
 */
export function disagreementOf(invoice: Summed, worksheets: readonly Behind[]): Disagreement {
  const behind = new Map<string, number>();
  for (const { invoiceLineId, size } of worksheets.flatMap(({ lines }) => lines))
    behind.set(invoiceLineId, (behind.get(invoiceLineId) ?? 0) + size);
  const sign = invoice.kind === 'credit' ? -1 : 1;
  const isWrong = (line: Line) => {
    if (line.creditsLineId !== null) return false;
    const isTyped = line.description !== null;
    // A rate that fell is credited for as many hours, from the new rate to the old one.
    const size = (behind.get(line.id) ?? 0) * (line.oldPriceCents === null ? sign : 1);
    return lineNet(line) !== line.netCents || (!isTyped && size !== line.size);
  };
  const { isReverseCharged, gAccountShareBp, kind } = invoice;
  const sums = invoiceTotals(invoice.lines, { isReverseCharged, gAccountShareBp, isCredit: kind === 'credit' });
  const names = ['netCents', 'vatCents', 'totalCents', 'gAccountCents'] as const;
  return {
    lineIds: invoice.lines.filter(isWrong).map(({ id }) => id),
    totals: names.some((name) => sums[name] !== invoice[name]),
  };
}

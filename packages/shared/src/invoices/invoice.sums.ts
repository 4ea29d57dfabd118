import { multiplyHalfUp, shareHalfUp } from '../basics/money.ts';
import { type HourUnit, isTime } from '../hour-types/hour-type.words.ts';

/** How much of what at which price: minutes of hours at cents an hour, hundredths of a kilometre or piece at cents each, cents of expenses at a share. */
export interface PricedLine {
  unit: HourUnit;
  size: number;
  /** Cents per hour, kilometre or piece; of expenses the share that is billed, in percent. */
  priceCents: number;
  /** Of a rate that was changed for the past: what was billed for the same before. */
  oldPriceCents?: number | null;
}

/** What a line is, in cents without VAT: rounded once, half away from zero. Of a changed rate what the line is at it, less what it was. */
export function lineNet({ unit, size, priceCents, oldPriceCents }: PricedLine): number {
  if (oldPriceCents != null)
    return lineNet({ unit, size, priceCents }) - lineNet({ unit, size, priceCents: oldPriceCents });
  if (isTime(unit)) return multiplyHalfUp(size, priceCents);
  return shareHalfUp(priceCents, size * 100);
}

interface VatSum {
  /** In basis points: 2100 is 21 %. */
  vatBp: number;
  netCents: number;
  vatCents: number;
}

export interface InvoiceTotals {
  netCents: number;
  vatCents: number;
  totalCents: number;
  /** What is paid to the blocked account; the rest to the other. Never both rounded. */
  gAccountCents: number;
  /** By rate, highest first. Reverse-charged there is one of 0 %. */
  vat: VatSum[];
}

/**
 * The totals of an invoice: VAT per rate over the sum of its lines, half up, never per line; reverse-charged there is none. The G-account
 * share is of the total including VAT; a credit note has none.
 */
export function invoiceTotals(
  lines: readonly { netCents: number; vatBp: number }[],
  terms: { isReverseCharged: boolean; gAccountShareBp: number; isCredit: boolean },
): InvoiceTotals {
  const sums = new Map<number, number>();
  for (const { netCents, vatBp } of lines) {
    const rate = terms.isReverseCharged ? 0 : vatBp;
    sums.set(rate, (sums.get(rate) ?? 0) + netCents);
  }
  const vat = [...sums]
    .sort(([one], [other]) => other - one)
    .map(([vatBp, netCents]) => ({ vatBp, netCents, vatCents: shareHalfUp(netCents, vatBp) }));
  const netCents = vat.reduce((sum, rate) => sum + rate.netCents, 0);
  const vatCents = vat.reduce((sum, rate) => sum + rate.vatCents, 0);
  const totalCents = netCents + vatCents;
  const gAccountCents = terms.isCredit || totalCents <= 0 ? 0 : shareHalfUp(totalCents, terms.gAccountShareBp);
  return { netCents, vatCents, totalCents, gAccountCents, vat };
}

/** `2026-000123`, with what stands before it: `F2026-0123`. */
export const invoiceNumber = (year: number, sequence: number, series = '', digits = 6): string =>
  `${series}${year}-${String(sequence).padStart(digits, '0')}`;

/** The most that an invoice comes to, in cents; a line that is typed holds half of it: ten million euros. */
export const mostInvoiceCents = 2_000_000_000;

/** Whether hundredths of something at cents each are an amount that a line can hold. */
export const fitsOnLine = ({ size, priceCents }: { size: number; priceCents: number }): boolean =>
  Math.abs(size) * priceCents <= (mostInvoiceCents / 2) * 100;

import { describe, expect, it } from 'vitest';
import { disagreementOf } from './invoice.agreement.ts';

const line = {
  id: 'a',
  unit: 'hours',
  size: 90,
  priceCents: 3780,
  oldPriceCents: null,
  netCents: 5670,
  vatBp: 2100,
  description: null,
  creditsLineId: null,
} as const;
const invoice = {
  kind: 'invoice',
  isReverseCharged: false,
  gAccountShareBp: 2500,
  lines: [line],
  netCents: 5670,
  vatCents: 1191,
  totalCents: 6861,
  gAccountCents: 1715,
} as const;
const behind = (...sizes: number[]) => [{ lines: sizes.map((size) => ({ invoiceLineId: 'a', size })) }];
const none = { lineIds: [], totals: false };

describe('an invoice agrees with what is behind it', () => {
  it('where its lines are the hours of the worksheets, and its totals the lines', () => {
    expect(disagreementOf(invoice, [...behind(60), ...behind(30)])).toEqual(none);
  });
  it('not where hours are missing or more', () => {
    expect(disagreementOf(invoice, behind(60))).toEqual({ lineIds: ['a'], totals: false });
    expect(disagreementOf(invoice, [])).toEqual({ lineIds: ['a'], totals: false });
  });
  it('not where an amount or a total is another one', () => {
    const lines = [{ ...line, netCents: 5671 }];
    expect(disagreementOf({ ...invoice, lines }, behind(90))).toEqual({ lineIds: ['a'], totals: true });
    expect(disagreementOf({ ...invoice, gAccountCents: 1716 }, behind(90))).toEqual({ lineIds: [], totals: true });
  });
  it('where a rate changed, by as many hours at both rates; fallen it is credited from the new one to the old', () => {
    const sums = { vatCents: 32, netCents: 150, totalCents: 182, gAccountCents: 46 };
    const risen = { ...line, priceCents: 3880, oldPriceCents: 3780, netCents: 150 };
    expect(disagreementOf({ ...invoice, ...sums, lines: [risen] }, behind(90))).toEqual(none);
    const fallen = { ...line, priceCents: 3880, oldPriceCents: 3780, netCents: 150 };
    const credit = { ...invoice, ...sums, kind: 'credit', gAccountCents: 0, lines: [fallen] } as const;
    expect(disagreementOf(credit, behind(90))).toEqual(none);
    expect(disagreementOf(credit, behind(60))).toEqual({ lineIds: ['a'], totals: false });
  });
  it('where lines were typed, or take back part of another one', () => {
    const typed = { ...line, id: 'b', unit: 'pieces', size: 100, priceCents: 5670, description: 'Schoenen' } as const;
    expect(disagreementOf({ ...invoice, lines: [typed] }, [])).toEqual(none);
    const credit = { ...invoice, kind: 'credit', gAccountCents: 0 } as const;
    expect(disagreementOf({ ...credit, lines: [{ ...line, creditsLineId: 'x' }] }, [])).toEqual(none);
  });
  it('where hours were corrected below nothing and became a credit note', () => {
    expect(disagreementOf({ ...invoice, kind: 'credit', gAccountCents: 0 }, behind(-90))).toEqual(none);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceNumber, invoiceTotals, lineNet } from './invoice.sums.ts';

const example = [
  { unit: 'hours', size: 2400, priceCents: 3024 },
  { unit: 'hours', size: 90, priceCents: 3780 },
  { unit: 'hours', size: 240, priceCents: 4536 },
  { unit: 'kilometres', size: 19_000, priceCents: 23 },
] as const;
const priced = example.map((line) => ({ netCents: lineNet(line), vatBp: 2100 }));

describe('the worked example', () => {
  it('is right to the cent, line by line', () => {
    expect(priced.map(({ netCents }) => netCents)).toEqual([120_960, 5_670, 18_144, 4_370]);
  });
  it('adds up with VAT over the sum, and a quarter to the blocked account', () => {
    expect(invoiceTotals(priced, { isReverseCharged: false, gAccountShareBp: 2500, isCredit: false })).toEqual({
      ...{ netCents: 149_144, vatCents: 31_320, totalCents: 180_464, gAccountCents: 45_116 },
      vat: [{ vatBp: 2100, netCents: 149_144, vatCents: 31_320 }],
    });
  });
  it('has no VAT when it is reverse-charged, and a fifth to the blocked account', () => {
    expect(invoiceTotals(priced, { isReverseCharged: true, gAccountShareBp: 2000, isCredit: false })).toMatchObject({
      ...{ netCents: 149_144, vatCents: 0, totalCents: 149_144, gAccountCents: 29_829 },
    });
  });
  it('is credited for half an hour of overtime', () => {
    const credit = [{ netCents: lineNet({ unit: 'hours', size: 30, priceCents: 3780 }), vatBp: 2100 }];
    expect(invoiceTotals(credit, { isReverseCharged: false, gAccountShareBp: 2500, isCredit: true })).toMatchObject({
      ...{ netCents: 1890, vatCents: 397, totalCents: 2287, gAccountCents: 0 },
    });
  });
});

describe('sums', () => {
  it('take VAT over the sum of a rate: of 37,50 and 12,50 it is 10,50, not 10,51', () => {
    const lines = [3750, 1250].map((netCents) => ({ netCents, vatBp: 2100 }));
    expect(invoiceTotals(lines, { isReverseCharged: false, gAccountShareBp: 0, isCredit: false }).vatCents).toBe(1050);
  });
  it('bill expenses as they are, or a share of them', () => {
    expect(lineNet({ unit: 'euros', size: 1250, priceCents: 100 })).toBe(1250);
    expect(lineNet({ unit: 'euros', size: 1250, priceCents: 50 })).toBe(625);
  });
  it('take a changed rate as what the hours are at it, less what they were: not their difference, rounded once more', () => {
    expect(lineNet({ unit: 'hours', size: 2400, priceCents: 3121, oldPriceCents: 3024 })).toBe(3880);
    fc.assert(
      fc.property(
        fc.integer({ min: -6000, max: 6000 }),
        fc.nat(9999),
        fc.nat(9999),
        (size, oldPriceCents, priceCents) => {
          const at = (cents: number) => lineNet({ unit: 'hours', size, priceCents: cents });
          expect(at(oldPriceCents) + lineNet({ unit: 'hours', size, priceCents, oldPriceCents })).toBe(at(priceCents));
        },
      ),
    );
  });
  it('are the sum of their rates, and the two accounts together are the total', () => {
    const line = fc.record({
      netCents: fc.integer({ min: -100_000, max: 1_000_000 }),
      vatBp: fc.constantFrom(0, 900, 2100),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.integer({ min: 0, max: 10_000 }), (lines, gAccountShareBp) => {
        const sums = invoiceTotals(lines, { isReverseCharged: false, gAccountShareBp, isCredit: false });
        expect(sums.netCents).toBe(lines.reduce((sum, { netCents }) => sum + netCents, 0));
        expect(sums.totalCents).toBe(sums.netCents + sums.vatCents);
        expect(sums.vat.reduce((sum, { vatCents }) => sum + vatCents, 0)).toBe(sums.vatCents);
        expect(sums.gAccountCents).toBeLessThanOrEqual(Math.max(0, sums.totalCents));
      }),
    );
  });
  it('number invoices by year, with six digits', () => {
    expect(invoiceNumber(2026, 123)).toBe('2026-000123');
    expect(invoiceNumber(2026, 123, 'F', 4)).toBe('F2026-0123');
    expect(invoiceNumber(2026, 12_345, 'F', 4)).toBe('F2026-12345');
  });
});

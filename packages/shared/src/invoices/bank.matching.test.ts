import { describe, expect, it } from 'vitest';
import { bookingsOf, numbersIn, type OpenInvoice } from './bank.matching.ts';

const invoice = (sequence: number, openCents: number, more: Partial<OpenInvoice> = {}): OpenInvoice => ({
  ...{ id: `i${sequence}`, number: `2026-00000${sequence}`, openCents, totalCents: openCents, gAccountCents: 0 },
  ...more,
});
const open = (...invoices: OpenInvoice[]) => new Map(invoices.map((one) => [one.number, one]));
const entry = (amountCents: number, description: string, isGAccount = false) => ({
  amountCents,
  description,
  isGAccount,
});

describe('the numbers in a description', () => {
  it('are found with a dash, without, and each once', () => {
    expect(numbersIn('Factuur 2026-000001 en 2026000002, fact. 2026 000001')).toEqual(['2026-000001', '2026-000002']);
  });
  it('are no part of a longer number', () => {
    expect(numbersIn('NL91ABNA0417164300 12026000001 20260000000011 betaling 2026')).toEqual([]);
  });
  it('are found with what an agency puts before them, in capitals or not', () => {
    expect(numbersIn('fact f2026-0123')).toEqual(['f2026-0123', 'F2026-0123', '2026-0123']);
    expect(bookingsOf(entry(5000, 'FACT F20260123'), open(invoice(1, 5000, { number: 'F2026-0123' })))).toHaveLength(1);
  });
});

describe('an entry pays', () => {
  it('the invoice that it names, where the amount is what is open', () => {
    expect(bookingsOf(entry(5000, '2026-000001'), open(invoice(1, 5000)))).toEqual([
      { invoiceId: 'i1', amountCents: 5000 },
    ]);
  });
  it('several that it names, where it is their sum', () => {
    expect(bookingsOf(entry(8000, '2026-000001 + 2026-000002'), open(invoice(1, 5000), invoice(2, 3000)))).toHaveLength(
      2,
    );
  });
  it('nothing for sure where the amount differs, nothing is named, or what is named is paid', () => {
    expect(bookingsOf(entry(4999, '2026-000001'), open(invoice(1, 5000)))).toBeUndefined();
    expect(bookingsOf(entry(5000, 'bedankt'), open(invoice(1, 5000)))).toBeUndefined();
    expect(bookingsOf(entry(5000, '2026-000009'), open(invoice(1, 5000)))).toBeUndefined();
  });
  it('the part of a split invoice that belongs on that account, and once', () => {
    const split = { totalCents: 180_464, gAccountCents: 45_116 };
    const whole = open(invoice(1, 180_464, split));
    expect(bookingsOf(entry(135_348, '2026-000001'), whole)).toEqual([{ invoiceId: 'i1', amountCents: 135_348 }]);
    expect(bookingsOf(entry(45_116, '2026-000001', true), whole)).toEqual([{ invoiceId: 'i1', amountCents: 45_116 }]);
    expect(bookingsOf(entry(45_116, '2026-000001'), whole)).toBeUndefined();
    expect(bookingsOf(entry(135_348, '2026-000001'), open(invoice(1, 45_116, split)))).toBeUndefined();
  });
});

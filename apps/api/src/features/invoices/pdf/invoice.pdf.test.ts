import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '#api/kit/pdf/fonts';
import { pdfOf } from './invoice.pdf.ts';

const party = {
  ...{ number: null, street: 'Kade 1', postcode: '3011 BB', city: 'Rotterdam', country: 'NL', kvkNumber: null },
  ...{ vatNumber: null, iban: 'NL91ABNA0417164300', gAccountIban: null },
};
const references = {
  ...{ debtorNumber: null, buyerReference: null, contractReference: null, costCentre: null },
  ...{ oin: null, gln: null, peppolId: null },
};
const line: Omit<InvoiceLine, 'description'> = {
  ...{ id: '1', position: 1, employeeName: null, functionName: null, isoYear: null, isoWeek: null, hourTypeNl: null },
  ...{ hourTypeEn: null, budgetNumber: null, unit: 'pieces', size: 100, priceCents: 100, netCents: 100, vatBp: 2100 },
  ...{ oldPriceCents: null, rateReason: null, orderNumber: null, orderLine: null, costCentre: null },
  ...{ creditsLineId: null, creditedSize: 0, creditedCents: 0 },
};
const invoiceOf = (text: string): Invoice => ({
  ...{ id: '1', version: 2, kind: 'invoice', status: 'final', number: '2026-000001', organisationId: '1' },
  ...{ organisationName: text, fromDay: '2026-11-16', untilDay: '2026-11-22', budgetNumber: null, employeeName: null },
  ...{ invoiceDate: '2026-11-24', dueDate: '2026-12-24', netCents: 100, vatCents: 21, totalCents: 121 },
  ...{
    gAccountCents: 0,
    orderReference: text,
    costCentre: null,
    remark: text,
    reason: null,
    creditsInvoice: null,
    creditedBy: [],
  },
  ...{ freesLines: false, isReverseCharged: false, gAccountShareBp: 0, paymentTermDays: 30 },
  ...{ vat: [{ vatBp: 2100, netCents: 100, vatCents: 21 }], finalisedAt: '2026-11-24T09:00:00.000Z' },
  lines: [{ ...line, description: text }],
  seller: { ...party, name: text },
  buyer: { ...party, ...references, name: text },
  ...{ language: 'nl', document: 'peppol', openCents: 121, sending: 'not-sent', isUnread: false, hasQuestion: false },
});
const draw = async (text: string) =>
  Buffer.from(await pdfOf(invoiceOf(text), { accentColour: '#0f766e', logo: null }, { ubl: null }));

describe('an invoice on paper', () => {
  it('keeps the letters of many scripts, and has a box for what no font has', () => {
    for (const name of ['Żółć', 'Пётр', 'Ελλάδα', 'محمد', 'שלום', 'ไทย', 'हिन्दी', 'ệ → ½ €'])
      expect(printable(name)).toBe(name);
    expect(printable('Jan 🦄 中文 👩‍👩‍👧 X')).toBe('Jan □ □□ □ X');
  });

  it('is drawn whatever is written on it', async () => {
    for (const text of [
      '中文 한국어 🦄 𝔘 ﷺ',
      '\ue000 \uee01 \u{f0000} \u0000 \ufeff \uffff',
      'ঀ\u06d6',
      'محمد & ไทย',
      '#set page() $x$ @a <b> \\ */ "',
    ]) {
      expect((await draw(text)).subarray(0, 5).toString()).toBe('%PDF-');
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        expect((await draw(text)).subarray(0, 5).toString()).toBe('%PDF-');
      }),
      { numRuns: 60 },
    );
  });
});

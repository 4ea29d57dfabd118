import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerPresets } from './ledger.presets.ts';
import { type LedgerInvoice, ledgerCsv, ledgerRows, ledgerSheet } from './ledger.rules.ts';

const settings = {
  journal: '70',
  accounts: [
    { hourTypeId: 'normal', standard: '8000', reversed: '8005' },
    { hourTypeId: 'overtime', standard: '8010', reversed: '8005' },
    { hourTypeId: null, standard: '8090', reversed: null },
  ],
  vatCodes: { standard: '1', reversed: '4', none: '0' },
};
const line = (hourTypeId: string | null, netCents: number, vatBp = 2100) => ({
  hourTypeId,
  hourTypeNl: hourTypeId && `${hourTypeId} nl`,
  hourTypeEn: hourTypeId && `${hourTypeId} en`,
  vatBp,
  netCents,
});
const invoice = (more: Partial<LedgerInvoice> = {}): LedgerInvoice => ({
  ...{
    number: '2026-000123',
    kind: 'invoice',
    invoiceDate: '2026-11-24',
    dueDate: '2026-12-08',
    debtorNumber: '13001',
  },
  ...{ debtorName: 'Van Dijk Logistiek B.V.', costCentre: 'KP1', orderReference: 'PO1', isReverseCharged: false },
  ...{ vatCents: 31_320, lines: [line('normal', 120_960), line('overtime', 23_814), line(null, 4_370)] },
  ...more,
});

describe('rows of the ledger', () => {
  it('are one per account and VAT, with VAT that adds up to that of the invoice', () => {
    const { rows, lacks } = ledgerRows([invoice()], settings);
    expect(lacks).toEqual([]);
    expect(rows.map(({ account, netCents, vatCents }) => [account, netCents, vatCents])).toEqual([
      ['8000', 120_960, 25_402],
      ['8010', 23_814, 5_001],
      ['8090', 4_370, 917],
    ]);
  });

  it('are below nothing for a credit note, and on other accounts where VAT is reverse-charged', () => {
    const credit = ledgerRows([invoice({ kind: 'credit', vatCents: 397, lines: [line('overtime', 1_890)] })], settings);
    expect(credit.rows.map(({ netCents, vatCents }) => [netCents, vatCents])).toEqual([[-1_890, -397]]);
    const lines = [line('normal', 100, 0), line('overtime', 50, 0)];
    const reversed = ledgerRows([invoice({ isReverseCharged: true, vatCents: 0, lines })], settings);
    expect(reversed.rows).toEqual([
      expect.objectContaining({ account: '8005', vatCode: '4', netCents: 150, vatCents: 0 }),
    ]);
  });

  it('say what is not set, each once', () => {
    const none = { journal: null, accounts: [], vatCodes: { standard: null, reversed: null, none: null } };
    const { lacks } = ledgerRows([invoice({ debtorNumber: null }), invoice({ number: '2026-000124' })], none);
    expect(lacks).toEqual([
      { what: 'journal' },
      { what: 'debtor-number', invoiceNumber: '2026-000123' },
      { what: 'account', vatKind: 'standard', hourTypeId: 'normal', hourTypeNl: 'normal nl', hourTypeEn: 'normal en' },
      { what: 'vat-code', vatKind: 'standard' },
      {
        what: 'account',
        vatKind: 'standard',
        hourTypeId: 'overtime',
        hourTypeNl: 'overtime nl',
        hourTypeEn: 'overtime en',
      },
      { what: 'account', vatKind: 'standard', hourTypeId: null, hourTypeNl: null, hourTypeEn: null },
    ]);
  });

  it('add up to the invoices, whatever is on them', () => {
    const amounts = fc.array(
      fc.tuple(fc.constantFrom('normal', 'overtime', null), fc.integer({ min: -5_000, max: 1_000_000 })),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(amounts, fc.constantFrom('invoice' as const, 'credit' as const), (lines, kind) => {
        const netCents = lines.reduce((sum, [, cents]) => sum + cents, 0);
        const vatCents = Math.round(netCents * 0.21);
        const { rows } = ledgerRows(
          [invoice({ kind, vatCents, lines: lines.map(([type, cents]) => line(type, cents)) })],
          settings,
        );
        const sign = kind === 'credit' ? -1 : 1;
        expect(rows.reduce((sum, row) => sum + row.netCents, 0)).toBe(sign * netCents + 0);
        expect(rows.reduce((sum, row) => sum + row.vatCents, 0)).toBe(sign * vatCents + 0);
      }),
    );
  });
});

describe('a file for the ledger', () => {
  it('of AccountView has fourteen columns, short years, a point and 28 characters', () => {
    const { rows } = ledgerRows([invoice({ lines: [line('normal', 149_144)] })], settings);
    expect(ledgerCsv(ledgerPresets.accountview, rows)).toBe(
      '1;70;2026-000123;24-11-26;08-12-26;11;13001;8000;KP1;;2026-000123 Van Dijk Logisti;1491.44;1;313.20\r\n',
    );
  });

  it('as a spreadsheet has figures and days', () => {
    const { rows } = ledgerRows([invoice({ lines: [line('normal', 149_144)] })], settings);
    const [titles, cells] = ledgerSheet(ledgerPresets.xlsx, rows);
    expect(titles).toContain('Bedrag excl. btw');
    expect(cells).toEqual(expect.arrayContaining([{ day: '2026-11-24' }, 1491.44, 313.2, 1804.64]));
  });

  it('runs no formula that a name could be', () => {
    const { rows } = ledgerRows(
      [invoice({ debtorName: '=1+1', lines: [line('normal', 100)], vatCents: 21 })],
      settings,
    );
    expect(ledgerCsv(ledgerPresets.csv, rows)).not.toMatch(/(^|;)=1/m);
  });
});

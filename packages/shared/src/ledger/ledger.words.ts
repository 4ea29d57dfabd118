/** What a column of a file for the ledger can hold. */
export const ledgerFields = [
  'rowNumber',
  'journal',
  'invoiceNumber',
  'bookingDate',
  'dueDate',
  'period',
  'debtorNumber',
  'debtorName',
  'account',
  'costCentre',
  'description',
  'net',
  'vatCode',
  'vat',
  'total',
  'orderReference',
] as const;
export type LedgerField = (typeof ledgerFields)[number];

/** How VAT is on a line: at the usual rate, reverse-charged, or none. */
export const vatKinds = ['standard', 'reversed', 'none'] as const;
export type VatKind = (typeof vatKinds)[number];

export const ledgerPresetNames = ['accountview', 'csv', 'xlsx'] as const;
export type LedgerPresetName = (typeof ledgerPresetNames)[number];

export const ledgerFormats = ['csv', 'xlsx'] as const;
export const ledgerSeparators = [';', ','] as const;
export const ledgerDecimals = [',', '.'] as const;
/** 2026-11-24, 24-11-2026, 24-11-26. */
export const ledgerDates = ['y-m-d', 'd-m-y', 'd-m-yy'] as const;
export const ledgerEncodings = ['utf-8-bom', 'windows-1252'] as const;

export const longestLedger = { account: 20, code: 10, name: 80, title: 60, text: 120 } as const;
export const mostLedgerColumns = 60;

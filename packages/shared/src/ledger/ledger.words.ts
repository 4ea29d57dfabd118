/** What a column of a file for the ledger can hold. */
const ledgerFields = [
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

export const longestLedger = { account: 20, code: 10 } as const;

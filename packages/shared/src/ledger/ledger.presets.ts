import type { LedgerContent } from './ledger.contract.ts';
import type { LedgerPresetName } from './ledger.words.ts';

type Column = LedgerContent['columns'][number];
const column = (title: string, field: Column['field'], mostCharacters: number | null = null): Column => ({
  ...{ title, field, text: '', mostCharacters },
});

const plain: Column[] = [
  column('Factuurnummer', 'invoiceNumber'),
  column('Datum', 'bookingDate'),
  column('Vervaldatum', 'dueDate'),
  column('Debiteurnummer', 'debtorNumber'),
  column('Debiteur', 'debtorName'),
  column('Grootboekrekening', 'account'),
  column('Kostenplaats', 'costCentre'),
  column('Omschrijving', 'description'),
  column('Referentie', 'orderReference'),
  column('Bedrag excl. btw', 'net'),
  column('Btw-code', 'vatCode'),
  column('Btw', 'vat'),
  column('Bedrag incl. btw', 'total'),
];
const table = { columns: plain, hasTitles: true, separator: ';', decimalSign: ',', dateForm: 'd-m-y' } as const;

/** AccountView's sales entries: fourteen columns, days as DD-MM-JJ, a decimal point, descriptions of 28 characters. The others are for anybody. */
export const ledgerPresets: Record<LedgerPresetName, LedgerContent> = {
  accountview: {
    format: 'csv',
    columns: [
      column('Regelnummer', 'rowNumber'),
      column('Dagboekcode', 'journal'),
      column('Factuurnummer', 'invoiceNumber'),
      column('Boekingsdatum', 'bookingDate'),
      column('Vervaldatum', 'dueDate'),
      column('Periodenummer', 'period'),
      column('Debiteurnummer', 'debtorNumber'),
      column('Grootboekrekening', 'account'),
      column('Kostenplaats', 'costCentre'),
      column('Kostensoort', null),
      column('Omschrijving', 'description', 28),
      column('Bedrag', 'net'),
      column('BTW-code', 'vatCode'),
      column('BTW-bedrag', 'vat'),
    ],
    ...{ hasTitles: false, separator: ';', decimalSign: '.', dateForm: 'd-m-yy', encoding: 'windows-1252' },
  },
  csv: { format: 'csv', ...table, encoding: 'utf-8-bom' },
  xlsx: { format: 'xlsx', ...table, encoding: 'utf-8-bom' },
};

import type { LedgerField, LedgerPresetName } from './ledger.words.ts';

/** How rows become a file, as data. */
export interface LedgerDefinition {
  format: 'csv' | 'xlsx';
  columns: readonly { title: string; field: LedgerField | null; mostCharacters?: number }[];
  hasTitles: boolean;
  separator: ';' | ',';
  decimalSign: ',' | '.';
  dateForm: 'y-m-d' | 'd-m-y' | 'd-m-yy';
  encoding: 'utf-8-bom' | 'windows-1252';
}

const plain: LedgerDefinition['columns'] = [
  { title: 'Factuurnummer', field: 'invoiceNumber' },
  { title: 'Datum', field: 'bookingDate' },
  { title: 'Vervaldatum', field: 'dueDate' },
  { title: 'Debiteurnummer', field: 'debtorNumber' },
  { title: 'Debiteur', field: 'debtorName' },
  { title: 'Grootboekrekening', field: 'account' },
  { title: 'Kostenplaats', field: 'costCentre' },
  { title: 'Omschrijving', field: 'description' },
  { title: 'Referentie', field: 'orderReference' },
  { title: 'Bedrag excl. btw', field: 'net' },
  { title: 'Btw-code', field: 'vatCode' },
  { title: 'Btw', field: 'vat' },
  { title: 'Bedrag incl. btw', field: 'total' },
];
const table = { columns: plain, hasTitles: true, separator: ';', decimalSign: ',', dateForm: 'd-m-y' } as const;

/** AccountView's sales entries: fourteen columns, days as DD-MM-JJ, a decimal point, descriptions of 28 characters. The others are for anybody. */
export const ledgerPresets: Record<LedgerPresetName, LedgerDefinition> = {
  accountview: {
    format: 'csv',
    columns: [
      { title: 'Regelnummer', field: 'rowNumber' },
      { title: 'Dagboekcode', field: 'journal' },
      { title: 'Factuurnummer', field: 'invoiceNumber' },
      { title: 'Boekingsdatum', field: 'bookingDate' },
      { title: 'Vervaldatum', field: 'dueDate' },
      { title: 'Periodenummer', field: 'period' },
      { title: 'Debiteurnummer', field: 'debtorNumber' },
      { title: 'Grootboekrekening', field: 'account' },
      { title: 'Kostenplaats', field: 'costCentre' },
      { title: 'Kostensoort', field: null },
      { title: 'Omschrijving', field: 'description', mostCharacters: 28 },
      { title: 'Bedrag', field: 'net' },
      { title: 'BTW-code', field: 'vatCode' },
      { title: 'BTW-bedrag', field: 'vat' },
    ],
    ...{ hasTitles: false, separator: ';', decimalSign: '.', dateForm: 'd-m-yy', encoding: 'windows-1252' },
  },
  csv: { format: 'csv', ...table, encoding: 'utf-8-bom' },
  xlsx: { format: 'xlsx', ...table, encoding: 'utf-8-bom' },
};

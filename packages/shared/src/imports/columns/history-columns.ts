import { longest } from '../../basics/text-rules.ts';
import { mostQuantity } from '../../hour-types/hour-type.words.ts';
import * as figure from '../figure-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import { hourType, line, placementNumber } from './shared-columns.ts';

/** All hours of the longest month. */
const most = 31 * 24 * 60;

/**
 * A row is what one hour type comes to in one period of a placement, paid and invoiced in another system; where it is split over budget
 * numbers or invoices there is one for each.
 */
export const historyColumns: ImportColumn[] = [
  placementNumber,
  { field: 'year', nl: 'Jaar', en: 'Year', kind: figure.wholeNumber(2100), isRequired: true, isKey: true },
  {
    field: 'period',
    nl: 'Periode',
    en: 'Period',
    also: ['Week', 'Weeknummer', 'Weeknr.', 'Maand', 'Periodenummer', 'Week number', 'Month'],
    kind: figure.wholeNumber(53),
    isRequired: true,
    isKey: true,
  },
  hourType,
  { field: 'minutes', nl: 'Uren', en: 'Hours', also: ['Aantal uren'], kind: figure.hours(most) },
  {
    field: 'quantity',
    nl: 'Aantal',
    en: 'Quantity',
    also: ['Kilometers', 'Bedrag', 'Kilometres', 'Amount'],
    kind: figure.amount(mostQuantity),
  },
  { ...line('budgetNumber', 'Budgetnummer', 'Budget number', longest.budgetNumber), isKeyToo: true },
  {
    ...line('invoiceNumber', 'Factuurnummer', 'Invoice number', longest.recordNumber, [
      'Factuur',
      'Factuurnr.',
      'Invoice',
    ]),
    isKeyToo: true,
  },
  line('runNumber', 'Verloning', 'Payroll run', longest.recordNumber, [
    'Verloningsnummer',
    'Loonrun',
    'Runnummer',
    'Run number',
  ]),
];

import { longest } from '../../basics/text-rules.ts';
import * as figure from '../figure-cells.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import { costCentres, line, orders, organisationNumber } from './shared-columns.ts';

/** Most of a budget: what a whole number of the database holds. */
const most = 2_000_000_000;

/** A row is a client's own reference, by the client and the number. */
export const budgetNumberColumns: ImportColumn[] = [
  { ...organisationNumber, isKey: true },
  {
    field: 'number',
    nl: 'Budgetnummer',
    en: 'Budget number',
    also: ['Budgetnr.', 'Budget no.', 'Nummer', 'Number', 'Budget'],
    kind: cell.text(longest.budgetNumber),
    isRequired: true,
    isKey: true,
  },
  line('description', 'Omschrijving', 'Description', longest.description, ['Naam', 'Name']),
  line('orderNumber', 'Inkooporder', 'Purchase order', longest.budgetNumber, orders),
  line('orderLine', 'Orderregel', 'Order line', longest.budgetNumber),
  line('costCentre', 'Kostenplaats', 'Cost centre', longest.budgetNumber, costCentres),
  {
    field: 'validFrom',
    nl: 'Geldig vanaf',
    en: 'Valid from',
    also: ['Van', 'From'],
    kind: cell.day,
    isClearable: true,
  },
  {
    field: 'validUntil',
    nl: 'Geldig tot en met',
    en: 'Valid until',
    also: ['Tot en met', 'T/m', 'Until'],
    kind: cell.day,
    isClearable: true,
  },
  {
    field: 'budgetCents',
    nl: 'Budget excl. btw',
    en: 'Budget excl. VAT',
    also: ['Bedrag', 'Budget in euro', 'Budgetbedrag', 'Amount'],
    alsoNext: ['Budget'],
    kind: figure.amount(most),
    isClearable: true,
  },
  {
    field: 'budgetMinutes',
    nl: 'Budget in uren',
    en: 'Budget in hours',
    also: ['Uren', 'Hours'],
    kind: figure.manyHours(most),
    isClearable: true,
  },
];

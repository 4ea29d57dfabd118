import { longest } from '../../basics/text-rules.ts';
import type { hourKinds, hourUnits, receiptWishes } from '../../hour-types/hour-type.words.ts';
import * as figure from '../figure-cells.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';

/** A share of the normal rate is at most tenfold. */
const mostShareBp = 100_000;
interface Word {
  nl: string;
  en: string;
  also?: readonly string[];
}
const kinds = {
  normal: { nl: 'normaal', en: 'normal', also: ['normale uren', 'normal hours'] },
  overtime: { nl: 'overuren', en: 'overtime', also: ['overwerk', 'overuur'] },
  irregular: {
    nl: 'onregelmatig',
    en: 'irregular',
    also: ['onregelmatigheid', 'onregelmatige uren', 'irregular hours'],
  },
  travel: { nl: 'reisuren', en: 'travel', also: ['reistijd'] },
  leave: { nl: 'verlof', en: 'leave' },
  sick: { nl: 'ziek', en: 'sick', also: ['ziekte', 'sickness'] },
  holiday: { nl: 'feestdag', en: 'holiday', also: ['feestdagen', 'public holiday'] },
  other: { nl: 'overig', en: 'other' },
} satisfies Record<(typeof hourKinds)[number], Word>;
const units = {
  hours: { nl: 'uren', en: 'hours', also: ['uur'] },
  surcharge: { nl: 'toeslag', en: 'surcharge' },
  kilometres: { nl: 'kilometers', en: 'kilometres', also: ['kilometer', 'km'] },
  euros: { nl: 'euro’s', en: 'euros', also: ['euro', '€', 'bedrag', 'amount'] },
  pieces: { nl: 'stuks', en: 'pieces', also: ['stuk', 'aantal'] },
} satisfies Record<(typeof hourUnits)[number], Word>;
const receipts = {
  none: { nl: 'nee', en: 'no' },
  asked: { nl: 'gevraagd', en: 'asked' },
  required: { nl: 'verplicht', en: 'required' },
} satisfies Record<(typeof receiptWishes)[number], Word>;

const payShares = [
  ...[
    '% loon',
    'Percentage loon',
    'Loonpercentage',
    'Loon in %',
    'Loon (in procenten)',
    'Uurloon %',
    'Beloningspercentage',
  ],
  ...['% wage', 'Wage percentage', 'Percentage wage', 'Pay %', '% pay', 'Pay percentage'],
];
const billShares = [
  ...[
    '% tarief',
    'Percentage tarief',
    'Tariefpercentage',
    'Tarief in %',
    'Tarief (in procenten)',
    'Uurtarief %',
    'Facturatiepercentage',
  ],
  ...['% rate', 'Rate percentage', 'Percentage rate', 'Bill %', '% bill', 'Bill percentage'],
];

/** A row is an hour type, by its code. */
export const hourTypeColumns: ImportColumn[] = [
  {
    field: 'code',
    nl: 'Code',
    en: 'Code',
    also: ['Uurcode', 'Uursoortcode', 'Hour code', 'Uursoort', 'Hour type'],
    kind: cell.code,
    isRequired: true,
    isKey: true,
  },
  {
    field: 'nameNl',
    nl: 'Naam',
    en: 'Dutch name',
    also: ['Omschrijving', 'Naam Nederlands', 'Name', 'Description'],
    alsoNext: ['Uursoort', 'Hour type'],
    kind: cell.text(longest.hourTypeName),
    isRequired: true,
  },
  {
    field: 'nameEn',
    nl: 'Engelse naam',
    en: 'English name',
    also: ['Naam Engels'],
    kind: cell.text(longest.hourTypeName),
  },
  { field: 'kind', nl: 'Soort', en: 'Kind', also: ['Categorie', 'Category'], kind: cell.choice(kinds) },
  { field: 'unit', nl: 'Eenheid', en: 'Unit', kind: cell.choice(units) },
  { field: 'payShareBp', nl: 'Loon %', en: 'Wage %', also: payShares, kind: figure.share(mostShareBp) },
  { field: 'billShareBp', nl: 'Tarief %', en: 'Rate %', also: billShares, kind: figure.share(mostShareBp) },
  { field: 'isWorked', nl: 'Gewerkt', en: 'Worked', also: ['Telt als gewerkt', 'Gewerkte uren'], kind: cell.yesOrNo },
  { field: 'receipt', nl: 'Bon', en: 'Receipt', also: ['Bonnetje'], kind: cell.choice(receipts) },
  { field: 'forEmployee', nl: 'Voor werknemers', en: 'For employees', kind: cell.yesOrNo },
  { field: 'forSupervisor', nl: 'Voor supervisors', en: 'For supervisors', kind: cell.yesOrNo },
  {
    field: 'payrollCode',
    nl: 'Looncode',
    en: 'Payroll code',
    also: ['Salariscode'],
    kind: cell.text(longest.payrollCode),
    isClearable: true,
  },
  { field: 'sortOrder', nl: 'Volgorde', en: 'Order', kind: figure.wholeNumber(9999) },
  { field: 'isActive', nl: 'In gebruik', en: 'In use', also: ['Actief', 'Active'], kind: cell.yesOrNo },
];

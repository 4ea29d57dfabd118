import { longest, mostPlannedMinutes } from '../basics/text-rules.ts';
import * as cell from './import-cells.ts';

export const importKinds = ['organisations', 'employees', 'placements', 'supervisors'] as const;
export type ImportKind = (typeof importKinds)[number];

/** One column of a file: what it is called in either language, how its cells are read, and whether it may be left out. */
export interface ImportColumn {
  field: string;
  nl: string;
  en: string;
  /** What other systems call it. */
  also?: readonly string[];
  kind: cell.CellKind;
  /** Needed for every row. */
  isRequired?: true;
  /** Part of what a row is found by. */
  isKey?: true;
  /** May be said to be none (`emptyWords`); an empty cell says nothing. */
  isClearable?: true;
}

const periodType = cell.choice({
  week: { nl: 'week', en: 'week' },
  'four-weeks': { nl: 'vier weken', en: 'four weeks' },
  month: { nl: 'maand', en: 'month' },
});
const hoursBy = cell.choice({
  employee: { nl: 'werknemer', en: 'employee' },
  supervisor: { nl: 'supervisor', en: 'client' },
});
const entryMode = cell.choice({ totals: { nl: 'totalen', en: 'totals' }, times: { nl: 'tijden', en: 'times' } });
/** What addresses of mail are called elsewhere. */
const mailed = ['E-mailadres', 'Emailadres', 'Mail', 'Mailadres', 'E-mail address'];
const personnelNumbers = [
  'Pers.nr.',
  'Personeelsnr.',
  'Persnr',
  'Werknemersnummer',
  'Werknemernummer',
  'Medewerkernummer',
  'Employee number',
  'Employee no.',
  'Staff number',
];
const organisationNumbers = [
  'Organisatienr.',
  'Klantnummer',
  'Klantnr.',
  'Relatienummer',
  'Client number',
  'Customer number',
];
const language = cell.choice({ nl: { nl: 'nederlands', en: 'dutch' }, en: { nl: 'engels', en: 'english' } });

const name: ImportColumn[] = [
  {
    field: 'firstName',
    nl: 'Voornaam',
    en: 'First name',
    also: ['Roepnaam', 'Voornamen', 'Given name', 'Forename'],
    kind: cell.text(longest.name),
    isRequired: true,
  },
  {
    field: 'prefix',
    nl: 'Tussenvoegsel',
    en: 'Prefix',
    also: ['Tussenvoegsels', 'Tussenv.', 'Voorvoegsel', 'Voorvoegsels', 'Infix', 'Name prefix'],
    kind: cell.text(longest.prefix),
    isClearable: true,
  },
  {
    field: 'lastName',
    nl: 'Achternaam',
    en: 'Last name',
    also: ['Familienaam', 'Geslachtsnaam', 'Surname', 'Family name'],
    kind: cell.text(longest.name),
    isRequired: true,
  },
];
const address: ImportColumn[] = [
  {
    field: 'street',
    nl: 'Straat',
    en: 'Street',
    also: ['Adres', 'Straatnaam', 'Straat en huisnummer', 'Address'],
    kind: cell.text(longest.street),
    isClearable: true,
  },
  {
    field: 'postcode',
    nl: 'Postcode',
    en: 'Postcode',
    also: ['PC', 'Zip', 'Zip code', 'Postal code'],
    kind: cell.postcode,
    isClearable: true,
  },
];
const reference = (field: string, nl: string, en: string): ImportColumn => ({
  ...{ field, nl, en, isClearable: true },
  kind: cell.text(longest.recordNumber),
});
const settings: ImportColumn[] = [
  { field: 'periodType', nl: 'Periode', en: 'Period', kind: periodType },
  { field: 'hoursBy', nl: 'Uren door', en: 'Hours by', kind: hoursBy },
  { field: 'entryMode', nl: 'Invoer', en: 'Entry', kind: entryMode },
];

/** The columns of each kind of file, in the order in which an export writes them. */
export const importColumns: Record<ImportKind, ImportColumn[]> = {
  organisations: [
    {
      field: 'number',
      nl: 'Nummer',
      en: 'Number',
      kind: cell.text(longest.recordNumber),
      isRequired: true,
      isKey: true,
    },
    {
      field: 'name',
      nl: 'Naam',
      en: 'Name',
      also: ['Bedrijfsnaam', 'Organisatie', 'Klant', 'Klantnaam', 'Opdrachtgever', 'Company', 'Company name', 'Client'],
      kind: cell.text(longest.organisationName),
      isRequired: true,
    },
    ...address,
    {
      field: 'city',
      nl: 'Plaats',
      en: 'City',
      also: ['Woonplaats', 'Stad', 'Town'],
      kind: cell.text(longest.city),
      isRequired: true,
    },
    { field: 'country', nl: 'Land', en: 'Country', kind: cell.country },
    {
      field: 'kvkNumber',
      nl: 'KvK-nummer',
      en: 'KvK number',
      also: ['KvK', 'KvK-nr.', 'Chamber of commerce'],
      kind: cell.kvkNumber,
      isClearable: true,
    },
    {
      field: 'vatNumber',
      nl: 'Btw-id',
      en: 'VAT number',
      also: ['Btw-nummer', 'Btw-nr.', 'VAT', 'VAT id'],
      kind: cell.vatNumber,
      isClearable: true,
    },
    { field: 'invoiceEmail', nl: 'E-mail facturen', en: 'Invoice e-mail', kind: cell.email, isClearable: true },
    { field: 'invoiceCopyEmail', nl: 'Kopie facturen', en: 'Copy of invoices', kind: cell.email, isClearable: true },
    { field: 'invoiceLanguage', nl: 'Taal facturen', en: 'Invoice language', kind: language },
    {
      field: 'invoiceDocument',
      nl: 'E-factuur',
      en: 'E-invoice',
      kind: cell.choice({
        peppol: { nl: 'peppol bis', en: 'peppol bis' },
        nlcius: { nl: 'si-ubl', en: 'si-ubl' },
        pdf: { nl: 'alleen pdf', en: 'pdf only' },
      }),
    },
    reference('debtorNumber', 'Debiteurnummer', 'Debtor number'),
    reference('buyerReference', 'Referentie klant', 'Buyer reference'),
    reference('contractReference', 'Contractnummer', 'Contract number'),
    reference('costCentre', 'Kostenplaats', 'Cost centre'),
    { field: 'oin', nl: 'OIN', en: 'OIN', kind: cell.oin, isClearable: true },
    { field: 'gln', nl: 'GLN', en: 'GLN', kind: cell.gln, isClearable: true },
    { field: 'peppolId', nl: 'Peppol-adres', en: 'Peppol address', kind: cell.peppolId, isClearable: true },
    {
      field: 'invoicePer',
      nl: 'Factuur per',
      en: 'Invoice per',
      kind: cell.choice({
        organisation: { nl: 'organisatie', en: 'organisation' },
        'budget-number': { nl: 'budgetnummer', en: 'budget number' },
        employee: { nl: 'werknemer', en: 'employee' },
      }),
    },
    { field: 'invoiceEvery', nl: 'Factuur elke', en: 'Invoice every', kind: periodType },
    { field: 'paymentTermDays', nl: 'Betaaltermijn', en: 'Payment term', kind: cell.wholeNumber(120) },
    { field: 'gAccountShareBp', nl: 'G-rekening %', en: 'G-account %', kind: cell.percent },
    { field: 'reverseCharge', nl: 'Btw verlegd', en: 'Reverse charge', kind: cell.yesOrNo },
    { field: 'requiresBudgetNumber', nl: 'Budgetnummer verplicht', en: 'Budget number required', kind: cell.yesOrNo },
    ...settings,
    { field: 'isActive', nl: 'Actief', en: 'Active', kind: cell.yesOrNo },
  ],
  employees: [
    {
      field: 'personnelNumber',
      nl: 'Personeelsnummer',
      en: 'Personnel number',
      also: personnelNumbers,
      kind: cell.text(longest.recordNumber),
      isRequired: true,
      isKey: true,
    },
    ...name,
    { field: 'email', nl: 'E-mail', en: 'E-mail', also: mailed, kind: cell.email },
    { field: 'language', nl: 'Taal', en: 'Language', kind: language },
    {
      field: 'phone',
      nl: 'Telefoon',
      en: 'Phone',
      also: [
        'Mobiel',
        'Telefoonnummer',
        'Mobiele telefoon',
        'Mobiel nummer',
        'Tel.',
        'Tel.nr.',
        'GSM',
        'Mobile',
        'Telephone',
        'Phone number',
      ],
      kind: cell.phone,
      isClearable: true,
    },
    {
      field: 'birthDate',
      nl: 'Geboortedatum',
      en: 'Birth date',
      also: ['Geb.datum', 'Geboren', 'Geboren op', 'Date of birth', 'DOB'],
      kind: cell.day,
      isClearable: true,
    },
    ...address,
    {
      field: 'city',
      nl: 'Plaats',
      en: 'City',
      also: ['Woonplaats', 'Stad', 'Town'],
      kind: cell.text(longest.city),
      isClearable: true,
    },
  ],
  placements: [
    {
      field: 'number',
      nl: 'Nummer',
      en: 'Number',
      kind: cell.text(longest.recordNumber),
      isRequired: true,
      isKey: true,
    },
    {
      field: 'personnelNumber',
      nl: 'Personeelsnummer',
      en: 'Personnel number',
      also: personnelNumbers,
      kind: cell.text(longest.recordNumber),
      isRequired: true,
    },
    {
      field: 'organisationNumber',
      nl: 'Organisatienummer',
      en: 'Organisation number',
      also: organisationNumbers,
      kind: cell.text(longest.recordNumber),
      isRequired: true,
    },
    {
      field: 'functionName',
      nl: 'Functie',
      en: 'Function',
      also: ['Functienaam', 'Job', 'Job title', 'Position'],
      kind: cell.text(longest.functionName),
      isRequired: true,
    },
    {
      field: 'startsOn',
      nl: 'Van',
      en: 'From',
      also: ['Begindatum', 'Startdatum', 'Ingangsdatum', 'Vanaf', 'Start date'],
      kind: cell.day,
      isRequired: true,
    },
    {
      field: 'endsOn',
      nl: 'Tot en met',
      en: 'Until',
      also: ['Einddatum', 'T/m', 'End date'],
      kind: cell.day,
      isClearable: true,
    },
    {
      field: 'basis',
      nl: 'Basis',
      en: 'Basis',
      kind: cell.choice({ flexible: { nl: 'flexibel', en: 'flexible' }, fixed: { nl: 'vast', en: 'fixed' } }),
    },
    {
      field: 'plannedMinutes',
      nl: 'Uren per week',
      en: 'Hours per week',
      also: ['Uren p/w', 'Contracturen', 'Weekuren', 'Weekly hours'],
      kind: cell.hours(mostPlannedMinutes),
      isRequired: true,
    },
    ...settings,
    {
      field: 'budgetNumber',
      nl: 'Budgetnummer',
      en: 'Budget number',
      kind: cell.text(longest.budgetNumber),
      isClearable: true,
    },
  ],
  supervisors: [
    { field: 'email', nl: 'E-mail', en: 'E-mail', also: mailed, kind: cell.email, isRequired: true, isKey: true },
    ...name,
    { field: 'language', nl: 'Taal', en: 'Language', kind: language },
    {
      field: 'organisationNumber',
      nl: 'Organisatienummer',
      en: 'Organisation number',
      also: organisationNumbers,
      kind: cell.text(longest.recordNumber),
      isRequired: true,
      isKey: true,
    },
    { field: 'mayApprove', nl: 'Goedkeuren', en: 'Approve', kind: cell.yesOrNo },
    { field: 'mayRegister', nl: 'Uren registreren', en: 'Register hours', kind: cell.yesOrNo },
    { field: 'maySeeInvoices', nl: 'Facturen', en: 'Invoices', kind: cell.yesOrNo },
    { field: 'mayManage', nl: 'Collega’s beheren', en: 'Manage colleagues', kind: cell.yesOrNo },
    { field: 'validFrom', nl: 'Van', en: 'From', kind: cell.day, isRequired: true, isKey: true },
    { field: 'validUntil', nl: 'Tot en met', en: 'Until', kind: cell.day, isClearable: true },
  ],
};

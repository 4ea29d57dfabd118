import { longest } from '../../basics/text-rules.ts';
import * as figure from '../figure-cells.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import {
  address,
  city,
  costCentres,
  country,
  houseNumbers,
  language,
  line,
  notes,
  orders,
  organisationNumbers,
  periodType,
  phone,
  reference,
  settings,
} from './shared-columns.ts';

/** The fields of a client's persons in a file, by their place: who come after the third stand in none. */
export const contactFields = ['contact', 'contact2', 'contact3'].map((contact) => ({
  name: `${contact}Name`,
  role: `${contact}Role`,
  phone: `${contact}Phone`,
  email: `${contact}Email`,
}));

/** `Contactpersoon`, `Contactpersoon 2`: the first is called either way. */
function contactColumns(fields: (typeof contactFields)[number], index: number): ImportColumn[] {
  const numbers = index === 0 ? ['', ' 1'] : [` ${index + 1}`];
  const [n = ''] = numbers;
  const also = (...names: string[]) => numbers.flatMap((number) => names.map((name) => name.replace('#', number)));
  return [
    line(
      fields.name,
      `Contactpersoon${n}`,
      `Contact person${n}`,
      longest.contactName,
      also('Contactpersoon#', 'Naam contactpersoon#', 'Contact#', 'Contact person#', 'Contact name#'),
    ),
    line(
      fields.role,
      `Contactpersoon${n} functie`,
      `Contact person${n} role`,
      longest.contactRole,
      also('Contactpersoon# functie', 'Functie contactpersoon#', 'Rol contactpersoon#', 'Role of the contact#'),
    ),
    {
      field: fields.phone,
      nl: `Telefoon contactpersoon${n}`,
      en: `Phone of the contact${n}`,
      also: also('Telefoon contactpersoon#', 'Contactpersoon# telefoon', 'Phone of the contact#', 'Contact phone#'),
      kind: cell.phone,
      isClearable: true,
    },
    {
      field: fields.email,
      nl: `E-mail contactpersoon${n}`,
      en: `E-mail of the contact${n}`,
      also: [
        ...also(
          'E-mail contactpersoon#',
          'Contactpersoon# e-mail',
          'E-mailadres contactpersoon#',
          'Mailadres contactpersoon#',
        ),
        ...also('E-mail of the contact#', 'Contact e-mail#'),
        ...(index === 0 ? ['E-mail', 'E-mailadres'] : []),
      ],
      kind: cell.email,
      isClearable: true,
    },
  ];
}

/** A debtor number may be another than the client’s own. */
const isDebtor = (name: string) => name.startsWith('Debiteur');

/** A row is a client, by the agency’s own number. */
export const organisationColumns: ImportColumn[] = [
  {
    field: 'number',
    nl: 'Nummer',
    en: 'Number',
    also: ['Nr.', 'Organisatienummer', 'Organisation number', ...organisationNumbers.filter((name) => !isDebtor(name))],
    alsoNext: organisationNumbers.filter(isDebtor),
    kind: cell.text(longest.recordNumber),
    isRequired: true,
    isKey: true,
  },
  {
    field: 'name',
    nl: 'Naam',
    en: 'Name',
    also: [
      ...[
        'Bedrijfsnaam',
        'Organisatienaam',
        'Klantnaam',
        'Relatienaam',
        'Naam opdrachtgever',
        'Company name',
        'Client name',
      ],
      ...['Organisatie', 'Bedrijf', 'Klant', 'Relatie', 'Opdrachtgever', 'Company', 'Client'],
    ],
    kind: cell.text(longest.organisationName),
    isRequired: true,
  },
  ...address,
  { ...city, isRequired: true },
  country,
  phone,
  ...contactFields.flatMap(contactColumns),
  line('postalStreet', 'Postadres', 'Postal address', longest.street, ['Postbus', 'Correspondentieadres', 'PO box']),
  ...houseNumbers('postalStreet', ' postadres', ' of the postal address'),
  {
    field: 'postalPostcode',
    nl: 'Postcode postadres',
    en: 'Postcode of the postal address',
    also: ['Postcode postbus'],
    kind: cell.postcode,
    isClearable: true,
  },
  line('postalCity', 'Plaats postadres', 'City of the postal address', longest.city, ['Plaats postbus']),
  line('invoiceStreet', 'Factuuradres', 'Invoice address', longest.street, [
    'Factuur adres',
    'Factuurstraat',
    'Straat factuuradres',
    'Facturatieadres',
    'Billing address',
    'Invoice street',
  ]),
  ...houseNumbers('invoiceStreet', ' factuuradres', ' of the invoice address'),
  {
    field: 'invoicePostcode',
    nl: 'Postcode factuuradres',
    en: 'Postcode of the invoice address',
    also: ['Factuur postcode', 'Factuurpostcode', 'Invoice postcode', 'Billing postcode', 'Billing zip'],
    kind: cell.postcode,
    isClearable: true,
  },
  line('invoiceCity', 'Plaats factuuradres', 'City of the invoice address', longest.city, [
    'Factuurplaats',
    'Factuur plaats',
    'Invoice city',
    'Billing city',
  ]),
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
  {
    field: 'invoiceEmail',
    nl: 'E-mail facturen',
    en: 'Invoice e-mail',
    also: [
      ...['Factuur e-mail', 'E-mail factuur', 'Factuur e-mailadres', 'E-mailadres facturen', 'E-mailadres factuur'],
      ...['Factuurmail', 'E-mail facturatie', 'Facturatie e-mail', 'Billing e-mail', 'E-mail for invoices'],
    ],
    kind: cell.email,
    isClearable: true,
  },
  {
    field: 'invoiceCopyEmail',
    nl: 'Kopie facturen',
    en: 'Copy of invoices',
    also: ['Kopie naar', 'Copy to'],
    kind: cell.email,
    isClearable: true,
  },
  { field: 'invoiceLanguage', nl: 'Taal facturen', en: 'Invoice language', kind: language },
  {
    field: 'invoiceDocument',
    nl: 'E-factuur',
    en: 'E-invoice',
    kind: cell.choice({
      peppol: { nl: 'peppol bis', en: 'peppol bis', also: ['ubl, peppol bis'] },
      nlcius: { nl: 'si-ubl', en: 'si-ubl', also: ['ubl, nlcius'] },
      pdf: { nl: 'alleen pdf', en: 'pdf only', also: ['geen, alleen pdf', 'none, only pdf', 'none, pdf only'] },
    }),
  },
  line('debtorNumber', 'Debiteurnummer', 'Debtor number', longest.recordNumber, ['Debiteurennummer', 'Debiteurnr.']),
  reference('buyerReference', 'Referentie klant', 'Buyer reference'),
  reference('contractReference', 'Contractnummer', 'Contract number', ['Raamovereenkomst', 'Contractnr.']),
  reference('costCentre', 'Kostenplaats', 'Cost centre', costCentres),
  reference('orderNumber', 'Inkooporder', 'Purchase order', orders),
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
      order: { nl: 'inkooporder', en: 'purchase order' },
      'cost-centre': { nl: 'kostenplaats', en: 'cost centre' },
      employee: { nl: 'werknemer', en: 'employee' },
    }),
  },
  {
    field: 'invoiceEvery',
    nl: 'Factuur elke',
    en: 'Invoice every',
    also: ['Factuurfrequentie', 'Factuurperiode', 'Invoice frequency'],
    kind: periodType,
  },
  {
    field: 'paymentTermDays',
    nl: 'Betaaltermijn',
    en: 'Payment term',
    also: [
      'Betalingstermijn',
      'Betaaltermijn (dagen)',
      'Betaaltermijn in dagen',
      'Betalingstermijn (dagen)',
      'Payment days',
    ],
    kind: figure.days(120),
  },
  {
    field: 'gAccountShareBp',
    nl: 'G-rekening %',
    en: 'G-account %',
    also: ['G-rek %', 'G-rek. %', '% G-rekening', 'Percentage G-rekening', 'Aandeel G-rekening in %'],
    kind: figure.percent,
  },
  { field: 'reverseCharge', nl: 'Btw verlegd', en: 'Reverse charge', kind: cell.yesOrNo },
  { field: 'requiresBudgetNumber', nl: 'Budgetnummer verplicht', en: 'Budget number required', kind: cell.yesOrNo },
  ...settings,
  {
    field: 'hourTypes',
    nl: 'Toegestane uursoorten',
    en: 'Hour types allowed',
    also: ['Uursoorten', 'Hour types'],
    kind: cell.codes,
    isClearable: true,
  },
  { field: 'hoursFrom', nl: 'Uren vanaf', en: 'Hours from', kind: cell.day, isClearable: true },
  { field: 'isActive', nl: 'Actief', en: 'Active', kind: cell.yesOrNo },
  notes,
];

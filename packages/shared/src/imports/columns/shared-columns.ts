import { longest } from '../../basics/text-rules.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';

export const periodType = cell.choice({
  week: { nl: 'week', en: 'week', also: ['per week', 'wekelijks', 'weekly'] },
  'four-weeks': {
    nl: 'vier weken',
    en: 'four weeks',
    also: ['4 weken', '4 weeks', 'per vier weken', 'per 4 weken', '4-wekelijks', 'vierwekelijks', 'four-weekly'],
  },
  month: { nl: 'maand', en: 'month', also: ['per maand', 'maandelijks', 'monthly'] },
});
const hoursBy = cell.choice({
  employee: { nl: 'werknemer', en: 'employee', also: ['de werknemer', 'the employee'] },
  supervisor: {
    nl: 'supervisor',
    en: 'client',
    also: [
      'de supervisor',
      'opdrachtgever',
      'de opdrachtgever',
      'klant',
      'de klant',
      'organisatie',
      'inlener',
      'the client',
      'the supervisor',
    ],
  },
});
const entryMode = cell.choice({
  totals: { nl: 'totalen', en: 'totals', also: ['totalen per dag', 'uren per dag', 'totals per day', 'hours per day'] },
  times: {
    nl: 'tijden',
    en: 'times',
    also: ['begin, einde en pauze', 'begin- en eindtijden', 'start, end and break', 'start and end times'],
  },
});
/** What addresses of mail are called elsewhere. */
export const mailed = [
  'E-mailadres',
  'Emailadres',
  'Mail',
  'Mailadres',
  'E-mail address',
  'E-mail privé',
  'Privé e-mail',
];
const personnelNumbers = [
  'Pers.nr.',
  'Personeelsnr.',
  'Persnr',
  'Werknemersnummer',
  'Werknemernummer',
  'Medewerkernummer',
  'Medewerkernr.',
  'Medewerkersnummer',
  'Employee number',
  'Employee no.',
  'Staff number',
];
/** What the agency’s own number of a client is called elsewhere. */
export const organisationNumbers = [
  'Organisatienr.',
  'Klantnummer',
  'Klantnr.',
  'Relatienummer',
  'Relatienr.',
  'Debiteurnummer',
  'Debiteurnr.',
  'Debiteurennummer',
  'Client number',
  'Client no.',
  'Customer number',
];
export const personnelNumber: ImportColumn = {
  field: 'personnelNumber',
  nl: 'Personeelsnummer',
  en: 'Personnel number',
  also: personnelNumbers,
  kind: cell.text(longest.recordNumber),
  isRequired: true,
};
export const organisationNumber: ImportColumn = {
  field: 'organisationNumber',
  nl: 'Organisatienummer',
  en: 'Organisation number',
  also: organisationNumbers,
  kind: cell.text(longest.recordNumber),
  isRequired: true,
};
export const language = cell.choice({ nl: { nl: 'nederlands', en: 'dutch' }, en: { nl: 'engels', en: 'english' } });

export const name: ImportColumn[] = [
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
    alsoNext: ['Naam', 'Name'],
    kind: cell.text(longest.name),
    isRequired: true,
  },
  {
    field: 'wholeName',
    nl: 'Volledige naam',
    en: 'Full name',
    also: [
      ...['Naam', 'Name', 'Naam werknemer', 'Naam medewerker', 'Werknemer', 'Medewerker', 'Volledige naam werknemer'],
      ...['Employee', 'Employee name', 'Supervisor', 'Naam supervisor'],
    ],
    kind: cell.text(2 * longest.name + longest.prefix),
    gives: ['firstName', 'prefix', 'lastName'],
  },
];
/** The parts of an address that many files have in columns of their own; `of` tells one address of a client from another. */
export const houseNumbers = (street: string, ofNl = '', ofEn = ''): ImportColumn[] => {
  const also = (...names: string[]) => names.map((name) => `${name}${ofNl}`);
  return [
    {
      ...{ field: `${street}Number`, nl: `Huisnummer${ofNl}`, en: `House number${ofEn}`, addsTo: street },
      also: also('Huisnr.', 'Huis nr.', 'Huisnummers'),
      kind: cell.text(longest.street),
      isClearable: true,
    },
    {
      ...{ field: `${street}Addition`, nl: `Toevoeging${ofNl}`, en: `House number addition${ofEn}`, addsTo: street },
      also: also('Toev.', 'Huisnummertoevoeging', 'Huisnr. toevoeging', 'Huisletter', 'Huisnummer toev.', 'Addition'),
      kind: cell.text(longest.street),
      isClearable: true,
    },
  ];
};
export const address: ImportColumn[] = [
  {
    field: 'street',
    nl: 'Straat',
    en: 'Street',
    also: [
      'Adres',
      'Straatnaam',
      'Straat en huisnummer',
      'Bezoekadres',
      'Vestigingsadres',
      'Address',
      'Visiting address',
    ],
    kind: cell.text(longest.street),
    isClearable: true,
  },
  ...houseNumbers('street'),
  {
    field: 'postcode',
    nl: 'Postcode',
    en: 'Postcode',
    also: ['PC', 'Zip', 'Zip code', 'Postal code'],
    kind: cell.postcode,
    isClearable: true,
  },
];
const phones = [
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
  'Telefoon algemeen',
  'Algemeen telefoonnummer',
];
export const phone: ImportColumn = {
  field: 'phone',
  nl: 'Telefoon',
  en: 'Phone',
  also: phones,
  kind: cell.phone,
  isClearable: true,
};
export const city: ImportColumn = {
  field: 'city',
  nl: 'Plaats',
  en: 'City',
  also: ['Woonplaats', 'Stad', 'Town'],
  kind: cell.text(longest.city),
};
export const country: ImportColumn = {
  field: 'country',
  nl: 'Land',
  en: 'Country',
  also: ['Landcode', 'Country code'],
  kind: cell.country,
};
export const placementNumbers = [
  'Plaatsing',
  'Plaatsingsnr.',
  'Plaatsing-id',
  'Contractnummer',
  'Contractnr.',
  'Placement',
  'Placement no.',
  'Assignment number',
];
export const placementNumber: ImportColumn = {
  field: 'placementNumber',
  nl: 'Plaatsingsnummer',
  en: 'Placement number',
  also: placementNumbers,
  kind: cell.text(longest.recordNumber),
  isRequired: true,
  isKey: true,
};
export const hourType: ImportColumn = {
  field: 'hourType',
  nl: 'Uursoort',
  en: 'Hour type',
  also: ['Uurcode', 'Uursoortcode', 'Looncode', 'Hour code', 'Hour type code'],
  kind: cell.codeOrName,
  isRequired: true,
  isKey: true,
};
/** What somebody logged in with in another system: they may go on doing so. */
export const userName: ImportColumn = {
  field: 'userName',
  nl: 'Gebruikersnaam',
  en: 'User name',
  also: ['Inlognaam', 'Login', 'Username', 'Gebruikersnaam oud systeem'],
  kind: cell.userName,
  isClearable: true,
};
export const notes: ImportColumn = {
  field: 'notes',
  nl: 'Notities',
  en: 'Notes',
  also: ['Notitie', 'Opmerkingen', 'Opmerking', 'Memo', 'Bijzonderheden', 'Remarks'],
  kind: cell.lines(longest.notes),
  isClearable: true,
};
/** A line of text that may be left out, and taken away. */
export const line = (
  field: string,
  nl: string,
  en: string,
  max: number,
  also: readonly string[] = [],
): ImportColumn => ({
  ...{ field, nl, en, also, isClearable: true },
  kind: cell.text(max),
});
/** A reference of the client's. */
export const reference = (field: string, nl: string, en: string, also: readonly string[] = []): ImportColumn =>
  line(field, nl, en, longest.reference, also);
export const costCentres = ['Kpl.', 'Cost center'];
export const orders = ['PO', 'PO-nummer', 'Ordernummer', 'Inkoopordernummer', 'PO number', 'Order number'];
export const settings: ImportColumn[] = [
  { field: 'periodType', nl: 'Periode', en: 'Period', also: ['Urenbriefje per', 'Worksheet per'], kind: periodType },
  {
    field: 'hoursBy',
    nl: 'Uren door',
    en: 'Hours by',
    also: ['Uren ingevuld door', 'Wie vult in', 'Hours filled in by'],
    kind: hoursBy,
  },
  { field: 'entryMode', nl: 'Invoer', en: 'Entry', kind: entryMode },
];

/** The demo's agency, organisations and names. Everybody here is made up. */

export const agency = {
  name: 'Konnekt Uitzendbureau',
  helpdeskPhone: '010 300 40 50',
  helpdeskEmail: 'helpdesk@konnekt.example',
  accentColour: '#0b6e6e',
};

const HUNDRED_PERCENT = 10_000;
const worked = { isWorked: true, forEmployee: true, forSupervisor: true };
const notWorked = { isWorked: false, forEmployee: true, forSupervisor: true };
const paidOnly = (payShareBp: number) => ({ billShareBp: 0, payShareBp });
const consolidated = (shareBp: number) => ({ billShareBp: shareBp, payShareBp: shareBp });

/** The field's usual hour types; an agency changes them in its settings. */
export const hourTypes = [
  {
    code: 'N100',
    nameNl: 'Normale uren',
    nameEn: 'Normal hours',
    kind: 'normal',
    ...worked,
    ...consolidated(HUNDRED_PERCENT),
  },
  {
    code: 'O125',
    nameNl: 'Overuren 125 %',
    nameEn: 'Overtime 125 %',
    kind: 'overtime',
    ...worked,
    ...consolidated(12_500),
  },
  {
    code: 'O150',
    nameNl: 'Overuren 150 %',
    nameEn: 'Overtime 150 %',
    kind: 'overtime',
    ...worked,
    ...consolidated(15_000),
  },
  {
    code: 'O200',
    nameNl: 'Overuren 200 %',
    nameEn: 'Overtime 200 %',
    kind: 'overtime',
    ...worked,
    ...consolidated(20_000),
  },
  {
    code: 'I130',
    nameNl: 'Onregelmatigheidstoeslag 130 %',
    nameEn: 'Irregular hours 130 %',
    kind: 'irregular',
    ...worked,
    ...consolidated(13_000),
  },
  {
    code: 'TRV',
    nameNl: 'Reisuren',
    nameEn: 'Travel hours',
    kind: 'travel',
    isWorked: false,
    forEmployee: true,
    forSupervisor: true,
    ...consolidated(HUNDRED_PERCENT),
  },
  { code: 'VAC', nameNl: 'Verlof', nameEn: 'Holiday leave', kind: 'leave', ...notWorked, ...paidOnly(HUNDRED_PERCENT) },
  {
    code: 'SPL',
    nameNl: 'Bijzonder verlof',
    nameEn: 'Special leave',
    kind: 'leave',
    ...notWorked,
    ...paidOnly(HUNDRED_PERCENT),
  },
  {
    code: 'HOL',
    nameNl: 'Feestdag',
    nameEn: 'Public holiday',
    kind: 'holiday',
    ...notWorked,
    ...paidOnly(HUNDRED_PERCENT),
  },
  { code: 'SCK', nameNl: 'Ziek', nameEn: 'Sick', kind: 'sick', ...notWorked, ...paidOnly(7_000) },
  {
    code: 'S25',
    nameNl: 'Toeslag 25 %',
    nameEn: 'Surcharge 25 %',
    kind: 'irregular',
    unit: 'surcharge',
    ...notWorked,
    ...consolidated(2_500),
  },
  {
    code: 'KM',
    nameNl: 'Kilometers',
    nameEn: 'Kilometres',
    kind: 'travel',
    unit: 'kilometres',
    ...notWorked,
    ...consolidated(0),
  },
  {
    code: 'EXP',
    nameNl: 'Onkosten',
    nameEn: 'Expenses',
    kind: 'other',
    unit: 'euros',
    receipt: 'asked',
    ...notWorked,
    ...consolidated(0),
  },
] as const;

interface DemoOrganisation {
  name: string;
  city: string;
  /** How many work here through the agency. */
  people: number;
  functions: readonly string[];
  hoursBy?: 'supervisor';
  periodType?: 'four-weeks';
  entryMode?: 'times';
  /** Shifts through the night. */
  nights?: true;
}

export const organisations: readonly DemoOrganisation[] = [
  {
    name: 'Van Dijk Logistiek',
    city: 'Rotterdam',
    people: 22,
    functions: ['Orderpicker', 'Heftruckchauffeur', 'Magazijnmedewerker'],
  },
  {
    name: 'Bloemenveiling Westland',
    city: 'Naaldwijk',
    people: 18,
    functions: ['Productiemedewerker', 'Kwaliteitscontroleur'],
    entryMode: 'times',
  },
  {
    name: 'Zorggroep De Linde',
    city: 'Delft',
    people: 12,
    functions: ['Zorgassistent', 'Gastvrouw'],
    entryMode: 'times',
    nights: true,
  },
  { name: 'Metaalbouw Twente', city: 'Hengelo', people: 9, functions: ['Lasser', 'Constructiebankwerker'] },
  { name: 'Bakkerij Vermeer', city: 'Gouda', people: 8, functions: ['Inpakker', 'Bakker'], hoursBy: 'supervisor' },
  {
    name: 'Hotel De Gouden Leeuw',
    city: 'Dordrecht',
    people: 10,
    functions: ['Kamermedewerker', 'Afwasser'],
    hoursBy: 'supervisor',
    periodType: 'four-weeks',
  },
  { name: 'Schoonmaakbedrijf Helder', city: 'Schiedam', people: 9, functions: ['Schoonmaker', 'Glazenwasser'] },
  { name: 'Kwekerij Zonnehof', city: 'Bleiswijk', people: 11, functions: ['Oogstmedewerker', 'Teeltmedewerker'] },
  { name: 'Drukkerij Noordzee', city: 'Vlaardingen', people: 5, functions: ['Nabewerker', 'Drukker'] },
  {
    name: 'Gemeente Waterland',
    city: 'Monnickendam',
    people: 6,
    functions: ['Administratief medewerker', 'Baliemedewerker'],
  },
];

export const firstNames = [
  'Sanne',
  'Daan',
  'Emma',
  'Sem',
  'Julia',
  'Lucas',
  'Mila',
  'Finn',
  'Tess',
  'Bram',
  'Noa',
  'Milan',
  'Eva',
  'Levi',
  'Sara',
  'Noah',
  'Yara',
  'Ruben',
  'Fatima',
  'Youssef',
  'Aylin',
  'Mehmet',
  'Olga',
  'Piotr',
  'Ewa',
  'Marek',
  'Ionela',
  'Andrei',
  'Femke',
  'Joris',
  'Anouk',
  'Thijs',
  'Lotte',
  'Stijn',
  'Maud',
  'Gijs',
  'Iris',
  'Koen',
  'Nadia',
  'Samir',
  'Leyla',
  'Dylan',
  'Roos',
  'Jesse',
  'Elif',
  'Tomasz',
] as const;

export const lastNames: readonly (readonly [prefix: string | null, lastName: string])[] = [
  ['de', 'Jong'],
  ['', 'Jansen'],
  ['de', 'Vries'],
  ['van den', 'Berg'],
  ['van', 'Dijk'],
  ['', 'Bakker'],
  ['', 'Visser'],
  ['', 'Smit'],
  ['', 'Meijer'],
  ['de', 'Boer'],
  ['', 'Mulder'],
  ['de', 'Groot'],
  ['', 'Bos'],
  ['', 'Vos'],
  ['', 'Peters'],
  ['', 'Hendriks'],
  ['van', 'Leeuwen'],
  ['', 'Dekker'],
  ['', 'Brouwer'],
  ['de', 'Wit'],
  ['', 'Dijkstra'],
  ['', 'Smits'],
  ['de', 'Graaf'],
  ['van der', 'Meer'],
  ['van der', 'Linden'],
  ['', 'Kok'],
  ['', 'Jacobs'],
  ['de', 'Haan'],
  ['', 'Vermeulen'],
  ['van den', 'Heuvel'],
  ['van der', 'Veen'],
  ['', 'Yılmaz'],
  ['', 'Kaya'],
  ['el', 'Amrani'],
  ['', 'Kowalski'],
  ['', 'Nowak'],
  ['', 'Popescu'],
  ['', 'Ionescu'],
  ['', 'Öztürk'],
  ['', 'Çelik'],
];

export const remarks = [
  'Later begonnen in overleg',
  'Bus had vertraging',
  'Extra dienst voor collega',
  'Inventarisatie tot laat',
  'Eerder weg voor de tandarts',
] as const;
export const declineReasons = [
  'Dinsdag was u een half uur eerder weg',
  'Zaterdag is niet gewerkt',
  'Overuren zijn niet afgesproken',
] as const;

/** The demo's agency, organisations and names. Everybody here is made up. */

export const agency = {
  name: 'Konnekt Uitzendbureau',
  helpdeskPhone: '010 300 40 50',
  helpdeskEmail: 'helpdesk@konnekt.example',
  accentColour: '#0b6e6e',
};

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

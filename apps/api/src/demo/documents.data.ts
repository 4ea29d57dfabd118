import type { DocumentCategory } from '@konnekt/shared/documents/document.words';

/** A document of the demo as it is written: a heading, and paragraphs. */
export interface DemoPaper {
  title: string;
  lines: string[];
}
export interface DemoDocument {
  name: string;
  category: DocumentCategory;
  language?: 'nl' | 'en';
  role?: 'employee' | 'supervisor';
  /** Of the organisation of the first supervisor. */
  isOfOrganisation?: true;
  validFrom?: string;
  validUntil?: string;
  asksConfirmation?: true;
  daysAgo: number;
  /** In versions, the first one first. */
  papers: DemoPaper[];
}

const agreement = (year: number): DemoPaper => ({
  title: `Cao voor uitzendkrachten ${year}`,
  lines: [
    'Deze cao regelt de rechten en plichten van uitzendkrachten en van de uitzendonderneming.',
    'Beloning: u verdient hetzelfde als wie bij de opdrachtgever in dienst is en hetzelfde werk doet.',
    'Wachtdagen, vakantiedagen en vakantiebijslag staan in de hoofdstukken 4 tot en met 6.',
  ],
});

export const demoDocuments: DemoDocument[] = [
  {
    ...{ name: 'Cao voor uitzendkrachten', category: 'collective-agreement', language: 'nl', daysAgo: 40 },
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    papers: [agreement(2025), agreement(2026)],
  },
  {
    ...{ name: 'Handleiding urenportaal voor werknemers', category: 'manual', language: 'nl', role: 'employee' },
    daysAgo: 60,
    papers: [
      {
        title: 'Uren invullen in vijf minuten',
        lines: [
          'Open Mijn uren en vul per dag uw uren in: 7,5 of 7:30 mag allebei.',
          'Kies Versturen als de week klaar is. Uw leidinggevende keurt de uren goed.',
          'Komt een week terug? Dan staat erbij waarom. Pas hem aan en verstuur opnieuw.',
        ],
      },
    ],
  },
  {
    ...{ name: 'Hours portal: a guide for employees', category: 'manual', language: 'en', role: 'employee' },
    daysAgo: 60,
    papers: [
      {
        title: 'Filling in hours in five minutes',
        lines: [
          'Open My hours and fill in your hours for each day: 7.5 or 7:30 are both fine.',
          'Choose Send when the week is done. Your supervisor approves the hours.',
        ],
      },
    ],
  },
  {
    ...{ name: 'Handleiding voor supervisors', category: 'manual', language: 'nl', role: 'supervisor', daysAgo: 60 },
    papers: [
      {
        title: 'Uren goedkeuren',
        lines: [
          'Onder Urenbriefjes, Uren goedkeuren staat alles wat op u wacht.',
          'Keur goed vóór maandag einde dag: dan worden de uren op dinsdag uitbetaald.',
        ],
      },
    ],
  },
  {
    ...{ name: 'Veilig werken', category: 'other', language: 'nl', role: 'employee', asksConfirmation: true },
    daysAgo: 5,
    papers: [
      {
        title: 'Veilig werken: tien regels',
        lines: [
          'Draag de schoenen, de bril en de handschoenen die bij uw werk horen.',
          'Meld een ongeval, hoe klein ook, dezelfde dag bij uw leidinggevende en bij ons.',
          'Werk niet door als het niet veilig is. Bel ons: wij lossen het met de opdrachtgever op.',
        ],
      },
    ],
  },
  {
    ...{ name: 'Algemene voorwaarden voor opdrachtgevers', category: 'contract', role: 'supervisor', daysAgo: 90 },
    papers: [
      {
        title: 'Algemene voorwaarden',
        lines: [
          'Facturen worden betaald binnen de termijn die op de factuur staat.',
          'Goedgekeurde uren gelden als grondslag van de factuur.',
        ],
      },
    ],
  },
  {
    ...{ name: 'Raamovereenkomst', category: 'contract', isOfOrganisation: true, role: 'supervisor', daysAgo: 30 },
    asksConfirmation: true,
    papers: [
      {
        title: 'Raamovereenkomst',
        lines: [
          'Deze overeenkomst geldt voor alle plaatsingen bij uw organisatie.',
          'De tarieven staan in de bijlage.',
        ],
      },
    ],
  },
  {
    ...{ name: 'Openingstijden in 2025', category: 'other', validUntil: '2025-12-31', daysAgo: 400 },
    papers: [{ title: 'Openingstijden in 2025', lines: ['Maandag tot en met vrijdag van 8.00 tot 17.30 uur.'] }],
  },
];

/** A payslip of the demo: a week, and what it says. */
export const payslip = (week: number, person: string): DemoPaper => ({
  title: `Loonstrook week ${week}`,
  lines: [person, 'Bruto loon, inhoudingen en netto loon staan in de bijlage van deze loonstrook.'],
});

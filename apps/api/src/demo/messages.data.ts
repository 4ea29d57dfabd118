/** What is said in the demo: who begins, hours before now, and the words; one without an answer waits. `office` begins or answers for the agency. */
export interface DemoTalk {
  title: string;
  said: { by: 'person' | 'office'; hoursAgo: number; body: string }[];
  isClosed?: boolean;
}

export const ofEmployees: DemoTalk[] = [
  {
    title: 'Reiskosten van vorige week',
    said: [
      {
        by: 'person',
        hoursAgo: 53,
        body: 'Goedemorgen,\n\nIk heb vorige week drie dagen met de auto gereden in plaats van met de fiets. Kan ik die kilometers nog opgeven?',
      },
      {
        by: 'office',
        hoursAgo: 49,
        body: 'Dat kan: voeg ze toe met “Urenregels toevoegen” bij die week. Vergeet de bon van het parkeren niet.',
      },
      { by: 'person', hoursAgo: 3, body: 'Dank u wel, dat is gelukt. Wanneer krijg ik ze betaald?' },
    ],
  },
  {
    title: 'Ander rekeningnummer',
    said: [{ by: 'person', hoursAgo: 6, body: 'Ik heb sinds vandaag een andere bank. Waar geef ik dat door?' }],
  },
  {
    title: 'Vrij op vrijdag',
    said: [
      { by: 'person', hoursAgo: 75, body: 'Kan ik volgende week vrijdag vrij nemen?' },
      { by: 'office', hoursAgo: 70, body: 'Dat hebben wij met uw leidinggevende besproken: het is goed.' },
    ],
    isClosed: true,
  },
  {
    title: 'Werkschoenen',
    said: [{ by: 'person', hoursAgo: 28, body: 'Mijn werkschoenen zijn kapot. Krijg ik nieuwe?' }],
  },
  {
    title: 'Welkom bij het bureau',
    said: [
      {
        by: 'office',
        hoursAgo: 120,
        body: 'Fijn dat u bij ons werkt. Uw uren vult u in bij “Mijn uren”; vragen stelt u hier.',
      },
    ],
  },
  {
    title: 'Loonstrook',
    said: [
      { by: 'person', hoursAgo: 200, body: 'Waar vind ik mijn loonstrook?' },
      { by: 'office', hoursAgo: 198, body: 'Die krijgt u per e-mail, op de dag na de betaling.' },
    ],
    isClosed: true,
  },
];

export const ofSupervisors: DemoTalk[] = [
  {
    title: 'Extra mensen voor de feestdagen',
    said: [
      {
        by: 'person',
        hoursAgo: 30,
        body: 'Wij hebben in de week voor Kerst vier mensen extra nodig in de late dienst. Kunt u die leveren?',
      },
      { by: 'office', hoursAgo: 26, body: 'Dat gaat lukken. Voor hoeveel uur per dag, en is er een rijbewijs nodig?' },
      { by: 'person', hoursAgo: 5, body: 'Acht uur per dag, rijbewijs niet nodig.' },
    ],
  },
  {
    title: 'Wie keurt goed in mijn vakantie?',
    said: [
      {
        by: 'person',
        hoursAgo: 96,
        body: 'Ik ben twee weken weg. Hoe zorg ik dat de uren op tijd goedgekeurd worden?',
      },
      {
        by: 'office',
        hoursAgo: 94,
        body: 'Bij Collega’s kunt u zelf een vervanger aanwijzen, met een begin- en einddatum.',
      },
    ],
    isClosed: true,
  },
  {
    title: 'Kostenplaats van de nieuwe hal',
    said: [
      { by: 'person', hoursAgo: 20, body: 'Voor de nieuwe hal geldt kostenplaats 4410. Wilt u die op de uren zetten?' },
    ],
  },
];

/** About invoices: one that waits, and one that was answered. */
export const ofInvoices: readonly DemoTalk[] = [
  {
    title: 'Factuur',
    said: [
      {
        by: 'person',
        hoursAgo: 24,
        body: 'Op donderdag is volgens ons een half uur pauze minder geteld. Kunt u dat nakijken?',
      },
    ],
  },
  {
    title: 'Factuur',
    said: [
      { by: 'person', hoursAgo: 26, body: 'Mag het ordernummer er voortaan bij?' },
      { by: 'office', hoursAgo: 2, body: 'Dat doen wij vanaf de volgende factuur.' },
    ],
  },
];

export const toAllSupervisors = {
  title: 'Uren van de kerstweek: eerder insturen',
  body: 'Vanwege de feestdagen betalen wij een dag eerder uit. Wilt u de uren van week 52 uiterlijk op woensdag goedkeuren?\n\nAlvast bedankt.',
};

export const answerTemplates = [
  {
    name: 'Doorgegeven aan de loonadministratie',
    nl: 'Dank u voor uw bericht. Wij hebben dit doorgegeven aan de loonadministratie; u ziet het op uw volgende loonstrook.',
    en: 'Thank you for your message. We have passed this on to payroll; you will see it on your next payslip.',
  },
  {
    name: 'Uren toevoegen',
    nl: 'U kunt deze uren zelf toevoegen: open de week en kies “Urenregels toevoegen”. Ze worden dan apart beoordeeld.',
    en: 'You can add these hours yourself: open the week and choose “Add hours”. They will then be reviewed separately.',
  },
  {
    name: 'Wij bellen u',
    nl: 'Wij bellen u hier vandaag nog over.',
    en: 'We will call you about this today.',
  },
];

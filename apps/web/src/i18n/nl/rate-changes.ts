import type { texts as en } from '../en/rate-changes.ts';

export const texts: typeof en = {
  list: {
    title: 'Tarieven met terugwerkende kracht',
    text: 'Wat betaald en gefactureerd is, blijft zoals het was; de verschillen gaan mee in de volgende verloning en op de volgende factuur.',
    back: 'Verloningen',
    add: 'Tarieven wijzigen',
    made: 'Gewijzigd',
    by: 'Door',
    placements: 'Plaatsingen',
    paid: 'Betaald',
    invoiced: 'Gefactureerd',
    paidOf: '{{paid}} van {{all}} regels',
    emptyTitle: 'Er zijn geen tarieven met terugwerkende kracht gewijzigd',
    emptyText: 'Voor een late cao: tarieven vanaf een dag waarvan de uren al zijn betaald.',
  },
  new: {
    title: 'Tarieven wijzigen met terugwerkende kracht',
    text: 'Bekijk eerst wat het verschil is. Er verandert niets voordat u het bevestigt.',
    rise: 'Alle tarieven vanaf een dag verhogen',
    all: 'Alle organisaties',
    preview: 'Verschillen tonen',
    seen: 'De verschillen staan hieronder.',
    reasonTitle: 'Bevestigen',
    accept: 'Tarieven wijzigen',
  },
  field: {
    validFrom: 'Vanaf',
    organisationId: 'Organisatie',
    payRise: 'Lonen, % erbij',
    billRise: 'Tarieven aan opdrachtgevers, % erbij',
    reason: 'Reden',
  },
  hint: {
    validFrom: 'Uren vanaf deze dag, ook als ze al zijn betaald.',
    rise: 'Bijvoorbeeld 3,2; elk tarief wordt op de cent afgerond. Leeg: ongewijzigd.',
    reason: 'Bijvoorbeeld de cao waaruit het volgt. Staat ook op de factuur.',
  },
  preview: {
    title_one: 'Tarieven van {{count}} plaatsing veranderen',
    title_other: 'Tarieven van {{count}} plaatsingen veranderen',
    text_one:
      '{{lines}} regel is tegen een ander tarief betaald of gefactureerd: loon {{pay}}, aan opdrachtgevers {{bill}}.',
    text_other:
      '{{lines}} regels zijn tegen een ander tarief betaald of gefactureerd: loon {{pay}}, aan opdrachtgevers {{bill}}.',
    nothing: 'Er is niets tegen een ander tarief betaald of gefactureerd.',
    organisations: 'Per organisatie',
    workers: 'Per werknemer',
    linesOf: 'Regels van {{name}}',
  },
  sum: { organisation: 'Organisatie', employee: 'Werknemer', lines: 'Regels' },
  kind: { pay: 'Loon', bill: 'Aan opdrachtgever' },
  difference: {
    line: 'Uren',
    employee: 'Werknemer',
    kind: 'Wat',
    size: 'Hoeveel',
    rates: 'Tarief voor en na',
    amount: 'Verschil',
  },
  one: {
    title: 'Verschillen van een tariefwijziging',
    text: 'Elke regel met het tarief waartegen die is betaald of gefactureerd, en het nieuwe.',
  },
};

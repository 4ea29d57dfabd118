import type { texts as en } from '../en/working-times.ts';

export const texts: typeof en = {
  title: 'Arbeids- en rusttijden',
  lead: 'Het register waar een inspectie om vraagt (Arbeidstijdenwet 4:3): begin, einde, pauze en rust van iedere persoon en dag.',
  back: 'Jobs',
  from: 'Van',
  until: 'Tot en met',
  show: 'Tonen',
  limits: 'Hooguit een jaar en een week.',
  holds: 'Wat erin staat',
  sums_one: '{{count}} persoon, {{hours}} uur gewerkt; van {{timed}} uur zijn begin en einde bekend.',
  sums_other: '{{people}} personen, {{hours}} uur gewerkt; van {{timed}} uur zijn begin en einde bekend.',
  nothing: 'Van deze dagen zijn geen uren verstuurd.',
  complete:
    'Dit register is volledig: van alle uren zijn begin en einde bekend, en van iedere periode zijn uren verstuurd.',
  incomplete: 'Dit register is niet volledig. Wat ontbreekt, staat hieronder.',
  untimed: {
    title: 'Uren zonder begin- en eindtijd',
    totals: 'vult alleen totalen in',
    times: 'vult tijden in; deze kwamen zonder',
    note: 'Begin en einde worden gevraagd zodra een plaatsing zegt dat er tijden worden ingevuld.',
    hours: 'Uren',
    why: 'Waarom',
    first: 'De eerste honderd staan hier.',
  },
  missing: {
    title: 'Periodes zonder uren',
    count_one: 'Van {{count}} periode die voorbij is, zijn geen uren verstuurd of kwamen ze terug.',
    count_other: 'Van {{number}} periodes die voorbij zijn, zijn geen uren verstuurd of kwamen ze terug.',
    period: 'Periode',
    first: 'De eerste honderd staan hier.',
  },
  employee: 'Werknemer',
  place: 'Waar',
  file: { xlsx: 'Excel', pdf: 'PDF', part: 'PDF, deel {{part}} van {{of}}' },
  pdfHint:
    'Dit zijn {{lines}} regels. Een pdf heeft er hooguit {{most}}; in elk deel staan werknemers met al hun regels.',
  error: {
    'before-start': 'De laatste dag ligt voor de eerste.',
    'too-long': 'Hooguit een jaar en een week tegelijk.',
    day: 'Vul beide dagen in.',
  },
};

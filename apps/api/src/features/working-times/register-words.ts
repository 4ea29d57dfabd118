import type { Language } from '@konnekt/shared/basics/actor';

interface Words {
  title: string;
  law: string;
  columns: readonly string[];
  noTimes: string;
  correction: string;
  wholePeriod: (from: string, until: string) => string;
  between: (from: string, until: string) => string;
  page: string;
  made: (day: string) => string;
  gaps: string;
  untimed: (hours: string, all: string) => string;
  missing: (count: number) => string;
  complete: string;
  sum: string;
  weekdays: readonly string[];
}

/** What the register says on paper. */
export const registerWords: Record<Language, Words> = {
  nl: {
    title: 'Register van arbeids- en rusttijden',
    law: 'Arbeidstijdenwet, artikel 4:3',
    columns: ['Dag', 'Begin', 'Einde', 'Pauze', 'Uren gewerkt', 'Uren rust ervoor', 'Opmerking'],
    noTimes: 'zonder begin- en eindtijd',
    correction: 'correctie',
    wholePeriod: (from, until) => `${from} t/m ${until}`,
    between: (from, until) => `${from} t/m ${until}`,
    page: 'pagina {page} van {pages}',
    made: (day) => `gemaakt op ${day}`,
    gaps: 'Wat aan dit register ontbreekt',
    untimed: (hours, all) => `Van ${hours} van de ${all} uur is geen begin- en eindtijd bekend.`,
    missing: (count) =>
      count === 1
        ? 'Van 1 periode die voorbij is, zijn geen uren verstuurd of kwamen ze terug.'
        : `Van ${count} periodes die voorbij zijn, zijn geen uren verstuurd of kwamen ze terug.`,
    complete: 'Van alle uren zijn begin en einde bekend, en van alle periodes zijn uren verstuurd.',
    sum: 'Samen',
    weekdays: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  },
  en: {
    title: 'Register of working and rest times',
    law: 'Arbeidstijdenwet (Working Hours Act), article 4:3',
    columns: ['Day', 'Begin', 'End', 'Break', 'Hours worked', 'Hours of rest before', 'Remark'],
    noTimes: 'without begin and end',
    correction: 'correction',
    wholePeriod: (from, until) => `${from} to ${until}`,
    between: (from, until) => `${from} to ${until}`,
    page: 'page {page} of {pages}',
    made: (day) => `made on ${day}`,
    gaps: 'What this register lacks',
    untimed: (hours, all) => `Begin and end are not known for ${hours} of the ${all} hours.`,
    missing: (count) =>
      count === 1
        ? 'For 1 period that is over no hours were sent, or they came back.'
        : `For ${count} periods that are over no hours were sent, or they came back.`,
    complete: 'Begin and end of all hours are known, and hours were sent for every period.',
    sum: 'Total',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
};

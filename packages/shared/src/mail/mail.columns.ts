import type { Language } from '../basics/actor.ts';
import type { SheetColumn } from '../basics/sheet.ts';
import { dayCell, timeCell } from '../basics/sheet-cells.ts';
import type { OutboxMail } from './mail.contract.ts';
import { mailWords as english } from './mail.words.en.ts';
import { mailWords as dutch } from './mail.words.nl.ts';
import { mailKinds } from './mail.words.ts';

const words: Record<Language, typeof english> = { nl: dutch, en: english };

/** Of a kind that nobody has a word for, its own. */
const kindName = (kind: string, language: Language): string => {
  const known = mailKinds.find((one) => one === kind);
  return known ? words[language].kind[known] : kind;
};

/** The columns of a file of the outbox: days and times of Amsterdam, and never the words of a mail. */
export const mailColumns: readonly SheetColumn<OutboxMail>[] = [
  { header: { nl: 'Naam', en: 'Name' }, cell: ({ name }) => name },
  { header: { nl: 'E-mailadres', en: 'E-mail address' }, cell: ({ to }) => to },
  { header: { nl: 'E-mail', en: 'E-mail' }, cell: ({ kind }, language) => kindName(kind, language) },
  { header: { nl: 'Onderwerp', en: 'Subject' }, cell: ({ subject }) => subject },
  { header: { nl: 'Geschreven op', en: 'Written on' }, cell: ({ at }) => dayCell(at) },
  { header: { nl: 'Geschreven om', en: 'Written at' }, cell: ({ at }) => timeCell(at) },
  { header: { nl: 'Status', en: 'Status' }, cell: ({ state }, language) => words[language].state[state] },
  {
    header: { nl: 'Reden', en: 'Reason' },
    cell: ({ failure }, language) => failure && words[language].failure[failure],
  },
  { header: { nl: 'Melding van de server', en: 'The server said' }, cell: ({ error }) => error },
  { header: { nl: 'Pogingen', en: 'Tries' }, cell: ({ tries }) => tries },
  { header: { nl: 'Verstuurd op', en: 'Sent on' }, cell: ({ sentAt }) => dayCell(sentAt) },
  { header: { nl: 'Verstuurd om', en: 'Sent at' }, cell: ({ sentAt }) => timeCell(sentAt) },
  { header: { nl: 'Volgende poging op', en: 'Next try on' }, cell: ({ nextTryAt }) => dayCell(nextTryAt) },
  { header: { nl: 'Volgende poging om', en: 'Next try at' }, cell: ({ nextTryAt }) => timeCell(nextTryAt) },
];

import type { Language } from '@konnekt/shared/basics/actor';
import {
  type DocumentNoticeKind,
  type HoursNoticeKind,
  isOfDocuments,
  isOfHours,
  type NewsKind,
} from '@konnekt/shared/notices/notice.words';
import { monthIn } from '../mail/mail.days.ts';
import { layOut, type Mail, type MailSender } from '../mail/mail.layout.ts';
import type { NoticeToMail } from './notice.repository.ts';

interface NoticeMail {
  sender: MailSender;
  publicUrl: string;
  kind: NewsKind;
  /** All that one person is told of this kind at once; at least one. */
  notices: readonly [NoticeToMail, ...NoticeToMail[]];
}

/** The mail that tells one person of one kind of things, in their language. */
export function noticeMail({ sender, publicUrl, kind, notices }: NoticeMail): Mail {
  const [first, ...more] = notices;
  const { language } = first;
  if (kind === 'invoice-new') return invoiceMail(sender, publicUrl, notices);
  if (isOfDocuments(kind)) return documentMail(sender, publicUrl, kind, notices);
  if (!isOfHours(kind)) return messageMail(sender, publicUrl, notices);
  const { subject, intro, rest } = words[kind][language];
  const hours = more.length > 0 ? many[language] : one[language](periodIn(first.period, language));
  const path = more.length > 0 ? '/hours/history' : `/timesheets/${first.aboutId}`;
  return layOut(language, sender, {
    subject: subject(hours),
    greeting: greeting[language](first.name),
    before: [intro(hours), ...notices.map((notice) => lineOf(notice, language))],
    press: { button: button[language], link: `${publicUrl}${path}` },
    after: [...rest, choose[language]],
  });
}

/** That there is a message, never what it says: mail is read by more people than the portal. */
function messageMail(sender: MailSender, publicUrl: string, [first, ...more]: NoticeMail['notices']): Mail {
  const { language, name } = first;
  const threads = new Set([first, ...more].map(({ aboutId }) => aboutId));
  const said = ofMessages[language];
  return layOut(language, sender, {
    subject: threads.size > 1 ? said.subjectMany : said.subject,
    greeting: greeting[language](name),
    before: [threads.size > 1 ? said.introMany : said.intro],
    press: { button: said.button, link: `${publicUrl}/messages${threads.size > 1 ? '' : `/${first.aboutId}`}` },
    after: [said.once, choose[language]],
  });
}

function invoiceMail(sender: MailSender, publicUrl: string, notices: NoticeMail['notices']): Mail {
  const [{ language, name, aboutId }, ...more] = notices;
  const said = ofInvoices[language];
  return layOut(language, sender, {
    subject: more.length > 0 ? said.subjectMany : said.subject,
    greeting: greeting[language](name),
    before: [more.length > 0 ? said.introMany : said.intro, ...notices.map(({ title }) => said.line(title))],
    press: { button: said.button, link: `${publicUrl}/finance/invoices${more.length > 0 ? '' : `/${aboutId}`}` },
    after: [choose[language]],
  });
}

/** Beyond these a daily mail says how many more there are. */
const MOST_LINES_OF_A_DAY = 30;

/** All that one person is told of since the mail of the day before, in the order it happened. */
export function dailyMail(sender: MailSender, publicUrl: string, notices: NoticeMail['notices']): Mail {
  const { language, name } = notices[0];
  const said = ofTheDay[language];
  // A thread is told of once: the mail says that there is something, not how much.
  const lines = [...new Set(notices.map((notice) => dayLine(notice)))];
  const rest = lines.length - MOST_LINES_OF_A_DAY;
  return layOut(language, sender, {
    subject: said.subject(notices.length),
    greeting: greeting[language](name),
    before: [said.intro, ...lines.slice(0, MOST_LINES_OF_A_DAY), ...(rest > 0 ? [said.more(rest)] : [])],
    press: { button: said.button, link: `${publicUrl}/notices` },
    after: [said.daily],
  });
}

function dayLine(notice: NoticeToMail): string {
  const { kind, language, title } = notice;
  if (isOfHours(kind)) return `${state[kind][language]}: ${lineOf(notice, language)}`;
  if (isOfDocuments(kind)) return ofTheDay[language][isVersion(notice) ? 'document-version' : kind];
  return kind === 'invoice-new' ? ofInvoices[language].line(title) : ofTheDay[language].message;
}

const state: Record<HoursNoticeKind, Record<Language, string>> = {
  'hours-sent-back': { nl: 'Teruggestuurd', en: 'Sent back' },
  'hours-approved': { nl: 'Goedgekeurd', en: 'Approved' },
};

const ofTheDay = {
  nl: {
    subject: (count: number) =>
      count === 1 ? 'Er is 1 nieuwe melding voor u' : `Er zijn ${count} nieuwe meldingen voor u`,
    intro: 'Sinds de vorige dagelijkse e-mail:',
    message: 'Nieuw bericht in het urenportaal',
    document: 'Nieuw document in het urenportaal',
    'document-version': 'Nieuwe versie van een document in het urenportaal',
    'document-to-confirm': 'Een document om te lezen en te bevestigen',
    more: (count: number) => `… en nog ${count}.`,
    button: 'Meldingen bekijken',
    daily: 'U krijgt deze e-mail één keer per dag. Dat kiest u in het urenportaal bij Accountinstellingen.',
  },
  en: {
    subject: (count: number) =>
      count === 1 ? 'There is 1 new notice for you' : `There are ${count} new notices for you`,
    intro: 'Since the previous daily e-mail:',
    message: 'New message in the hours portal',
    document: 'New document in the hours portal',
    'document-version': 'New version of a document in the hours portal',
    'document-to-confirm': 'A document to read and confirm',
    more: (count: number) => `… and ${count} more.`,
    button: 'View notices',
    daily: 'You receive this e-mail once a day. You choose so under Account settings in the hours portal.',
  },
} as const;

const ofInvoices = {
  nl: {
    subject: 'Er is een nieuwe factuur',
    subjectMany: 'Er zijn nieuwe facturen',
    intro: 'In het urenportaal staat een nieuwe factuur:',
    introMany: 'In het urenportaal staan nieuwe facturen:',
    line: (number: string) => `Factuur ${number}`,
    button: 'Facturen bekijken',
  },
  en: {
    subject: 'There is a new invoice',
    subjectMany: 'There are new invoices',
    intro: 'There is a new invoice in the hours portal:',
    introMany: 'There are new invoices in the hours portal:',
    line: (number: string) => `Invoice ${number}`,
    button: 'View invoices',
  },
} as const;

const ofMessages = {
  nl: {
    subject: 'Er staat een nieuw bericht voor u klaar',
    subjectMany: 'Er staan nieuwe berichten voor u klaar',
    intro: 'In het urenportaal staat een nieuw bericht voor u klaar.',
    introMany: 'In het urenportaal staan nieuwe berichten voor u klaar.',
    button: 'Berichten lezen',
    once: 'U krijgt hierover geen nieuwe e-mail tot u het gelezen hebt.',
  },
  en: {
    subject: 'There is a new message for you',
    subjectMany: 'There are new messages for you',
    intro: 'A new message is waiting for you in the hours portal.',
    introMany: 'New messages are waiting for you in the hours portal.',
    button: 'Read messages',
    once: 'You will get no other e-mail about this until you have read it.',
  },
} as const;

/** That there is a document, never which: a payslip is nobody else's to hear of. */
function documentMail(
  sender: MailSender,
  publicUrl: string,
  kind: DocumentNoticeKind,
  [first, ...more]: NoticeMail['notices'],
): Mail {
  const { language, name, aboutId } = first;
  const isMany = more.some((other) => other.aboutId !== aboutId);
  const said = ofDocuments[[first, ...more].every(isVersion) ? 'document-version' : kind][language];
  return layOut(language, sender, {
    subject: isMany ? said.subjectMany : said.subject,
    greeting: greeting[language](name),
    before: [isMany ? said.introMany : said.intro],
    press: {
      button: { nl: 'Documenten bekijken', en: 'View documents' }[language],
      link: `${publicUrl}/documents${isMany ? '' : `/${aboutId}`}`,
    },
    after: [choose[language]],
  });
}

/** What is to be confirmed is told as that, whichever version it is. */
const isVersion = ({ kind, isNewVersion }: NoticeToMail): boolean => kind === 'document' && isNewVersion;

const ofDocuments: Record<
  DocumentNoticeKind | 'document-version',
  Record<Language, Record<'subject' | 'subjectMany' | 'intro' | 'introMany', string>>
> = {
  document: {
    nl: {
      subject: 'Er staat een nieuw document voor u klaar',
      subjectMany: 'Er staan nieuwe documenten voor u klaar',
      intro: 'In het urenportaal staat een nieuw document voor u klaar.',
      introMany: 'In het urenportaal staan nieuwe documenten voor u klaar.',
    },
    en: {
      subject: 'There is a new document for you',
      subjectMany: 'There are new documents for you',
      intro: 'A new document is waiting for you in the hours portal.',
      introMany: 'New documents are waiting for you in the hours portal.',
    },
  },
  'document-version': {
    nl: {
      subject: 'Er staat een nieuwe versie van een document voor u klaar',
      subjectMany: 'Er staan nieuwe versies van documenten voor u klaar',
      intro: 'In het urenportaal staat een nieuwe versie van een document voor u klaar.',
      introMany: 'In het urenportaal staan nieuwe versies van documenten voor u klaar.',
    },
    en: {
      subject: 'There is a new version of a document for you',
      subjectMany: 'There are new versions of documents for you',
      intro: 'A new version of a document is waiting for you in the hours portal.',
      introMany: 'New versions of documents are waiting for you in the hours portal.',
    },
  },
  'document-to-confirm': {
    nl: {
      subject: 'Wilt u bevestigen dat u een document gelezen hebt?',
      subjectMany: 'Wilt u bevestigen dat u enkele documenten gelezen hebt?',
      intro: 'In het urenportaal staat een document dat u moet lezen. Bevestig daar dat u het gelezen hebt.',
      introMany: 'In het urenportaal staan documenten die u moet lezen. Bevestig daar dat u ze gelezen hebt.',
    },
    en: {
      subject: 'Please confirm that you have read a document',
      subjectMany: 'Please confirm that you have read some documents',
      intro:
        'There is a document in the hours portal that you need to read. Please confirm there that you have read it.',
      introMany:
        'There are documents in the hours portal that you need to read. Please confirm there that you have read them.',
    },
  },
};

interface Words {
  /** `hours`: 'uren van week 47 van 2026', or 'uren'. */
  subject: (hours: string) => string;
  intro: (hours: string) => string;
  rest: string[];
}
const words: Record<HoursNoticeKind, Record<Language, Words>> = {
  'hours-sent-back': {
    nl: {
      subject: (hours) => `Uw ${hours} zijn teruggestuurd`,
      intro: (hours) => `Uw ${hours} zijn niet goedgekeurd, maar naar u teruggestuurd:`,
      rest: ['Pas ze aan en verstuur ze opnieuw. Dan worden ze weer beoordeeld.'],
    },
    en: {
      subject: (hours) => `Your ${hours} were sent back`,
      intro: (hours) => `Your ${hours} were not approved, but sent back to you:`,
      rest: ['Change them and send them again. They will then be reviewed once more.'],
    },
  },
  'hours-approved': {
    nl: {
      subject: (hours) => `Uw ${hours} zijn goedgekeurd`,
      intro: (hours) => `Uw ${hours} zijn goedgekeurd:`,
      rest: ['U hoeft niets te doen.'],
    },
    en: {
      subject: (hours) => `Your ${hours} were approved`,
      intro: (hours) => `Your ${hours} were approved:`,
      rest: ['There is nothing you need to do.'],
    },
  },
};

const one = { nl: (period: string) => `uren van ${period}`, en: (period: string) => `hours of ${period}` };
const many = { nl: 'uren', en: 'hours' };
const greeting = { nl: (name: string) => `Beste ${name},`, en: (name: string) => `Dear ${name},` };
const button = { nl: 'Uren bekijken', en: 'View hours' };
const choose = {
  nl: 'Wat u per e-mail hoort, kiest u in het urenportaal bij Accountinstellingen.',
  en: 'You choose what you hear by e-mail under Account settings in the hours portal.',
};

/** `Week 47 van 2026, Bakkerij Jansen, door Sanne Berg: “Maandag klopt niet.”` */
function lineOf({ period, organisationName, by, reason }: NoticeToMail, language: Language): string {
  const name = periodIn(period, language);
  const line = `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${organisationName}, ${language === 'nl' ? 'door' : 'by'} ${by}`;
  return reason ? `${line}: “${reason}”` : line;
}

/** `week 47 van 2026`, `periode 12 van 2026`, `november 2026` */
function periodIn({ type, year, number, startsOn }: NoticeToMail['period'], language: Language): string {
  if (type === 'month') return monthIn(startsOn, language);
  const names = { nl: { week: 'week', 'four-weeks': 'periode' }, en: { week: 'week', 'four-weeks': 'period' } };
  return `${names[language][type]} ${number} ${language === 'nl' ? 'van' : 'of'} ${year}`;
}

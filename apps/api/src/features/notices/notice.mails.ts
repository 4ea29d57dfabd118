import type { Language } from '@konnekt/shared/basics/actor';
import type { NoticeKind } from '@konnekt/shared/notices/notice.words';
import { layOut, type Mail, type MailSender } from '../mail/mail.layout.ts';
import type { NoticeToMail } from './notice.repository.ts';

interface NoticeMail {
  sender: MailSender;
  publicUrl: string;
  kind: NoticeKind;
  /** All that one person is told of this kind at once; at least one. */
  notices: readonly [NoticeToMail, ...NoticeToMail[]];
}

/** The mail that tells one person of one kind of things, in their language. */
export function noticeMail({ sender, publicUrl, kind, notices }: NoticeMail): Mail {
  const [first, ...more] = notices;
  const { language } = first;
  const { subject, intro, rest } = words[kind][language];
  const hours = more.length > 0 ? many[language] : one[language](periodIn(first.period, language));
  const path = more.length > 0 ? '/hours/history' : `/timesheets/${first.worksheetId}`;
  return layOut(language, sender, {
    subject: subject(hours),
    greeting: greeting[language](first.name),
    before: [intro(hours), ...notices.map((notice) => lineOf(notice, language))],
    press: { button: button[language], link: `${publicUrl}${path}` },
    after: [...rest, choose[language]],
  });
}

interface Words {
  /** `hours`: 'uren van week 47 van 2026', or 'uren'. */
  subject: (hours: string) => string;
  intro: (hours: string) => string;
  rest: string[];
}
const words: Record<NoticeKind, Record<Language, Words>> = {
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
  if (type === 'month') {
    const month = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return month.format(new Date(`${startsOn}T12:00:00Z`));
  }
  const names = { nl: { week: 'week', 'four-weeks': 'periode' }, en: { week: 'week', 'four-weeks': 'period' } };
  return `${names[language][type]} ${number} ${language === 'nl' ? 'van' : 'of'} ${year}`;
}

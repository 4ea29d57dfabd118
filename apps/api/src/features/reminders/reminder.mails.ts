import type { Language } from '@konnekt/shared/basics/actor';
import { formatClock } from '@konnekt/shared/basics/minutes';
import type { NextDeadline } from '@konnekt/shared/periods/deadline';
import type { ReminderRound } from '@konnekt/shared/reminders/reminder.words';
import { weekdayIn } from '../mail/mail.days.ts';
import { layOut, type Mail, type MailSender } from '../mail/mail.layout.ts';
import type { Recipient } from './reminder.repository.ts';

interface Reminder {
  sender: MailSender;
  publicUrl: string;
  round: ReminderRound;
  to: Pick<Recipient, 'language' | 'name' | 'count'>;
  /** What is open at each client, and until when that client approves. */
  clients: readonly { organisationName: string; count: number; deadline: NextDeadline }[];
  /** The first of these deadlines, or the agency's. */
  deadline: NextDeadline;
  /** Said in place of the usual sentence, in the reader's language. */
  text: string | null;
  /** What still blocks the run: for the office. */
  waiting: { toFill: number; toApprove: number; toFinalise: number };
  /** Opens just these worksheets, for this person. */
  link?: string | undefined;
}

/** One mail to one person with all that is asked of them, in their language. */
export function reminderMail({ sender, publicUrl, round, to, clients, deadline, text, waiting, link }: Reminder): Mail {
  const { language, count } = to;
  const by = untilIn(deadline, language);
  const { subject, usual, button, path } = words[round][language];
  const differs = new Set(clients.map((client) => client.deadline.endsAt)).size > 1;
  const ofClients = clients.map((client) => {
    const open = `${client.organisationName}: ${client.count}`;
    return differs ? `${open}, ${before[language]} ${untilIn(client.deadline, language)}` : open;
  });
  return layOut(language, sender, {
    subject: subject(count, by),
    greeting: greeting[language](to.name),
    before: [text ?? usual(count, by), round === 'office' ? counts[language](waiting) : ofClients],
    press: { button, link: link ?? `${publicUrl}${path}` },
    after: [...(link ? [ownLink[language]] : []), choose[language]],
  });
}

interface Words {
  subject: (count: number, by: string) => string;
  usual: (count: number, by: string) => string;
  button: string;
  path: string;
}
const worksheets = {
  nl: (n: number) => (n === 1 ? '1 urenbriefje' : `${n} urenbriefjes`),
  en: (n: number) => (n === 1 ? '1 worksheet' : `${n} worksheets`),
};
const words: Record<ReminderRound, Record<Language, Words>> = {
  employees: {
    nl: {
      subject: (_, by) => `Uw uren zijn nog niet verstuurd: graag voor ${by}`,
      usual: (count, by) =>
        `U hebt nog ${worksheets.nl(count)} te versturen. Wat voor ${by} is goedgekeurd, wordt op tijd uitbetaald.`,
      button: 'Uren invullen en versturen',
      path: '/',
    },
    en: {
      subject: (_, by) => `Your hours have not been sent: please send them before ${by}`,
      usual: (count, by) =>
        `You still have ${worksheets.en(count)} to send. Hours that are approved before ${by} are paid on time.`,
      button: 'Fill in and send hours',
      path: '/',
    },
  },
  supervisors: {
    nl: {
      subject: (count, by) => `Uren goedkeuren: ${worksheets.nl(count)} voor ${by}`,
      usual: (count, by) =>
        `Er ${count === 1 ? 'wacht' : 'wachten'} ${worksheets.nl(count)} op uw goedkeuring. Wat u voor ${by} goedkeurt, wordt op tijd uitbetaald.`,
      button: 'Uren goedkeuren',
      path: '/timesheets/approve',
    },
    en: {
      subject: (count, by) => `Approve hours: ${worksheets.en(count)} before ${by}`,
      usual: (count, by) =>
        `${worksheets.en(count)} ${count === 1 ? 'is' : 'are'} waiting for your approval. What you approve before ${by} is paid on time.`,
      button: 'Approve hours',
      path: '/timesheets/approve',
    },
  },
  escalation: {
    nl: {
      subject: (count, by) => `Nog niet goedgekeurd: ${worksheets.nl(count)}, graag voor ${by}`,
      usual: (count, by) =>
        `${worksheets.nl(count)} ${count === 1 ? 'wacht' : 'wachten'} langer dan een dag op goedkeuring. U mag ze ook goedkeuren; dat kan tot ${by}.`,
      button: 'Uren goedkeuren',
      path: '/timesheets/approve',
    },
    en: {
      subject: (count, by) => `Not approved yet: ${worksheets.en(count)}, please before ${by}`,
      usual: (count, by) =>
        `${worksheets.en(count)} ${count === 1 ? 'has' : 'have'} been waiting for approval for more than a day. You may approve them as well, until ${by}.`,
      button: 'Approve hours',
      path: '/timesheets/approve',
    },
  },
  office: {
    nl: {
      subject: (_, by) => `Wat de verloning nog tegenhoudt (deadline ${by})`,
      usual: (_, by) => `Wat voor ${by} is goedgekeurd, gaat mee in de volgende verloning. Er wacht nog:`,
      button: 'Urenbriefjes bekijken',
      path: '/worksheets',
    },
    en: {
      subject: (_, by) => `What still blocks the payroll run (deadline ${by})`,
      usual: (_, by) => `Hours approved before ${by} are in the next payroll run. Still waiting:`,
      button: 'View worksheets',
      path: '/worksheets',
    },
  },
};

const counts = {
  nl: ({ toFill, toApprove, toFinalise }: Reminder['waiting']) => [
    `nog in te vullen of te versturen: ${toFill}`,
    `wacht op de opdrachtgever: ${toApprove}`,
    `wacht op het uitzendbureau: ${toFinalise}`,
  ],
  en: ({ toFill, toApprove, toFinalise }: Reminder['waiting']) => [
    `still to be filled in or sent: ${toFill}`,
    `waiting for the client: ${toApprove}`,
    `waiting for the agency: ${toFinalise}`,
  ],
};
const before = { nl: 'voor', en: 'before' };
const greeting = { nl: (name: string) => `Beste ${name},`, en: (name: string) => `Dear ${name},` };
const ownLink = {
  nl: 'De link is alleen voor u bestemd: stuur hem niet door. Hij werkt ten hoogste drie dagen.',
  en: 'The link is for you alone: do not forward it. It works for three days at most.',
};
const choose = {
  nl: 'Welke herinneringen u krijgt, kiest u in het urenportaal bij Accountinstellingen.',
  en: 'You choose which reminders you get under Account settings in the hours portal.',
};

/** `maandag 23 november om 12:00`, or the end of that day. */
function untilIn({ approveBy, approveByMinutes }: NextDeadline, language: Language): string {
  const day = weekdayIn(approveBy, language);
  if (approveByMinutes >= 24 * 60) return language === 'nl' ? `het eind van ${day}` : `the end of ${day}`;
  const time = formatClock(approveByMinutes).padStart(5, '0');
  return language === 'nl' ? `${day} om ${time}` : `${day} at ${time}`;
}

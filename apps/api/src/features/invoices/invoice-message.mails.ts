import type { Language } from '@konnekt/shared/basics/actor';
import { layOut, type Mail, type MailSender } from '#api/features/mail/mail.layout';

interface Told {
  sender: MailSender;
  publicUrl: string;
  language: Language;
  /** None where it goes to the office as a whole. */
  name: string | null;
  by: string;
  organisationName: string;
  invoice: { id: string; number: string };
  body: string;
}

/** Tells the office of a question about an invoice, or who asked of the answer: in the words of who wrote it. */
export function messageMail(kind: 'question' | 'answer', told: Told): Mail {
  const { sender, publicUrl, language, name, by, organisationName, invoice, body } = told;
  const said = words[language];
  return layOut(language, sender, {
    subject: said[kind](invoice.number, organisationName),
    greeting: said.greeting(name),
    before: [said.wrote(by, organisationName, invoice.number), `“${body}”`],
    press: { button: said.button, link: `${publicUrl}/finance/invoices/${invoice.id}` },
    after: [],
  });
}

const words = {
  nl: {
    question: (number: string, organisation: string) => `Vraag over factuur ${number} (${organisation})`,
    answer: (number: string) => `Antwoord op uw vraag over factuur ${number}`,
    greeting: (name: string | null) => (name ? `Beste ${name},` : 'Beste collega,'),
    wrote: (by: string, organisation: string, number: string) =>
      `${by} schreef over factuur ${number} van ${organisation}:`,
    button: 'Factuur bekijken',
  },
  en: {
    question: (number: string, organisation: string) => `Question about invoice ${number} (${organisation})`,
    answer: (number: string) => `Answer to your question about invoice ${number}`,
    greeting: (name: string | null) => (name ? `Dear ${name},` : 'Dear colleague,'),
    wrote: (by: string, organisation: string, number: string) =>
      `${by} wrote about invoice ${number} of ${organisation}:`,
    button: 'View invoice',
  },
} as const;

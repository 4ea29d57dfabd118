import type { Language } from '@konnekt/shared/basics/actor';
import { layOut, type Mail, type MailSender } from './mail.layout.ts';

/** To whoever wants to see that mail of the portal arrives. */
export function testMail(language: Language, { sender, name }: { sender: MailSender; name: string }): Mail {
  return layOut(language, sender, words[language](sender.name, name));
}

const words = {
  nl: (agency: string, name: string) => ({
    subject: `Testbericht van het urenportaal van ${agency}`,
    greeting: `Beste ${name},`,
    before: ['E-mail van het urenportaal komt bij u aan. Uitnodigingen en herinneringen gaan dus ook de deur uit.'],
    after: ['U hoeft niets te doen.'],
  }),
  en: (agency: string, name: string) => ({
    subject: `Test message from the hours portal of ${agency}`,
    greeting: `Dear ${name},`,
    before: ['E-mail from the hours portal reaches you. So invitations and reminders leave as well.'],
    after: ['You need not do anything.'],
  }),
};

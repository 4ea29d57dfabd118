import type { Language } from '@konnekt/shared/basics/actor';
import { layOut, type Mail, type MailSender } from '../mail/mail.layout.ts';

interface Note {
  sender: MailSender;
  name: string;
  language: Language;
  /** The address it goes to. */
  email: string;
}

/** Tells of a change of an account to who may not know of it. Without a link: who is alarmed calls, or goes there as always. */
export function noteMail(kind: 'address-changed' | 'password-changed', note: Note): Mail {
  const { language, sender } = note;
  const words = kind === 'address-changed' ? addressChanged : passwordChanged;
  return layOut(language, sender, words[language](note));
}

const addressChanged = {
  nl: ({ sender, name, email }: Note) => ({
    subject: `Uw e-mailadres in het urenportaal van ${sender.name} is gewijzigd`,
    greeting: `Beste ${name},`,
    before: [
      `${sender.name} heeft het e-mailadres van uw account in het urenportaal gewijzigd. Met ${email} kunt u niet meer inloggen, en u krijgt er geen e-mail meer van het portaal. Op al uw apparaten bent u uitgelogd.`,
    ],
    after: [
      'Weet u hiervan? Dan hoeft u niets te doen.',
      'Weet u hier niet van? Neem dan meteen contact met ons op: zo voorkomt u dat een ander in uw naam inlogt.',
    ],
  }),
  en: ({ sender, name, email }: Note) => ({
    subject: `Your e-mail address in the hours portal of ${sender.name} was changed`,
    greeting: `Dear ${name},`,
    before: [
      `${sender.name} has changed the e-mail address of your account in the hours portal. You can no longer log in with ${email}, and get no more mail from the portal there. On all your devices you are logged out.`,
    ],
    after: [
      'Do you know of this? Then you need not do anything.',
      'Do you not know of this? Then contact us at once, so that nobody else logs in in your name.',
    ],
  }),
};

const passwordChanged = {
  nl: ({ sender, name }: Note) => ({
    subject: `Uw wachtwoord voor het urenportaal van ${sender.name} is gewijzigd`,
    greeting: `Beste ${name},`,
    before: ['Uw account in het urenportaal heeft een nieuw wachtwoord. Op al uw andere apparaten bent u uitgelogd.'],
    after: [
      'Hebt u dit zelf gedaan? Dan is het goed.',
      'Hebt u dit niet gedaan? Kies dan op de inlogpagina ‘Wachtwoord vergeten’ en neem meteen contact met ons op.',
    ],
  }),
  en: ({ sender, name }: Note) => ({
    subject: `Your password for the hours portal of ${sender.name} was changed`,
    greeting: `Dear ${name},`,
    before: ['Your account in the hours portal has a new password. On all your other devices you are logged out.'],
    after: [
      'Did you do this yourself? Then all is well.',
      'Did you not do this? Then choose ‘Forgot password’ on the log-in page and contact us at once.',
    ],
  }),
};

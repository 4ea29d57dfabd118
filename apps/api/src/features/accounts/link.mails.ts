import type { LinkPurpose } from '@konnekt/shared/accounts/link.rules';
import type { Language, Role } from '@konnekt/shared/basics/actor';
import { momentIn } from '../mail/mail.days.ts';
import { layOut, type Mail, type MailSender } from '../mail/mail.layout.ts';

interface LinkMail {
  sender: MailSender;
  /** Who it is for. */
  name: string;
  email: string;
  role: Role;
  language: Language;
  link: string;
  until: Date;
}

/** The mail with a link that activates an account or sets a new password, in the language of the account. */
export function linkMail(purpose: LinkPurpose, mail: LinkMail): Mail {
  const words = purpose === 'activation' ? invitation : newPassword;
  const { button, ...said } = words[mail.language](mail);
  return layOut(mail.language, mail.sender, { ...said, press: { button, link: mail.link } });
}

const invitation = {
  nl: ({ sender, name, email, role, until }: LinkMail) => ({
    subject: `Uitnodiging voor het urenportaal van ${sender.name}`,
    greeting: `Beste ${name},`,
    before: [
      `${sender.name} heeft een account voor u gemaakt in het urenportaal. ${purposeNl[role]}`,
      'Activeer uw account en kies zelf een wachtwoord.',
    ],
    button: 'Account activeren',
    after: [
      `De link werkt één keer, tot ${momentIn(until, 'nl')}. Is het later? Kies op de inlogpagina ‘Wachtwoord vergeten’: dan krijgt u een nieuwe link.`,
      `Daarna logt u in met ${email}.`,
    ],
  }),
  en: ({ sender, name, email, role, until }: LinkMail) => ({
    subject: `Invitation to the hours portal of ${sender.name}`,
    greeting: `Dear ${name},`,
    before: [
      `${sender.name} has made an account for you in the hours portal. ${purposeEn[role]}`,
      'Activate your account and choose your own password.',
    ],
    button: 'Activate account',
    after: [
      `The link works once, until ${momentIn(until, 'en')}. Is it later? Choose ‘Forgot password’ on the log-in page to get a new link.`,
      `After that you log in with ${email}.`,
    ],
  }),
};

const newPassword = {
  nl: ({ sender, name, until }: LinkMail) => ({
    subject: `Nieuw wachtwoord voor het urenportaal van ${sender.name}`,
    greeting: `Beste ${name},`,
    before: ['Voor uw account in het urenportaal is een nieuw wachtwoord aangevraagd. Met deze link stelt u het in.'],
    button: 'Nieuw wachtwoord instellen',
    after: [
      `De link werkt één keer, tot ${momentIn(until, 'nl')}.`,
      'Hebt u dit niet aangevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
    ],
  }),
  en: ({ sender, name, until }: LinkMail) => ({
    subject: `New password for the hours portal of ${sender.name}`,
    greeting: `Dear ${name},`,
    before: ['A new password was asked for your account in the hours portal. With this link you set it.'],
    button: 'Set a new password',
    after: [
      `The link works once, until ${momentIn(until, 'en')}.`,
      'Did you not ask for this? Then you need not do anything: your password stays as it is.',
    ],
  }),
};

/** The mail to somebody who has an account, and whom a supervisor asks to supervise with them. */
export function offerMail(mail: OfferMail): Mail {
  const { button, ...said } = offer[mail.language](mail);
  return layOut(mail.language, mail.sender, { ...said, press: { button, link: mail.link } });
}
type OfferMail = Omit<LinkMail, 'until'> & {
  /** Who invites. */
  by: string;
};

const offer = {
  nl: ({ sender, name, by, role }: OfferMail) => ({
    subject: `Uitnodiging om mee te werken in het urenportaal van ${sender.name}`,
    greeting: `Beste ${name},`,
    before: [
      `${by} nodigt u uit om als supervisor mee te werken in het urenportaal.`,
      role === 'supervisor'
        ? 'U hebt al een account. Log in en kies bij Collega’s of u de uitnodiging aanneemt.'
        : 'U hebt al een account, maar niet als supervisor. Neem contact op met de helpdesk als u dit wilt.',
    ],
    button: 'Naar het urenportaal',
    after: ['Doet u niets, dan verandert er niets. Wie u uitnodigt, ziet niet dat u al een account hebt.'],
  }),
  en: ({ sender, name, by, role }: OfferMail) => ({
    subject: `Invitation to work along in the hours portal of ${sender.name}`,
    greeting: `Dear ${name},`,
    before: [
      `${by} invites you to work along as a supervisor in the hours portal.`,
      role === 'supervisor'
        ? 'You have an account already. Log in, and choose under Colleagues whether you accept.'
        : 'You have an account already, but not as a supervisor. Contact the help desk if you would like this.',
    ],
    button: 'To the hours portal',
    after: ['If you do nothing, nothing changes. Who invites you does not see that you have an account already.'],
  }),
};

const purposeNl: Record<Role, string> = {
  employee: 'Daarin vult u uw uren in en ziet u wat ermee gebeurt.',
  supervisor: 'Daarin keurt u uren goed of registreert u ze.',
  staff: 'Daarin werkt u voor de binnendienst.',
  admin: 'Daarin werkt u voor de binnendienst en beheert u instellingen en gebruikers.',
};
const purposeEn: Record<Role, string> = {
  employee: 'There you fill in your hours and see what becomes of them.',
  supervisor: 'There you approve hours or register them.',
  staff: 'There you work for the back office.',
  admin: 'There you work for the back office and manage settings and users.',
};

import type { texts as en } from '../en/mail.ts';

export const texts: typeof en = {
  title: 'E-mail',
  lead: 'In deze demo wordt niets verstuurd: wat mensen zouden krijgen, leest u hier.',
  table: 'E-mails',
  to: 'Aan {{address}}',
  emptyTitle: 'Nog geen e-mail',
  emptyText: 'Nodig iemand uit, of vraag op de inlogpagina een nieuw wachtwoord aan.',
  gone: 'De tekst van deze e-mail wordt niet meer bewaard.',
  refresh: 'Nieuwe e-mail ophalen',
  toLogIn: 'Naar inloggen',
};

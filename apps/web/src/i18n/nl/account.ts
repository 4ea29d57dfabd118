import type { texts as en } from '../en/account.ts';

export const texts: typeof en = {
  title: 'Accountinstellingen',
  intro: 'Ingelogd als {{name}} ({{email}}).',
  password: {
    title: 'Wachtwoord wijzigen',
    current: 'Huidig wachtwoord',
    next: 'Nieuw wachtwoord',
    nextHint: 'Minstens {{count}} tekens. Een korte zin is makkelijk te onthouden en moeilijk te raden.',
    repeat: 'Nieuw wachtwoord nogmaals',
    submit: 'Wachtwoord wijzigen',
    done: 'Uw wachtwoord is gewijzigd. Op uw andere apparaten bent u uitgelogd.',
    show: 'Wachtwoord tonen of verbergen',
    missing: 'Vul dit in.',
    tooShort: 'Gebruik minstens {{count}} tekens.',
    tooLong: 'Gebruik hoogstens {{count}} tekens.',
    guessable: 'Dit is te makkelijk te raden. Kies een langere zin, of woorden die niets met u te maken hebben.',
    notTheSame: 'De twee nieuwe wachtwoorden zijn verschillend.',
  },
  language: { title: 'Taal', text: 'Ook voor de e-mail die u krijgt.' },
  notices: {
    title: 'Meldingen',
    onScreen: 'Op het scherm',
    byMail: 'Per e-mail',
    daily: {
      label: 'E-mail over meldingen',
      hint: 'Herinneringen komen altijd op hun eigen tijd.',
      no: 'Meteen als er iets gebeurt',
      yes: 'Eén keer per dag, om {{hour}}',
    },
    kind: {
      'hours-sent-back': 'Als uw uren zijn teruggestuurd',
      'hours-approved': 'Als uw uren zijn goedgekeurd',
      message: 'Als er een bericht voor u is',
      'message-office': 'Als iemand het bureau schrijft',
      'invoice-new': 'Als er een nieuwe factuur is',
      'reminder-hours': 'Herinnering om uw uren te versturen',
      'reminder-approve': 'Herinnering om uren goed te keuren',
      'reminder-office': 'Wat de verloning nog tegenhoudt',
    },
  },
  scheme: { title: 'Weergave', text: 'Wordt op dit apparaat bewaard.' },
};

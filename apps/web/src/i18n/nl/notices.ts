import type { texts as en } from '../en/notices.ts';

export const texts: typeof en = {
  title: 'Meldingen',
  titleUnread_one: 'Meldingen, {{count}} nieuwe',
  titleUnread_other: 'Meldingen, {{count}} nieuwe',
  none: 'U hebt geen meldingen.',
  new: 'Nieuw:',
  readAll: 'Alles als gelezen markeren',
  by: '{{name}}, {{at}}',
  all: 'Alle meldingen',
  lead: 'Wat er voor u gebeurd is. Wat u hoort, en waar, kiest u zelf.',
  choose: 'Kiezen wat u hoort',
  view: { label: 'Welke meldingen', all: 'Alles', unread: 'Nieuw' },
  noneNew: 'U hebt alles gelezen.',
  newVersion: 'Nieuwe versie van een document: {{title}}',
  kind: {
    'hours-sent-back': 'Uw uren van {{period}} zijn teruggestuurd',
    'hours-approved': 'Uw uren van {{period}} zijn goedgekeurd',
    message: 'Nieuw bericht: {{title}}',
    'invoice-new': 'Factuur {{title}} staat klaar',
    'reminder-hours': 'Herinnering: verstuur uw uren',
    'reminder-approve': 'Herinnering: er staan uren klaar om goed te keuren',
    'reminder-office': 'Herinnering: bekijk wat de verloning nog tegenhoudt',
    'message-office': 'Nieuw bericht: {{title}}',
    document: 'Nieuw document: {{title}}',
    'document-to-confirm': 'Bevestig dat u dit gelezen hebt: {{title}}',
  },
};

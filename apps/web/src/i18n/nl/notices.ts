import type { texts as en } from '../en/notices.ts';

export const texts: typeof en = {
  title: 'Meldingen',
  titleUnread_one: 'Meldingen, {{count}} nieuwe',
  titleUnread_other: 'Meldingen, {{count}} nieuwe',
  none: 'U hebt geen meldingen.',
  new: 'Nieuw:',
  readAll: 'Alles als gelezen markeren',
  by: '{{name}}, {{at}}',
  kind: {
    'hours-sent-back': 'Uw uren van {{period}} zijn teruggestuurd',
    'hours-approved': 'Uw uren van {{period}} zijn goedgekeurd',
    message: 'Nieuw bericht: {{title}}',
    'message-office': 'Nieuw bericht: {{title}}',
  },
};

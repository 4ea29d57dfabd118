import type { NoticeKind } from '@konnekt/shared/notices/notice.words';

export const texts = {
  title: 'Account settings',
  intro: 'Logged in as {{name}} ({{email}}).',
  password: {
    title: 'Change password',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least {{count}} characters. A short sentence is easy to remember and hard to guess.',
    repeat: 'New password again',
    submit: 'Change password',
    done: 'Your password has been changed. You have been logged out on your other devices.',
    show: 'Show or hide the password',
    missing: 'Fill this in.',
    tooShort: 'Use at least {{count}} characters.',
    tooLong: 'Use at most {{count}} characters.',
    guessable: 'This is too easy to guess. Choose a longer sentence, or words that have nothing to do with you.',
    notTheSame: 'The two new passwords are not the same.',
  },
  language: { title: 'Language', text: 'Also used for the e-mail you receive.' },
  notices: {
    title: 'Notices',
    onScreen: 'On screen',
    byMail: 'By e-mail',
    daily: {
      label: 'E-mail about notices',
      hint: 'Reminders always come at their own time.',
      no: 'As soon as something happens',
      yes: 'Once a day, at {{hour}}',
    },
    kind: {
      'hours-sent-back': 'When your hours are sent back',
      'hours-approved': 'When your hours are approved',
      message: 'When there is a message for you',
      'message-office': 'When somebody writes to the agency',
      'invoice-new': 'When there is a new invoice',
      'reminder-hours': 'Reminder to send your hours',
      'reminder-approve': 'Reminder to approve hours',
      'reminder-office': 'What still blocks the payroll run',
    } satisfies Record<NoticeKind, string>,
  },
  scheme: { title: 'Appearance', text: 'Kept on this device.' },
};

import type { NoticeKind } from '@konnekt/shared/notices/notice.words';

export const texts = {
  title: 'Notices',
  titleUnread_one: 'Notices, {{count}} new',
  titleUnread_other: 'Notices, {{count}} new',
  none: 'You have no notices.',
  new: 'New:',
  readAll: 'Mark all as read',
  by: '{{name}}, {{at}}',
  all: 'All notices',
  lead: 'What happened that concerns you. You choose what you hear, and where.',
  choose: 'Choose what you hear',
  view: { label: 'Which notices', all: 'All', unread: 'New' },
  noneNew: 'You have read everything.',
  newVersion: 'New version of a document: {{title}}',
  kind: {
    'hours-sent-back': 'Your hours of {{period}} were sent back',
    'hours-approved': 'Your hours of {{period}} were approved',
    message: 'New message: {{title}}',
    'invoice-new': 'Invoice {{title}} is ready',
    'reminder-hours': 'Reminder: send your hours',
    'reminder-approve': 'Reminder: there are hours to approve',
    'reminder-office': 'Reminder: see what still blocks the payroll run',
    'message-office': 'New message: {{title}}',
    document: 'New document: {{title}}',
    'document-to-confirm': 'Please confirm that you have read: {{title}}',
  } satisfies Record<NoticeKind, string>,
};

import type { NoticeKind } from '@konnekt/shared/notices/notice.words';

export const texts = {
  title: 'Notices',
  titleUnread_one: 'Notices, {{count}} new',
  titleUnread_other: 'Notices, {{count}} new',
  none: 'You have no notices.',
  new: 'New:',
  readAll: 'Mark all as read',
  by: '{{name}}, {{at}}',
  kind: {
    'hours-sent-back': 'Your hours of {{period}} were sent back',
    'hours-approved': 'Your hours of {{period}} were approved',
    message: 'New message: {{title}}',
    'message-office': 'New message: {{title}}',
  } satisfies Record<NoticeKind, string>,
};

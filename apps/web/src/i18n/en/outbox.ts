import type { WorkName } from '@konnekt/shared/background/background.words';
import type { TryAgainRefusal } from '@konnekt/shared/mail/mail.words';
import { mailWords } from '@konnekt/shared/mail/mail.words.en';

const notAgain: Record<TryAgainRefusal, string> = {
  sent: 'This e-mail has already been sent.',
  replaced: 'Not sent again: its link no longer works. Send a new invitation or link.',
  over: 'Not sent again: it is too old. Send a new invitation or link.',
  'being-sent': 'This e-mail is being sent right now.',
  'not-found': 'This e-mail no longer exists.',
};

const work: Record<WorkName, string> = {
  import: 'Import',
  link: 'Link for a new password',
  'colleague-invitation': 'Colleague’s invitation',
  refusal: 'Note in the audit log',
  mail: 'Sending e-mail',
  notices: 'E-mail about notices',
  reminders: 'Reminders',
  'invoice-mails': 'Mailing invoices',
  'invoice-reminders': 'Invoice reminders',
  'data-check': 'Check of all data',
  'nightly-check': 'Check of the night',
  'clean-up': 'Daily clean-up',
  documents: 'Telling of documents',
  files: 'Clearing away files',
  'files-left': 'Looking for files that nobody has',
};

export const texts = {
  title: 'Outgoing e-mail',
  lead: 'What the portal sends and what became of it. An e-mail that fails is tried again automatically.',
  leadDemo: 'Nothing is mailed in this demo: read under Mail what people would receive.',
  table: 'E-mails',
  searchHint: 'Name, address, …',
  allStates: 'All statuses',
  emptyTitle: 'No e-mails',
  emptyText: 'Nothing has been sent yet.',
  said: 'The server said: {{text}}',
  column: {
    to: 'To',
    kind: 'E-mail',
    at: 'Written',
    state: 'Status',
    tries: 'Tries',
    next: 'Next try',
    again: 'Try again',
  },
  ...mailWords,
  again: {
    one: 'Try again',
    oneTo: 'Try the e-mail to {{address}} again',
    all: 'Try all failed e-mails again',
    none: 'There are no failed e-mails that can be sent again.',
    done_one: '{{number}} e-mail will be tried again.',
    done_other: '{{number}} e-mails will be tried again.',
  },
  failures: {
    title: 'What went wrong recently',
    lead: 'Imports and other work of the portal that failed, kept for ninety days.',
    none: 'Nothing went wrong.',
    work: 'Work',
    at: 'When',
    error: 'Message in the server log',
  },
  notAgain,
  work,
};

import type { WorkName } from '@konnekt/shared/background/background.words';
import type { MailFailure, MailState, TryAgainRefusal } from '@konnekt/shared/mail/mail.words';

const state: Record<MailState, string> = {
  waiting: 'Waiting',
  failed: 'Failed, will be tried again',
  'given-up': 'Given up',
  sent: 'Sent',
  replaced: 'Replaced',
};

const failure: Record<MailFailure, string> = {
  'unknown-host': 'The name of the mail server is not known.',
  unreachable: 'The mail server cannot be reached.',
  'timed-out': 'The mail server does not answer.',
  'certificate-expired': 'The certificate of the mail server has expired.',
  'certificate-untrusted': 'The certificate of the mail server is not trusted.',
  'no-encryption': 'No secure connection to the mail server could be made.',
  'wrong-password': 'The mail server refuses the user or the password of the portal.',
  'address-refused': 'The mail server refuses this address: it may not exist.',
  'sender-refused': 'The mail server refuses the sender of the agency’s e-mail.',
  'refused-for-now': 'The mail server does not accept it for now.',
  'message-refused': 'The mail server refuses this message.',
  'hung-up': 'The connection to the mail server was lost.',
  expired: 'It could not be sent before its link expired.',
  replaced: 'A newer link took its place.',
  other: 'It could not be sent.',
};

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
  'invoice-reminders': 'Reminders of invoices',
  'data-check': 'Check of all data',
  'nightly-check': 'Check of the night',
  'clean-up': 'Daily clean-up',
};

export const texts = {
  title: 'Outgoing e-mail',
  lead: 'What the portal sends and what became of it. An e-mail that fails is tried again automatically.',
  leadDemo: 'Nothing is mailed in this demo: read under Mail what people would receive.',
  table: 'E-mails',
  searchHint: 'Name, address, …',
  allStates: 'All states',
  emptyTitle: 'No e-mails',
  emptyText: 'Nothing has been sent yet.',
  said: 'The server said: {{text}}',
  sentAt: 'Sent {{at}}',
  column: {
    to: 'To',
    kind: 'E-mail',
    at: 'Written',
    state: 'State',
    tries: 'Tries',
    next: 'Next try',
    again: 'Try again',
  },
  kind: {
    activation: 'Invitation',
    'new-password': 'New password',
    'colleague-invitation': 'Offer of rights',
    'address-changed': 'Address changed',
    'password-changed': 'Password changed',
    'hours-sent-back': 'Hours sent back',
    'hours-approved': 'Hours approved',
    'reminder-hours': 'Reminder to send hours',
    'reminder-approve': 'Reminder to approve hours',
    'reminder-escalation': 'Reminder to whoever may also approve',
    'reminder-office': 'What blocks the payroll run',
    invoice: 'Invoice',
    'invoice-reminder': 'Reminder of an invoice',
  },
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
  state,
  failure,
  notAgain,
  work,
};

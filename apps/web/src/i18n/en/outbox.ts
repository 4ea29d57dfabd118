import type { WorkName } from '@konnekt/shared/background/background.words';
import type { MailFailure, MailState, TryAgainRefusal } from '@konnekt/shared/mail/mail.words';

const state: Record<MailState, string> = {
  waiting: 'Waiting',
  failed: 'Failed, tried again',
  'given-up': 'Given up',
  sent: 'Sent',
  replaced: 'Replaced',
};

const failure: Record<MailFailure, string> = {
  'unknown-host': 'The name of the mail server is not known.',
  unreachable: 'The mail server cannot be reached.',
  'timed-out': 'The mail server does not answer.',
  'certificate-expired': 'The certificate of the mail server has expired.',
  'certificate-untrusted': 'The certificate of the mail server is not to be trusted.',
  'no-encryption': 'No safe connection with the mail server could be made.',
  'wrong-password': 'The mail server refuses the user or the password of the portal.',
  'address-refused': 'The mail server refuses this address: it may not exist.',
  'sender-refused': 'The mail server refuses the sender of the agency’s e-mail.',
  'refused-for-now': 'The mail server does not take it now.',
  'message-refused': 'The mail server refuses this message.',
  'hung-up': 'The connection with the mail server broke.',
  expired: 'It could not be sent before its link was over.',
  replaced: 'A newer link took its place.',
  other: 'It could not be sent.',
};

const notAgain: Record<TryAgainRefusal, string> = {
  sent: 'This e-mail was sent already.',
  replaced: 'Not sent again: its link does not work any more. Send a new invitation or link.',
  over: 'Not sent again: it is too old. Send a new invitation or link.',
  'being-sent': 'This e-mail is being sent right now.',
  'not-found': 'This e-mail is not there any more.',
};

const work: Record<WorkName, string> = {
  import: 'Import',
  'import-watch': 'Looking after imports',
  link: 'Link for a new password',
  'colleague-invitation': 'Invitation of a colleague',
  refusal: 'Note in the audit log',
  mail: 'Sending e-mail',
  'clean-up': 'Daily clean-up',
};

export const texts = {
  title: 'Outgoing e-mail',
  lead: 'What the portal mails, and what becomes of it. An e-mail that cannot go is tried again by itself.',
  leadDemo: 'In this demo nothing is mailed: what people would get is read under Mail.',
  table: 'E-mails',
  searchHint: 'Name, address, …',
  allStates: 'All states',
  emptyTitle: 'No e-mails',
  emptyText: 'Nothing was mailed yet.',
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
  },
  again: {
    one: 'Try again',
    oneTo: 'Try the e-mail to {{address}} again',
    all: 'Try all failed again',
    none: 'There is no failed e-mail that can be sent again.',
    done_one: '{{number}} e-mail is tried again.',
    done_other: '{{number}} e-mails are tried again.',
  },
  failures: {
    title: 'What went wrong lately',
    lead: 'Imports and other work of the portal that failed, kept for ninety days.',
    none: 'Nothing went wrong.',
    work: 'Work',
    at: 'When',
    error: 'As the server’s log has it',
  },
  state,
  failure,
  notAgain,
  work,
};

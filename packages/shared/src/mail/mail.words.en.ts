import type { MailFailure, MailState, mailKinds } from './mail.words.ts';

const kind: Record<(typeof mailKinds)[number], string> = {
  activation: 'Invitation',
  'new-password': 'New password',
  'colleague-invitation': 'Offer of rights',
  'address-changed': 'Address changed',
  'password-changed': 'Password changed',
  test: 'Test message',
  'hours-sent-back': 'Hours sent back',
  'invoice-new': 'New invoice (notice)',
  'notices-of-the-day': 'Notices of the day',
  'hours-approved': 'Hours approved',
  message: 'New message',
  'message-office': 'New message to the agency',
  document: 'New document',
  'document-to-confirm': 'Document to confirm',
  'reminder-hours': 'Reminder to send hours',
  'reminder-approve': 'Reminder to approve hours',
  'reminder-escalation': 'Reminder to whoever may also approve',
  'reminder-office': 'What blocks the payroll run',
  invoice: 'Invoice',
  'invoice-reminder': 'Reminder of an invoice',
};

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

/** The outbox in words, on screen and in its file. */
export const mailWords = { kind, state, failure };

import { newsKinds } from '../notices/notice.words.ts';
import { reminderMails } from '../reminders/reminder.words.ts';

/**
 * How far a mail is: it waits for its first try; a try failed and another follows; it was given up; it went; or it will not go, for
 * a newer link took its place.
 */
export const mailStates = ['waiting', 'failed', 'given-up', 'sent', 'replaced'] as const;
export type MailState = (typeof mailStates)[number];

/** Where the mail server itself is to blame: no mail goes, and none is given up for it. */
const serverFailures = [
  'unknown-host',
  'unreachable',
  'timed-out',
  'certificate-expired',
  'certificate-untrusted',
  'no-encryption',
  'wrong-password',
] as const;

/** Why a mail did not go. `other` is what nobody has a word for: the server's own words stand beside it. */
export const mailFailures = [
  ...serverFailures,
  'address-refused',
  'sender-refused',
  'refused-for-now',
  'message-refused',
  'hung-up',
  'expired',
  'replaced',
  'other',
] as const;
export type MailFailure = (typeof mailFailures)[number];

export const isServerFailure = (failure: MailFailure): boolean => serverFailures.some((known) => known === failure);

/** Why a mail is not tried again: it went, its link works no more, it is older than a link is good for, or it is on its way now. */
export const tryAgainRefusals = ['sent', 'replaced', 'over', 'being-sent', 'not-found'] as const;
export type TryAgainRefusal = (typeof tryAgainRefusals)[number];

/** What is mailed. */
export const mailKinds = [
  'activation',
  'new-password',
  'colleague-invitation',
  'address-changed',
  'password-changed',
  'test',
  ...newsKinds,
  'notices-of-the-day',
  ...Object.values(reminderMails),
  'invoice',
  'invoice-reminder',
] as const;

import { oneLine } from '@konnekt/shared/basics/typed-text';
import { isServerFailure, type MailFailure } from '@konnekt/shared/mail/mail.words';

/** Why a mail did not go. */
export interface SendError {
  failure: MailFailure;
  /** What the server said, or what stood between; one line. */
  text: string;
  /** SMTP's own number, where the server answered with one. */
  responseCode?: number;
  /** The server will never take it: the address does not exist. */
  isFinal: boolean;
  /** The server is to blame, or the way to it: no other mail goes either, and this is no try. */
  isServers: boolean;
  /** It was the server that said so. */
  isReached: boolean;
}

/** What nodemailer threw, as a word that stays the same and says what to do about it. */
export function sendErrorOf(error: unknown): SendError {
  const found = error as SmtpError;
  const { responseCode } = found;
  const failure = failureOf(found);
  return {
    failure,
    text: oneLine(found.message ?? '').slice(0, 500),
    ...(responseCode && { responseCode }),
    isFinal: ['address-refused', 'sender-refused', 'message-refused'].includes(failure),
    isServers: isServerFailure(failure),
    isReached: Boolean(responseCode),
  };
}

/** As nodemailer throws it. */
interface SmtpError extends Error {
  code?: string;
  /** Of the error behind it: of the system, or of TLS. */
  originalCode?: string;
  responseCode?: number;
  /** What was being said: 'RCPT TO'. */
  command?: string;
  syscall?: string;
  timeoutType?: string;
}

function failureOf({
  code,
  originalCode,
  command,
  syscall,
  timeoutType,
  responseCode = 0,
  message,
}: SmtpError): MailFailure {
  const cause = originalCode ?? code ?? '';
  if (code === 'EDNS' || ['ENOTFOUND', 'EAI_AGAIN'].includes(cause)) return 'unknown-host';
  if (cause === 'CERT_HAS_EXPIRED') return 'certificate-expired';
  if (isUntrusted.test(cause)) return 'certificate-untrusted';
  if (code === 'ETLS' || cause.startsWith('ERR_SSL') || cause === 'EPROTO') return 'no-encryption';
  if (code === 'EAUTH' || code === 'ENOAUTH' || [530, 534, 535].includes(responseCode)) return 'wrong-password';
  if (timeoutType === 'CONNECT_TIMEOUT' || timeoutType === 'GREETING_TIMEOUT') return 'timed-out';
  if (syscall === 'connect') return cause === 'ETIMEDOUT' ? 'timed-out' : 'unreachable';
  if (responseCode >= 500 && code === 'EENVELOPE')
    return command === 'MAIL FROM' ? 'sender-refused' : 'address-refused';
  if (responseCode >= 500 && code === 'EMESSAGE') return 'message-refused';
  if (responseCode >= 400) return 'refused-for-now';
  if (code === 'EENVELOPE') return 'address-refused';
  // It may have taken the mail by then: a try like any other.
  if (code === 'ETIMEDOUT' || code === 'ECONNECTION' || /connection closed/i.test(message)) return 'hung-up';
  return ['ECONNRESET', 'EPIPE'].includes(cause) ? 'hung-up' : 'other';
}

const isUntrusted =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_ALTNAME_INVALID|CERT_\w+)$/;

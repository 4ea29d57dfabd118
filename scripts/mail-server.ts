// The mail server of SMTP_URL, tried before anybody waits for a mail.
import type { SendError } from '../apps/api/src/features/mail/mail.failure.ts';
import { mailServerProblem } from '../apps/api/src/features/mail/mail.sender.ts';
import { type Job, step } from './job.mjs';

/** Tries the mail server, and says in one sentence what stands in the way; work goes on, for mail waits in the outbox. */
export async function tryMailServer(job: Job, smtpUrl: string): Promise<void> {
  const said = await step(job, 'Trying the mail server of SMTP_URL', () => mailServerSentence(smtpUrl));
  if (!said) return;
  job.log(`${said}\n`);
  console.warn(`\n  ${said}\n`);
}

/** What stands in the way of mail, if anything does: one sentence, without user and password. */
export async function mailServerSentence(smtpUrl: string): Promise<string | undefined> {
  const problem = await mailServerProblem(smtpUrl);
  if (!problem) return undefined;
  const reason = reasons[problem.failure] ?? 'lets no mail go';
  const { host } = new URL(smtpUrl);
  return `The mail server of SMTP_URL (${host}) ${reason} (${problem.text}): until that is put right mail waits in the outbox, and goes by itself after that.`;
}

const reasons: Partial<Record<SendError['failure'], string>> = {
  'unknown-host': 'has a name that nobody knows',
  unreachable: 'cannot be reached',
  'timed-out': 'does not answer',
  'certificate-expired': 'has a certificate that expired',
  'certificate-untrusted': 'has a certificate that is not to be trusted',
  'no-encryption': 'makes no safe connection: smtps:// is for port 465, smtp:// for others',
  'wrong-password': 'refuses the user or the password',
};

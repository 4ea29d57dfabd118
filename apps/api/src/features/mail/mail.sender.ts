import { createTransport, type Transporter } from 'nodemailer';
import type { Db } from '#api/plugins/database';
import { findDue, markFailed, markSent, markTried, readSender, takeDue, type WaitingMail } from './mail.repository.ts';

export interface MailOutbox {
  /** Sends what is due now. Returns how many were sent. */
  sendDue(): Promise<number>;
  close(): void;
}

interface OutboxOptions {
  /** smtp:// or smtps://, with user and password where the server asks for them. */
  smtpUrl: string;
  /** Ends every Message-ID: the host of the portal. */
  host: string;
  /** Where mails are read in the product itself (the demo). */
  keepsBodies?: boolean;
}

/** After so many tries over eight and a half hours it is given up. */
export const MOST_TRIES = 10;
/** 1, 2, 4, … minutes after each try that failed. */
export const waitAfter = (tries: number): number => 60 * 2 ** (tries - 1);
const AT_ONCE = 50;

/**
 * Sends the outbox by SMTP. A mail is held by a row lock while it is being sent and marked in the same transaction right after
 * the server took it, so that several processes never send one twice and a process that dies loses none. Between the server's
 * "250" and our mark lies a moment that SMTP cannot close: a mail sent again then has the same Message-ID, by which mail
 * servers and programs know a double (docs/decisions/0009-mail-outbox.md).
 */
export function mailOutbox(db: Db, { smtpUrl, host, keepsBodies = false }: OutboxOptions): MailOutbox {
  const smtp = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // What a mail holds is ours: nothing is read from files or fetched from elsewhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function sendOne(id: string): Promise<'sent' | 'refused' | 'not-reached' | 'taken'> {
    return db.transaction(null, async (tx) => {
      const mail = await takeDue(tx, id);
      if (!mail) return 'taken';
      const error = await handOver(smtp, mail, await readSender(tx), host);
      if (!error) await markSent(tx, id, keepsBodies);
      else if (error.isFinal || mail.attempts + 1 >= MOST_TRIES) await markFailed(tx, id, error.text, keepsBodies);
      else await markTried(tx, id, error.text, waitAfter(mail.attempts + 1));
      if (!error) return 'sent';
      return error.isReached ? 'refused' : 'not-reached';
    });
  }

  return {
    async sendDue() {
      let sent = 0;
      for (let due = await findDue(db, AT_ONCE); due.length > 0; due = await findDue(db, AT_ONCE)) {
        let isMoving = false;
        for (const id of due) {
          const became = await sendOne(id);
          // A server that does not answer is asked once a minute, not once a mail.
          if (became === 'not-reached') return sent;
          if (became === 'sent') sent++;
          isMoving ||= became !== 'taken';
        }
        // What is left is being sent by another process.
        if (!isMoving) break;
      }
      return sent;
    },
    close: () => smtp.close(),
  };
}

interface SendError {
  text: string;
  /** The server will never take it: the address does not exist. */
  isFinal: boolean;
  /** It was the server that said so. */
  isReached: boolean;
}

async function handOver(
  smtp: Transporter,
  mail: WaitingMail,
  sender: { name: string; mailFrom: string },
  host: string,
): Promise<SendError | undefined> {
  try {
    await smtp.sendMail({
      from: { name: sender.name, address: sender.mailFrom },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${host}>`,
      headers: { 'auto-submitted': 'auto-generated' },
    });
    return undefined;
  } catch (error) {
    const { message, code, responseCode = 0 } = error as Error & { code?: string; responseCode?: number };
    const isFinal = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
    return { text: message.slice(0, 500), isFinal, isReached: responseCode > 0 };
  }
}

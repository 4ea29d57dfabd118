import { createTransport, type Transporter } from 'nodemailer';
import type { Db, Transaction } from '#api/kit/database';
import { streamContent } from '#api/kit/file-content';
import type { Log } from '#api/kit/log';
import { type SendError, sendErrorOf } from './mail.failure.ts';
import {
  findDue,
  forgetDead,
  markFailed,
  markOver,
  markPostponed,
  markSent,
  markTried,
  readSender,
  takeDue,
  type WaitingMail,
} from './mail.repository.ts';

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
  /** What did not go is in the server's log. */
  log?: Pick<Log, 'warn' | 'error'>;
}

/** After so many refusals over eight and a half hours it is given up. A server that is not there costs none. */
export const MOST_TRIES = 10;
/** 1, 2, 4, … minutes after each try that failed. */
export const waitAfter = (tries: number): number => 60 * 2 ** (tries - 1);
const ASK_AGAIN_SECONDS = 60;
const AT_ONCE = 50;

/**
 * Sends the outbox by SMTP. A mail is held by a row lock while it is being sent and marked in the same transaction right after
 * the server took it, so that several processes never send one twice and a process that dies loses none. Between the server's
 * "250" and our mark lies a moment that SMTP cannot close: a mail sent again then has the same Message-ID, by which mail
 * servers and programs know a double (docs/decisions/0009-mail-outbox.md).
 */
export function mailOutbox(db: Db, { smtpUrl, host, keepsBodies = false, log = silent }: OutboxOptions): MailOutbox {
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
    return db.transaction(
      null,
      async (tx) => {
        const mail = await takeDue(tx, id);
        if (!mail) return 'taken';
        if (mail.isOver) {
          await markOver(tx, id, keepsBodies);
          log.error({ mail: id, failure: 'expired' }, 'mail given up: it could not be sent in time');
          return 'refused';
        }
        const error = await handOver(smtp, tx, mail, await readSender(tx), host);
        if (!error) {
          await markSent(tx, id, keepsBodies);
          return 'sent';
        }
        const { failure, responseCode, isServers } = error;
        const tries = mail.attempts + (isServers ? 0 : 1);
        const isGivenUp = !isServers && (error.isFinal || tries >= MOST_TRIES);
        // Never the server's own words: they hold addresses.
        const words = { mail: id, kind: mail.kind, failure, responseCode, tries };
        if (isServers) await markPostponed(tx, id, error, ASK_AGAIN_SECONDS);
        else if (isGivenUp) await markFailed(tx, id, error, keepsBodies);
        else await markTried(tx, id, error, waitAfter(tries));
        if (isGivenUp) log.error(words, 'mail given up');
        else log.warn(words, 'mail could not go, and is tried again');
        return isServers || !error.isReached ? 'not-reached' : 'refused';
      },
      // A mail server that is slow to answer holds it as long.
      { isLong: true },
    );
  }

  return {
    async sendDue() {
      let sent = 0;
      if (!keepsBodies) await forgetDead(db);
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

const silent = { warn: () => {}, error: () => {} };

/** Reaches for a mail server and logs in, within seconds and without sending: what stands in the way, if anything does. */
export async function mailServerProblem(smtpUrl: string): Promise<SendError | undefined> {
  const patience = 4000;
  const smtp = createTransport({
    url: smtpUrl,
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    await smtp.verify();
    return undefined;
  } catch (error) {
    return sendErrorOf(error);
  } finally {
    smtp.close();
  }
}

async function handOver(
  smtp: Transporter,
  tx: Transaction,
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
      attachments: mail.attachments.map(({ fileId, name, mediaType }) => ({
        filename: name,
        contentType: mediaType,
        content: streamContent(tx, fileId),
      })),
    });
    return undefined;
  } catch (error) {
    return sendErrorOf(error);
  }
}

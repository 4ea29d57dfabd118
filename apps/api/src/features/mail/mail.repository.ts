import type { Language } from '@konnekt/shared/basics/actor';
import { oneLine } from '@konnekt/shared/basics/typed-text';
import { type Db, newId, type Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { SendError } from './mail.failure.ts';
import type { Mail, MailSender } from './mail.layout.ts';

export type Sender = MailSender & { mailFrom: string };

/** Who mail comes from: the agency as its settings are now. */
export async function readSender(tx: Pick<Db, 'query'> | Transaction): Promise<Sender> {
  const [sender] = await tx.query<Sender>(sql`
    SELECT name, accent_colour AS "accentColour", helpdesk_phone AS "helpdeskPhone", helpdesk_email AS "helpdeskEmail",
           coalesce(mail_from, helpdesk_email) AS "mailFrom" FROM agency`);
  if (!sender) throw new Error('The agency has no settings row');
  return { ...sender, name: oneLine(sender.name), mailFrom: oneLine(sender.mailFrom) };
}

interface NewMail extends Mail {
  /** Where who writes it wants to know it by. */
  id?: string;
  kind: string;
  to: string;
  language: Language;
  /** None where it goes to nobody who logs in. */
  accountId: string | null;
  /** After that it is of no use to anybody: then it is given up. */
  goodForHours: number;
  /** Files that go along, with the names the receiver gets them by. They stay as long as the mail does. */
  attachments?: readonly { fileId: string; name: string }[];
}

/** Puts a mail into the outbox; it leaves when the transaction is done. What becomes a header is one line, whatever it was made of. */
export const queueMail = (tx: Transaction, mail: NewMail): Promise<void> => queueMails(tx, [mail]);

/** The same for many at once. */
export async function queueMails(tx: Transaction, mails: readonly NewMail[]): Promise<void> {
  const list = <T>(of: (mail: NewMail) => T) => mails.map(of);
  const files = mails.flatMap(({ attachments = [] }, at) =>
    attachments.map((file, n) => ({ ...file, mail: at + 1, number: n + 1 })),
  );
  await tx.query(sql`
    WITH asked AS MATERIALIZED (
      SELECT m.*
        FROM unnest(${list(({ id }) => id ?? newId())}::uuid[], ${list(({ kind }) => kind)}::text[], ${list(({ to }) => oneLine(to))}::text[], ${list(({ language }) => language)}::text[],
          ${list(({ subject }) => oneLine(subject))}::text[], ${list(({ text }) => text)}::text[], ${list(({ html }) => html)}::text[],
          ${list(({ accountId }) => accountId)}::uuid[], ${list(({ goodForHours }) => goodForHours)}::int[]) WITH ORDINALITY
          AS m (id, kind, address, language, subject, body_text, body_html, account_id, hours, place)
    ), queued AS (
      INSERT INTO mail (id, kind, to_address, language, subject, body_text, body_html, account_id, expires_at)
      SELECT id, kind, address, language, subject, body_text, body_html, account_id, now() + make_interval(hours => hours) FROM asked)
    INSERT INTO mail_attachment (mail_id, number, file_id, name)
    SELECT asked.id, f.number, f.file_id, f.name
      FROM unnest(${files.map(({ mail }) => mail)}::int[], ${files.map(({ number }) => number)}::int[],
        ${files.map(({ fileId }) => fileId)}::uuid[], ${files.map(({ name }) => oneLine(name))}::text[]) AS f (mail, number, file_id, name)
      JOIN asked ON asked.place = f.mail`);
}

/** Mails of these accounts with links that a newer one replaces are not sent any more. One that is being sent right now is. */
export async function dropWaiting(tx: Transaction, accountIds: string[]): Promise<void> {
  await tx.query(sql`
    UPDATE mail SET failed_at = now(), failure = 'replaced', last_error = NULL
     WHERE id IN (SELECT id FROM mail WHERE account_id = ANY(${accountIds}::uuid[]) AND kind IN ('activation', 'new-password')
                   AND sent_at IS NULL AND failed_at IS NULL FOR UPDATE SKIP LOCKED)`);
}

export interface WaitingMail {
  id: string;
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attempts: number;
  /** It is of no use any more. */
  isOver: boolean;
  attachments: { fileId: string; name: string; mediaType: string }[];
}

/** Times are kept to the millisecond, rounded: what was written just now may lie half of one ahead. */
const aMomentAhead = sql`now() + interval '1 millisecond'`;

/** The ids of mails that are due, the oldest first. */
export async function findDue(db: Db, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    SELECT id FROM mail WHERE sent_at IS NULL AND failed_at IS NULL AND next_try_at <= ${aMomentAhead}
     ORDER BY next_try_at, id LIMIT ${limit}::int`);
  return rows.map(({ id }) => id);
}

/**
 * Takes one mail to send it: nobody else does until the transaction ends, and when this process dies it is free again at
 * once. Nothing when it is not due any more, or somebody else is sending it.
 */
export async function takeDue(tx: Transaction, id: string): Promise<WaitingMail | undefined> {
  const [mail] = await tx.query<WaitingMail>(sql`
    SELECT id, kind, to_address AS to, subject, coalesce(body_text, '') AS text, coalesce(body_html, '') AS html, attempts,
           expires_at <= now() AS "isOver",
           ARRAY(SELECT jsonb_build_object('fileId', a.file_id, 'name', a.name, 'mediaType', f.media_type)
                   FROM mail_attachment a JOIN stored_file f ON f.id = a.file_id WHERE a.mail_id = mail.id ORDER BY a.number) AS attachments
      FROM mail
     WHERE id = ${id}::uuid AND sent_at IS NULL AND failed_at IS NULL AND next_try_at <= ${aMomentAhead}
       FOR UPDATE SKIP LOCKED`);
  return mail;
}

/** Its links are secret: the words go with it, unless they are read in the product itself. */
export async function markSent(tx: Transaction, id: string, keepsBody: boolean): Promise<void> {
  await tx.query(sql`
    UPDATE mail SET sent_at = clock_timestamp(), attempts = attempts + 1, failure = NULL, last_error = NULL,
           body_text = CASE WHEN ${keepsBody}::boolean THEN body_text END, body_html = CASE WHEN ${keepsBody}::boolean THEN body_html END
     WHERE id = ${id}::uuid`);
}

type Reason = Pick<SendError, 'failure' | 'text'>;

export async function markTried(tx: Transaction, id: string, error: Reason, waitSeconds: number): Promise<void> {
  await tx.query(sql`
    UPDATE mail SET attempts = attempts + 1, failure = ${error.failure}, last_error = ${error.text},
           next_try_at = clock_timestamp() + make_interval(secs => ${waitSeconds}::int)
     WHERE id = ${id}::uuid`);
}

/** The server was not there, or let nobody in: asked again later, and no try. */
export async function markPostponed(tx: Transaction, id: string, error: Reason, waitSeconds: number): Promise<void> {
  await tx.query(sql`
    UPDATE mail SET failure = ${error.failure}, last_error = ${error.text},
           next_try_at = clock_timestamp() + make_interval(secs => ${waitSeconds}::int)
     WHERE id = ${id}::uuid`);
}

/** Given up without a try: what stood in the way of sending it in time is the reason. */
export async function markOver(tx: Transaction, id: string, keepsBody: boolean): Promise<void> {
  await tx.query(sql`
    UPDATE mail SET failed_at = clock_timestamp(), failure = coalesce(failure, 'expired'),
           body_text = CASE WHEN ${keepsBody}::boolean THEN body_text END, body_html = CASE WHEN ${keepsBody}::boolean THEN body_html END
     WHERE id = ${id}::uuid`);
}

/** Given up; as long as somebody may have it tried again, it keeps its words. */
export async function markFailed(tx: Transaction, id: string, error: Reason, keepsBody: boolean): Promise<void> {
  const isKept = sql`(${keepsBody}::boolean OR ${notAgain} IS NULL)`;
  await tx.query(sql`
    UPDATE mail m SET failed_at = clock_timestamp(), attempts = attempts + 1, failure = ${error.failure}, last_error = ${error.text},
           body_text = CASE WHEN ${isKept} THEN body_text END, body_html = CASE WHEN ${isKept} THEN body_html END
     WHERE id = ${id}::uuid`);
}

/** What was given up and can be sent no more keeps no words. */
export async function forgetDead(db: Db): Promise<void> {
  await db.query(sql`
    UPDATE mail m SET body_text = NULL, body_html = NULL
     WHERE m.id IN (SELECT m.id FROM mail m WHERE m.sent_at IS NULL AND m.failed_at IS NOT NULL AND m.body_text IS NOT NULL
                     AND ${notAgain} IS NOT NULL FOR UPDATE SKIP LOCKED)`);
}

/** For a mail `m`: a link in it is the newest of its account, and works. */
const holdsNoDeadLink = sql`(m.kind NOT IN ('activation', 'new-password') OR (
  EXISTS (SELECT FROM account_link l WHERE l.account_id = m.account_id AND l.purpose = m.kind
             AND l.used_at IS NULL AND l.replaced_at IS NULL AND l.expires_at > now())
  AND NOT EXISTS (SELECT FROM mail newer WHERE newer.account_id = m.account_id AND newer.id > m.id
             AND newer.kind IN ('activation', 'new-password'))))`;

/** For a mail `m`: why it cannot be tried again (TryAgainRefusal), NULL where it can. */
export const notAgain = sql`CASE
  WHEN m.sent_at IS NOT NULL THEN 'sent'
  WHEN m.failure = 'replaced' OR NOT ${holdsNoDeadLink} THEN 'replaced'
  WHEN m.body_text IS NULL OR m.expires_at <= now() THEN 'over' END`;

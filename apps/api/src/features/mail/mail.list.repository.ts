import type { Language } from '@konnekt/shared/basics/actor';
import type { DemoMail, MailQuery, OutboxMail } from '@konnekt/shared/mail/mail.contract';
import type { MailState, TryAgainRefusal } from '@konnekt/shared/mail/mail.words';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { contains, keysetList } from '#api/kit/keyset-list';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { mailInSight, type Sight } from '#api/kit/visibility';
import { notAgain } from './mail.repository.ts';

/** Every mail, for the demo: it has no secrets. */
export const listDemoMails = (db: Db, page: { limit: number; cursor?: string | undefined }) =>
  keysetList<DemoMail>(db, {
    columns: sql`m.id, m.to_address AS to, m.language, m.subject, coalesce(m.body_text, '') AS text, m.created_at AS at`,
    matching: sql`FROM mail m WHERE TRUE`,
    id: sql`m.id`,
    isDescending: true,
    page,
  });

/** For a mail `m`: how far it is. */
const isState: Record<MailState, Sql> = {
  waiting: sql`(m.sent_at IS NULL AND m.failed_at IS NULL AND m.failure IS NULL)`,
  failed: sql`(m.sent_at IS NULL AND m.failed_at IS NULL AND m.failure IS NOT NULL)`,
  'given-up': sql`(m.sent_at IS NULL AND m.failed_at IS NOT NULL AND m.failure <> 'replaced')`,
  sent: sql`m.sent_at IS NOT NULL`,
  replaced: sql`(m.sent_at IS NULL AND m.failed_at IS NOT NULL AND m.failure = 'replaced')`,
};

const tables = sql`mail m LEFT JOIN account a ON a.id = m.account_id LEFT JOIN person p ON p.id = a.person_id`;

/** The outbox. Never the words of a mail. */
export const listMails = (db: Db, sight: Sight, { q, state, sort, ...page }: MailQuery) =>
  keysetList<OutboxMail>(db, {
    columns: sql`m.id, m.kind, m.to_address AS to, p.full_name AS name, m.subject, m.failure, m.last_error AS error, m.attempts AS tries,
      m.created_at AS at, m.sent_at AS "sentAt", CASE WHEN m.sent_at IS NULL AND m.failed_at IS NULL THEN m.next_try_at END AS "nextTryAt",
      CASE WHEN ${isState.sent} THEN 'sent' WHEN ${isState.waiting} THEN 'waiting' WHEN ${isState.failed} THEN 'failed'
           WHEN ${isState.replaced} THEN 'replaced' ELSE 'given-up' END AS state, ${notAgain} AS "notAgain"`,
    matching: sql`FROM ${tables} WHERE ${mailInSight(sight)} ${state ? sql`AND ${isState[state]}` : noSql}
      ${contains(q, sql`m.to_address`, sql`p.full_name`, sql`m.subject`)}`,
    id: sql`m.id`,
    isDescending: sort === '-at',
    page,
  });

/**
 * Has mails tried again that did not go: those named, or all that failed. Judged in the statement that writes, and what is being
 * sent at this moment is passed by: nothing is sent twice. Each is in the history of whom it is for. Answers which.
 */
export async function tryAgain(tx: Transaction, sight: Sight, ids: string[] | undefined): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    WITH wanted AS (
      SELECT m.id FROM ${tables}
       WHERE ${mailInSight(sight)} AND m.sent_at IS NULL AND ${notAgain} IS NULL
         AND ${ids ? sql`m.id = ANY(${ids}::uuid[])` : sql`m.failure IS NOT NULL`}
       ORDER BY m.id FOR UPDATE OF m SKIP LOCKED),
    tried AS (
      UPDATE mail m SET failed_at = NULL, next_try_at = now(), attempts = CASE WHEN m.failed_at IS NULL THEN m.attempts ELSE 0 END
       WHERE m.id IN (SELECT id FROM wanted) AND m.sent_at IS NULL RETURNING m.id, m.account_id, m.to_address)
    SELECT t.id, record_event('mail-again', 'account', a.id, t.to_address, a.person_id, '{}'::jsonb) AS event
      FROM tried t LEFT JOIN account a ON a.id = t.account_id`);
  return rows.map(({ id }) => id);
}

/** Why these were not. */
export async function whyNotAgain(
  tx: Transaction,
  sight: Sight,
  ids: string[],
): Promise<{ id: string; code: TryAgainRefusal }[]> {
  return tx.query(sql`
    SELECT asked.id, CASE WHEN m.id IS NULL THEN 'not-found' ELSE coalesce(m.why, 'being-sent') END AS code
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked (id, place)
      LEFT JOIN (SELECT m.id, ${notAgain} AS why FROM ${tables} WHERE ${mailInSight(sight)} AND m.id = ANY(${ids}::uuid[])) m ON m.id = asked.id
     ORDER BY asked.place`);
}

/** Where who asks is mailed, held until the transaction ends. */
export async function findOwnAddress(
  tx: Transaction,
  { actor }: Sight,
): Promise<{ email: string; language: Language; name: string } | undefined> {
  const [own] = await tx.query<{ email: string; language: Language; name: string }>(sql`
    SELECT a.email, a.language, p.full_name AS name FROM account a JOIN person p ON p.id = a.person_id
     WHERE a.id = ${actor.accountId}::uuid FOR NO KEY UPDATE OF a`);
  return own;
}

/** How long until somebody may test again; nothing where they may now. */
export async function secondsToNextTest(tx: Transaction, { actor }: Sight): Promise<number | undefined> {
  const [found] = await tx.query<{ seconds: number }>(sql`
    SELECT ceil(extract(epoch FROM created_at + interval '1 hour' - now()))::int AS seconds FROM mail
     WHERE account_id = ${actor.accountId}::uuid AND kind = 'test' ORDER BY id DESC OFFSET ${bounds.linksAnHour - 1}::int LIMIT 1`);
  return found?.seconds;
}

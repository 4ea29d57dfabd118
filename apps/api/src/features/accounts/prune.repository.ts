import type { FilePurpose } from '@konnekt/shared/files/file.words';
import type { Db, Transaction } from '#api/kit/database';
import { removeFile, removeOldFiles } from '#api/kit/files';
import { type Sql, sql } from '#api/kit/sql';

import { DEVICE_DAYS } from './device.ts';

/** What nobody looks at any more: the approvals of a session keep their own proof, and the audit log its own lines. */
const DAYS = {
  throttle: 1,
  session: 90,
  link: 30,
  mail: 90,
  import: 1,
  logo: 1,
  receipt: 14,
  message: 14,
  document: 1,
  failure: 90,
  notice: 90,
  draft: 90,
};
/** The latest that an account was logged in on. */
const MOST_DEVICES = 20;

/**
 * Removes counters of wrong passwords, devices that nobody logs in on, sessions and links that ended long ago, mails that were sent or given up, notices that were read, and what files
 * that were imported, or that nobody came back for, said of people.
 */
export async function prune(db: Db): Promise<void> {
  await db.transaction(
    null,
    async (tx) => {
      await tx.query(
        sql`DELETE FROM login_throttle WHERE last_failed_at < now() - make_interval(days => ${DAYS.throttle}::int)`,
      );
      await tx.query(sql`
    DELETE FROM session WHERE least(coalesce(ended_at, expires_at), expires_at) < now() - make_interval(days => ${DAYS.session}::int)`);
      await tx.query(sql`
    DELETE FROM login_device d USING (
      SELECT token_hash, account_id, last_used_at, row_number() OVER (PARTITION BY account_id ORDER BY last_used_at DESC, token_hash) AS place
        FROM login_device) known
     WHERE known.token_hash = d.token_hash AND known.account_id = d.account_id
       AND (known.place > ${MOST_DEVICES}::int OR known.last_used_at < now() - make_interval(days => ${DEVICE_DAYS}::int))`);
      await tx.query(sql`
    DELETE FROM account_link WHERE least(coalesce(used_at, replaced_at, expires_at), expires_at) < now() - make_interval(days => ${DAYS.link}::int)
       -- That somebody who did not come yet was invited is still told of them.
       AND NOT EXISTS (SELECT FROM account a WHERE a.id = account_link.account_id AND a.status = 'invited')`);
      await tx.query(sql`
    DELETE FROM approval_link WHERE expires_at < now() - make_interval(days => ${DAYS.link}::int)`);
      await tx.query(sql`
    DELETE FROM mail WHERE coalesce(sent_at, failed_at) < now() - make_interval(days => ${DAYS.mail}::int)
       -- That an invoice was mailed is told as long as the invoice is there.
       AND NOT EXISTS (SELECT FROM invoice_sending s WHERE s.mail_id = mail.id)`);
      await tx.query(sql`
    DELETE FROM notice WHERE read_at < now() - make_interval(days => ${DAYS.notice}::int)`);
      await tx.query(sql`
    DELETE FROM background_failure WHERE at < now() - make_interval(days => ${DAYS.failure}::int)`);
      await tx.query(sql`
    UPDATE import_run SET result = NULL
     WHERE created_at < now() - make_interval(days => ${DAYS.import}::int) AND result IS NOT NULL`);
      // Without a job that would do it: one that was sent is done or given up long before.
      await tx.query(sql`
    UPDATE import_run SET status = 'failed'
     WHERE status IN ('checking', 'applying') AND changed_at < now() - make_interval(days => ${DAYS.import}::int)`);
      await tx.query(sql`
    DELETE FROM message_draft WHERE at < now() - make_interval(days => ${DAYS.draft}::int)`);
      await removeOldFiles(tx, 'import', DAYS.import);
      await removeOldFiles(tx, 'bank', DAYS.import);
      await removeOldLogos(tx);
      await removeOldReceipts(tx);
      await removeOldAttachments(tx);
      await removeOldDocuments(tx);
    },
    { isLong: true },
  );
}

/** Logos that were handed in, and never came into use. */
async function removeOldLogos(tx: Transaction): Promise<void> {
  await removeUnused(tx, ['logo'], DAYS.logo, sql`NOT EXISTS (SELECT FROM agency a WHERE a.logo_file_id = f.id)`);
}

/** Receipts that are on no line, saved or sent. A device may keep what was typed for days before it is saved. */
async function removeOldReceipts(tx: Transaction): Promise<void> {
  const isOnNone = sql`NOT EXISTS (SELECT FROM hour_line l WHERE l.receipt_id = f.id) AND NOT EXISTS (SELECT FROM submission_receipt r WHERE r.file_id = f.id)`;
  await removeUnused(tx, ['receipt'], DAYS.receipt, isOnNone);
}

/** What was handed in for a message that was never sent: a device may keep it as long as it does receipts. */
async function removeOldAttachments(tx: Transaction): Promise<void> {
  await removeUnused(
    tx,
    ['message'],
    DAYS.message,
    sql`NOT EXISTS (SELECT FROM thread_attachment x WHERE x.file_id = f.id)`,
  );
}

/** What was handed in for a document that was never put there. */
async function removeOldDocuments(tx: Transaction): Promise<void> {
  await tx.query(sql`DELETE FROM document_delivery WHERE at < now() - make_interval(days => ${DAYS.document}::int)`);
  await removeUnused(
    tx,
    ['document', 'document-zip'],
    DAYS.document,
    sql`NOT EXISTS (SELECT FROM document_version v WHERE v.file_id = f.id)`,
  );
}

/** Files that were handed in for this so many days ago, where `isUnused` says of `f` that nothing came of it. */
async function removeUnused(tx: Transaction, purposes: FilePurpose[], days: number, isUnused: Sql): Promise<void> {
  const unused = await tx.query<{ id: string }>(sql`
    SELECT id FROM stored_file f
     WHERE purpose = ANY(${purposes}::text[]) AND created_at < now() - make_interval(days => ${days}::int) AND ${isUnused}`);
  for (const { id } of unused) await removeFile(tx, id);
}

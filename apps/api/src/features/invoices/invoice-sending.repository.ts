import type { Language } from '@konnekt/shared/basics/actor';
import type { NotSent } from '@konnekt/shared/invoices/invoice.words';
import type { InvoiceSending } from '@konnekt/shared/invoices/invoice-sending.contract';
import type { Author, Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** For a sending `s` with its mail `m`: it may still go by itself. */
const isOnItsWay = sql`(s.mail_id IS NULL OR (m.sent_at IS NULL AND m.failed_at IS NULL))`;

/** For an invoice `i`: whether it was mailed, by its last mail. */
export const sendingState: Sql = sql`coalesce((
  SELECT CASE WHEN ${isOnItsWay} THEN 'on-its-way' WHEN m.sent_at IS NOT NULL THEN 'sent' ELSE 'failed' END
    FROM invoice_sending s LEFT JOIN mail m ON m.id = s.mail_id WHERE s.invoice_id = i.id AND s.step = 0 ORDER BY s.id DESC LIMIT 1), 'not-sent')`;

/** For an invoice `i`, after others: never mailed, or with a mail that may still go. */
export const inSendingState = (state: 'not-sent' | 'on-its-way'): Sql =>
  state === 'not-sent'
    ? sql`AND NOT EXISTS (SELECT FROM invoice_sending s WHERE s.invoice_id = i.id AND s.step = 0)`
    : sql`AND i.id IN (SELECT s.invoice_id FROM invoice_sending s WHERE s.mail_id IS NULL
            UNION SELECT s.invoice_id FROM mail m JOIN invoice_sending s ON s.mail_id = m.id WHERE m.sent_at IS NULL AND m.failed_at IS NULL)`;

/** Two who send the same invoice come one after the other. */
export async function holdForSending(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(sql`SELECT id FROM invoice WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
}

/** Has these invoices mailed to the addresses of their clients, or says why one is not. */
export function insertSendings(
  tx: Transaction,
  author: Author,
  { ids, again }: { ids: readonly string[]; again: boolean },
): Promise<{ id: string; code: NotSent | null }[]> {
  return tx.query(sql`
    WITH judged AS MATERIALIZED (
      SELECT asked.id, asked.place, ARRAY[o.invoice_email, o.invoice_copy_email] AS addresses,
             CASE WHEN i.id IS NULL THEN 'not-found' WHEN i.status <> 'final' THEN 'not-final' WHEN o.invoice_email IS NULL THEN 'no-address'
                  WHEN EXISTS (SELECT FROM invoice_sending s LEFT JOIN mail m ON m.id = s.mail_id WHERE s.invoice_id = i.id AND s.step = 0 AND ${isOnItsWay}) THEN 'on-its-way'
                  WHEN NOT ${again}::boolean AND EXISTS (SELECT FROM invoice_sending s JOIN mail m ON m.id = s.mail_id WHERE s.invoice_id = i.id AND s.step = 0
                         AND m.sent_at IS NOT NULL) THEN 'already-sent' END AS code
        FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS asked (id, place)
        LEFT JOIN invoice i ON i.id = asked.id LEFT JOIN organisation o ON o.id = i.organisation_id
    ), written AS (
      INSERT INTO invoice_sending (invoice_id, to_address, by_id, by_name)
      SELECT DISTINCT j.id, a.address, ${author.personId}::uuid, ${author.name}
        FROM judged j CROSS JOIN unnest(j.addresses) AS a (address) WHERE j.code IS NULL AND a.address IS NOT NULL)
    SELECT id, code FROM judged ORDER BY place`);
}

export interface ToWrite {
  id: string;
  invoiceId: string;
  step: number;
  to: string;
  byId: string | null;
  language: Language;
}

/** Invoices of which mails are to be written, the oldest first. */
export async function findInvoicesToWrite(db: Db, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    SELECT invoice_id AS id FROM invoice_sending WHERE mail_id IS NULL GROUP BY invoice_id ORDER BY min(at) LIMIT ${limit}::int`);
  return rows.map(({ id }) => id);
}

/** The sendings of an invoice that have no mail yet, held: whoever else writes mails passes them by. */
export const takeToWrite = (tx: Transaction, invoiceId: string): Promise<ToWrite[]> =>
  tx.query<ToWrite>(sql`
    SELECT s.id, s.invoice_id AS "invoiceId", s.step, s.to_address AS to, s.by_id AS "byId", coalesce(i.printed ->> 'language', 'nl') AS language
      FROM invoice_sending s JOIN invoice i ON i.id = s.invoice_id
     WHERE s.invoice_id = ${invoiceId}::uuid AND s.mail_id IS NULL ORDER BY s.id FOR UPDATE OF s SKIP LOCKED`);

/** Its mail is in the outbox. */
export async function markWritten(tx: Transaction, written: readonly { id: string; mailId: string }[]): Promise<void> {
  await tx.query(sql`
    UPDATE invoice_sending s SET mail_id = x.mail_id
      FROM unnest(${written.map(({ id }) => id)}::uuid[], ${written.map(({ mailId }) => mailId)}::uuid[]) AS x (id, mail_id) WHERE s.id = x.id`);
}

export interface KeptFiles {
  pdfFileId: string;
  ublFileId: string | null;
}

export async function findFiles(tx: Transaction, invoiceId: string): Promise<KeptFiles | undefined> {
  const [kept] = await tx.query<KeptFiles>(sql`
    SELECT pdf_file_id AS "pdfFileId", ubl_file_id AS "ublFileId" FROM invoice_file WHERE invoice_id = ${invoiceId}::uuid`);
  return kept;
}

export async function insertFiles(tx: Transaction, invoiceId: string, files: KeptFiles): Promise<void> {
  await tx.query(sql`
    INSERT INTO invoice_file (invoice_id, pdf_file_id, ubl_file_id) VALUES (${invoiceId}::uuid, ${files.pdfFileId}::uuid, ${files.ublFileId}::uuid)`);
}

/** What was mailed of an invoice, newest first. */
export const listSendings = (db: Db, invoiceId: string): Promise<InvoiceSending[]> =>
  db.query<InvoiceSending>(sql`
    SELECT s.id, s.step, s.to_address AS to, s.at, CASE WHEN s.by_id IS NOT NULL THEN s.by_name END AS "byName",
           CASE WHEN m.sent_at IS NOT NULL THEN 'sent' WHEN m.failed_at IS NOT NULL THEN 'given-up' WHEN m.failure IS NOT NULL THEN 'failed' ELSE 'waiting' END AS state,
           m.failure, m.last_error AS error, coalesce(m.attempts, 0) AS tries, m.sent_at AS "sentAt", m.id AS "mailId",
           coalesce(m.sent_at IS NULL AND m.failure IS NOT NULL AND m.body_text IS NOT NULL AND m.expires_at > now(), false) AS "canTryAgain"
      FROM invoice_sending s LEFT JOIN mail m ON m.id = s.mail_id WHERE s.invoice_id = ${invoiceId}::uuid ORDER BY s.id DESC`);

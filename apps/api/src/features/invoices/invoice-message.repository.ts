import type { Language } from '@konnekt/shared/basics/actor';
import type { InvoiceMessage } from '@konnekt/shared/invoices/invoice-message.contract';
import { bounds } from '#api/kit/bounds';
import type { Author, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** For an invoice `i`: somebody asked about it and waits for an answer. */
export const hasQuestion: Sql = sql`EXISTS (SELECT FROM invoice_question q WHERE q.invoice_id = i.id)`;

export const listMessages = (db: Transaction, invoiceId: string): Promise<InvoiceMessage[]> =>
  db.query<InvoiceMessage>(sql`
    SELECT m.id, m.body, m.is_office AS "isOffice", m.at, m.by_name AS "byName", m.invoice_line_id AS "lineId"
      FROM invoice_message m WHERE m.invoice_id = ${invoiceId}::uuid ORDER BY m.at, m.id`);

/** How many there are of an invoice, and how long this person has to wait for the next one: an hour after the oldest of as many as an hour holds. */
export async function countMessages(tx: Transaction, { personId }: Author, invoiceId: string) {
  const [counted] = await tx.query<{ ofInvoice: number; secondsToWait: number | null }>(sql`
    SELECT (SELECT count(*)::int FROM invoice_message m WHERE m.invoice_id = ${invoiceId}::uuid) AS "ofInvoice",
           (SELECT ceil(extract(epoch FROM m.at + interval '1 hour' - now()))::int FROM invoice_message m
             WHERE m.by_id = ${personId}::uuid AND m.at > now() - interval '1 hour' ORDER BY m.at DESC OFFSET ${bounds.invoiceMessagesAnHour - 1}::int LIMIT 1) AS "secondsToWait"`);
  return counted ?? { ofInvoice: 0, secondsToWait: null };
}

interface NewMessage {
  invoiceId: string;
  lineId: string | null;
  body: string;
  isOffice: boolean;
}

/** Writes a message; false where the line is none of the invoice. */
export async function insertMessage(tx: Transaction, author: Author, message: NewMessage): Promise<boolean> {
  const { invoiceId, lineId, body, isOffice } = message;
  const written = await tx.query(sql`
    INSERT INTO invoice_message (invoice_id, invoice_line_id, body, is_office, by_id, by_name)
    SELECT ${invoiceId}::uuid, ${lineId}::uuid, ${body}, ${isOffice}::boolean, ${author.personId}::uuid, ${author.name}
     WHERE ${lineId}::uuid IS NULL OR EXISTS (SELECT FROM invoice_line l WHERE l.id = ${lineId}::uuid AND l.invoice_id = ${invoiceId}::uuid)
    RETURNING id`);
  return written.length > 0;
}

/** Who asked about an invoice and may log in: they are told of an answer. */
export const findAskers = (
  tx: Transaction,
  invoiceId: string,
): Promise<{ accountId: string; email: string; language: Language; name: string }[]> =>
  tx.query(sql`
    SELECT a.id AS "accountId", a.email, a.language, n.full_name AS name FROM account a JOIN person n ON n.id = a.person_id
     WHERE a.status = 'active' AND a.person_id IN (SELECT m.by_id FROM invoice_message m WHERE m.invoice_id = ${invoiceId}::uuid AND NOT m.is_office)`);

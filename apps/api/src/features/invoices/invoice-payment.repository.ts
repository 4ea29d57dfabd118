import type { PaymentState } from '@konnekt/shared/invoices/invoice.words';
import type { InvoicePayment } from '@konnekt/shared/invoices/invoice-payment.contract';
import { type Author, type Db, newId, type Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { invoiceInSight, type Sight } from '#api/kit/visibility';

/** For an invoice `i`: what is still to be paid of it; none of drafts and credit notes. */
export const openColumn: Sql = sql`CASE WHEN i.status = 'final' AND i.kind = 'invoice'
  THEN coalesce((SELECT v.open_cents FROM invoice_open v WHERE v.invoice_id = i.id), 0) END`;

/** For an invoice `i`: so many days after it was made it is news no more. */
const newsForDays = 60;
export const isUnread = ({ actor }: Sight): Sql =>
  actor.role === 'supervisor'
    ? sql`(i.finalised_at > now() - make_interval(days => ${newsForDays}::int)
        AND NOT EXISTS (SELECT FROM invoice_read d WHERE d.invoice_id = i.id AND d.person_id = ${actor.personId}::uuid))`
    : sql`FALSE`;

/** For an invoice `i`: it is in such a state on a day. */
export function inPaymentState(state: PaymentState, today: string): Sql {
  const isOpen = (more: Sql) => sql`EXISTS (SELECT FROM invoice_open v WHERE v.invoice_id = i.id ${more})`;
  if (state === 'paid') return sql`(i.status = 'final' AND i.kind = 'invoice' AND NOT ${isOpen(noSql)})`;
  return isOpen(state === 'overdue' ? sql`AND v.due_date < ${today}::date` : noSql);
}

/** Keeps that one has opened these: those in sight. */
export async function markRead(tx: Transaction, sight: Sight, ids: readonly string[]): Promise<void> {
  await tx.query(sql`
    INSERT INTO invoice_read (invoice_id, person_id)
    SELECT i.id, ${sight.actor.personId}::uuid FROM invoice i WHERE i.id = ANY(${[...ids]}::uuid[]) AND ${invoiceInSight(sight)} ON CONFLICT DO NOTHING`);
}

export interface Balance {
  number: string;
  openCents: number;
  creditedCents: number;
}

/** What is open of a final invoice, held: whoever else pays or credits it waits. */
export async function holdBalance(tx: Transaction, id: string): Promise<Balance | undefined> {
  await tx.query(sql`SELECT id FROM invoice WHERE id = ${id}::uuid FOR NO KEY UPDATE`);
  return findBalance(tx, id);
}

export async function findBalance(db: Transaction, id: string): Promise<Balance | undefined> {
  const [found] = await db.query<Balance>(sql`
    SELECT i.number, invoice_open_cents(i.id)::int AS "openCents",
           coalesce((SELECT sum(c.total_cents) FROM invoice c WHERE c.credits_invoice_id = i.id AND c.status = 'final'), 0)::int AS "creditedCents"
      FROM invoice i WHERE i.id = ${id}::uuid AND i.status = 'final' AND i.kind = 'invoice'`);
  return found;
}

export const listPayments = (db: Transaction, invoiceId: string): Promise<InvoicePayment[]> =>
  db.query<InvoicePayment>(sql`
    SELECT p.id, p.amount_cents AS "amountCents", p.paid_on AS "paidOn", p.remark, p.at, p.by_name AS "byName", e.payer_name AS "payerName",
           p.bank_entry_id IS NOT NULL AS "isFromBank", p.undone_at AS "undoneAt", p.undone_by_name AS "undoneByName"
      FROM invoice_payment p LEFT JOIN bank_entry e ON e.id = p.bank_entry_id WHERE p.invoice_id = ${invoiceId}::uuid ORDER BY p.paid_on, p.at, p.id`);

export interface NewPayment {
  id?: string | undefined;
  invoiceId: string;
  amountCents: number;
  paidOn: string;
  remark: string | null;
  bankEntryId: string | null;
}

/** Whether a payment is there under this id, and is what is asked. */
export async function findBooked(
  tx: Transaction,
  invoiceId: string,
  { id, amountCents, paidOn, remark }: Omit<NewPayment, 'invoiceId' | 'bankEntryId'>,
): Promise<{ isSame: boolean } | undefined> {
  if (!id) return undefined;
  const [found] = await tx.query<{ isSame: boolean }>(sql`
    SELECT (p.invoice_id, p.amount_cents, p.paid_on, p.remark)
           IS NOT DISTINCT FROM (${invoiceId}::uuid, ${amountCents}::int, ${paidOn}::date, ${remark}::text) AS "isSame"
      FROM invoice_payment p WHERE p.id = ${id}::uuid`);
  return found;
}

export async function insertPayments(tx: Transaction, author: Author, payments: readonly NewPayment[]): Promise<void> {
  const rows = payments.map(({ id = newId(), ...payment }) => ({ id, ...payment }));
  await tx.query(sql`
    INSERT INTO invoice_payment (id, invoice_id, amount_cents, paid_on, remark, bank_entry_id, by_name)
    SELECT x.id, x."invoiceId", x."amountCents", x."paidOn", x.remark, x."bankEntryId", ${author.name}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, "invoiceId" uuid, "amountCents" int, "paidOn" date, remark text, "bankEntryId" uuid)`);
}

/** Undoes a payment once; an entry of the bank that it was of is to be looked at again. False where it is not there, or undone. */
export async function undoPayment(tx: Transaction, author: Author, id: string): Promise<boolean> {
  const undone = await tx.query<{ entryId: string | null }>(sql`
    UPDATE invoice_payment SET undone_at = now(), undone_by_name = ${author.name} WHERE id = ${id}::uuid AND undone_at IS NULL
    RETURNING bank_entry_id AS "entryId"`);
  const entryId = undone[0]?.entryId;
  if (entryId) await tx.query(sql`UPDATE bank_entry SET state = 'doubtful' WHERE id = ${entryId}::uuid`);
  return undone.length > 0;
}

export async function findPayment(db: Db, id: string): Promise<boolean> {
  return (await db.query(sql`SELECT FROM invoice_payment WHERE id = ${id}::uuid`)).length > 0;
}

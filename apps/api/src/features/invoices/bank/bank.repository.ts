import type { OpenInvoice } from '@konnekt/shared/invoices/bank.matching';
import type { BankEntry } from '@konnekt/shared/invoices/invoice-payment.contract';
import type { Author, Db, Transaction } from '#api/kit/database';
import { type AskedPage, keysetList } from '#api/kit/keyset-list';
import { noSql, sql } from '#api/kit/sql';
import type { CamtEntry } from './camt.ts';

export type StoredEntry = Omit<BankEntry, 'suggestions'>;
const columns = sql`e.id, e.iban, e.booked_on AS "bookedOn", e.amount_cents AS "amountCents", e.payer_name AS "payerName", e.payer_iban AS "payerIban",
  e.description, e.state, e.amount_cents - coalesce((SELECT sum(p.amount_cents) FROM invoice_payment p WHERE p.bank_entry_id = e.id AND p.undone_at IS NULL), 0)::int AS "leftCents",
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'amountCents', p.amount_cents, 'paymentId', p.id) ORDER BY i.number), '[]')
     FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id WHERE p.bank_entry_id = e.id AND p.undone_at IS NULL) AS invoices`;

/** One file is booked after another. */
export async function holdBank(tx: Transaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('bank', 0))`);
}

export const listEntries = (db: Db, { state, ...page }: AskedPage & { state?: BankEntry['state'] | undefined }) =>
  keysetList<StoredEntry>(db, {
    columns,
    matching: sql`FROM bank_entry e WHERE TRUE ${state ? sql`AND e.state = ${state}` : noSql}`,
    id: sql`e.id`,
    isDescending: true,
    page,
  });

export async function findEntry(db: Transaction, id: string): Promise<StoredEntry | undefined> {
  const [found] = await db.query<StoredEntry>(sql`SELECT ${columns} FROM bank_entry e WHERE e.id = ${id}::uuid`);
  return found;
}

/** The accounts of the agency: on the second one the share comes in that is blocked. */
export async function findAccounts(db: Transaction): Promise<{ iban: string | null; gAccountIban: string | null }> {
  const [agency] = await db.query<{ iban: string | null; gAccountIban: string | null }>(
    sql`SELECT iban, g_account_iban AS "gAccountIban" FROM agency`,
  );
  return agency ?? { iban: null, gAccountIban: null };
}

/** Invoices with something open that are named, or of which so much is open. */
export const findOpen = (
  tx: Transaction,
  { numbers, amounts = [] }: { numbers: readonly string[]; amounts?: readonly number[] },
): Promise<(OpenInvoice & { organisationName: string })[]> =>
  tx.query(sql`
    SELECT i.id, i.number, v.open_cents AS "openCents", i.total_cents AS "totalCents", i.g_account_cents AS "gAccountCents",
           i.printed -> 'buyer' ->> 'name' AS "organisationName"
      FROM invoice_open v JOIN invoice i ON i.id = v.invoice_id
     WHERE i.number = ANY(${[...numbers]}::text[]) OR v.open_cents = ANY(${[...amounts]}::int[]) ORDER BY i.number`);

/** Holds the invoices that are named: nobody else pays them meanwhile. */
export async function holdNamed(tx: Transaction, numbers: readonly string[]): Promise<void> {
  await tx.query(sql`SELECT id FROM invoice WHERE number = ANY(${[...numbers]}::text[]) ORDER BY id FOR NO KEY UPDATE`);
}

export type KeyedEntry = CamtEntry & { id: string; key: string };

/** Writes the entries that are in no file before this one, as to be looked at; answers which. */
export async function insertEntries(
  tx: Transaction,
  author: Author,
  fileName: string,
  entries: readonly KeyedEntry[],
): Promise<Set<string>> {
  const written = await tx.query<{ id: string }>(sql`
    INSERT INTO bank_entry (id, key, iban, booked_on, amount_cents, payer_name, payer_iban, description, state, file_name, by_name)
    SELECT x.id, x.key, x.iban, x."bookedOn", x."amountCents", x."payerName", x."payerIban", x.description, 'doubtful', ${fileName}, ${author.name}
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS x (id uuid, key text, iban text, "bookedOn" date, "amountCents" int, "payerName" text,
        "payerIban" text, description text)
    ON CONFLICT (key) DO NOTHING RETURNING id`);
  return new Set(written.map(({ id }) => id));
}

export async function setState(tx: Transaction, ids: readonly string[], state: BankEntry['state']): Promise<void> {
  await tx.query(sql`UPDATE bank_entry SET state = ${state} WHERE id = ANY(${[...ids]}::uuid[])`);
}

/** An entry as it is now, held. */
export async function holdEntry(tx: Transaction, id: string): Promise<StoredEntry | undefined> {
  await tx.query(sql`SELECT id FROM bank_entry WHERE id = ${id}::uuid FOR UPDATE`);
  return findEntry(tx, id);
}

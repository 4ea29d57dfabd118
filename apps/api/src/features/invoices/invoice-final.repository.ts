import type { InvoiceTotals } from '@konnekt/shared/invoices/invoice.sums';
import { type Author, newId, type Transaction } from '#api/kit/database';
import { noticesOf } from '#api/kit/notices';
import { sql } from '#api/kit/sql';
import { isHeldOn } from '#api/kit/visibility';
import { credited, onlyFinal, parties } from './invoice.repository.ts';
import { freeDifferences } from './invoice-rate.repository.ts';

export interface Held {
  id: string;
  version: number;
  status: 'draft' | 'final';
  kind: 'invoice' | 'credit';
  organisationId: string;
  paymentTermDays: number;
  lines: number;
}

/** These invoices, held in the order in which they are numbered: by client and stretch. */
export const holdInvoices = (tx: Transaction, ids: readonly string[]): Promise<Held[]> =>
  tx.query<Held>(sql`
    SELECT i.id, i.version, i.status, i.kind, i.organisation_id AS "organisationId", i.payment_term_days AS "paymentTermDays",
           (SELECT count(*)::int FROM invoice_line l WHERE l.invoice_id = i.id) AS lines
      FROM invoice i JOIN organisation o ON o.id = i.organisation_id WHERE i.id = ANY(${[...ids]}::uuid[])
     ORDER BY o.name, i.from_day, i.id FOR UPDATE OF i`);

/** Takes so many numbers of a year and series: those after the last. */
export async function takeNumbers(tx: Transaction, year: number, series: string, count: number): Promise<number> {
  const [taken] = await tx.query<{ last: number }>(sql`
    INSERT INTO invoice_counter AS c (year, series, last) VALUES (${year}::int, ${series}, ${count}::int)
    ON CONFLICT (year, series) DO UPDATE SET last = c.last + excluded.last RETURNING last`);
  return (taken?.last ?? count) - count + 1;
}

interface Final {
  id: string;
  series: string;
  sequence: number;
  number: string;
  dueDate: string;
}

/** Makes drafts final under these numbers, with all that is printed on them as it is at this moment. */
export async function finaliseInvoices(
  tx: Transaction,
  author: Author,
  { year, invoiceDate, finals }: { year: number; invoiceDate: string; finals: readonly Final[] },
): Promise<{ id: string; version: number; number: string }[]> {
  const written = await tx.query<{ id: string; version: number; number: string }>(sql`
    UPDATE invoice i SET status = 'final', version = i.version + 1, year = ${year}::int, series = x.series, sequence = x.sequence, number = x.number, invoice_date = ${invoiceDate}::date,
           due_date = x."dueDate", printed = (${parties})::jsonb, finalised_at = now(), finalised_by_name = ${author.name}
      FROM jsonb_to_recordset(${JSON.stringify(finals)}::jsonb) AS x (id uuid, series text, sequence int, number text, "dueDate" date), organisation o, agency a
     WHERE i.id = x.id AND o.id = i.organisation_id RETURNING i.id, i.version, i.number`);
  // What a credit note takes back as a whole can be invoiced again, where it says so.
  const ids = finals.map(({ id }) => id);
  await tx.query(sql`
    WITH freed AS (
      UPDATE invoice_source s SET freed_at = now()
        FROM invoice i JOIN invoice_line c ON c.invoice_id = i.id JOIN invoice_line l ON l.id = c.credits_line_id
       WHERE i.id = ANY(${ids}::uuid[]) AND i.kind = 'credit' AND i.frees_lines AND s.invoice_line_id = l.id AND s.freed_at IS NULL
         AND abs(${credited(sql`c.size`, sql`l.id`, onlyFinal)}) >= abs(l.size)
      RETURNING s.worksheet_id)
    INSERT INTO worksheet_uninvoiced (id) SELECT DISTINCT worksheet_id FROM freed ON CONFLICT DO NOTHING`);
  await freeDifferences(tx, ids);
  return written;
}

/** Tells who may see the invoices of these clients that there is one. */
export async function tellOfInvoices(tx: Transaction, ids: readonly string[], today: string): Promise<void> {
  await tx.query(
    noticesOf(
      'invoice-new',
      sql`SELECT DISTINCT r.person_id, i.id, i.id FROM invoice i JOIN supervisor_right r ON r.organisation_id = i.organisation_id AND r.may_see_invoices
            JOIN account s ON s.person_id = r.person_id AND s.role = 'supervisor' WHERE i.id = ANY(${[...ids]}::uuid[]) AND ${isHeldOn(today)}`,
    ),
  );
}

interface CreditLine {
  lineId: string;
  size: number;
  netCents: number;
}

/** Whether an invoice is there under this id, and is the credit note that is asked; where all was asked, whatever was left then. */
export async function findCredited(
  tx: Transaction,
  invoiceId: string,
  asked: {
    id?: string | undefined;
    reason: string;
    freesLines: boolean;
    lines?: { lineId: string; size: number }[] | undefined;
  },
): Promise<{ id: string; isSame: boolean } | undefined> {
  if (!asked.id) return undefined;
  const lines = asked.lines && JSON.stringify(asked.lines);
  const [found] = await tx.query<{ id: string; isSame: boolean }>(sql`
    SELECT i.id, (i.credits_invoice_id, i.reason, i.frees_lines) IS NOT DISTINCT FROM (${invoiceId}::uuid, ${asked.reason}, ${asked.freesLines}::boolean)
           AND NOT EXISTS (
             SELECT FROM (SELECT l.credits_line_id, l.size FROM invoice_line l WHERE l.invoice_id = i.id) made
               FULL JOIN jsonb_to_recordset(${lines ?? null}::jsonb) AS x ("lineId" uuid, size int) ON x."lineId" = made.credits_line_id
              WHERE ${lines !== undefined}::boolean AND x.size IS DISTINCT FROM made.size) AS "isSame"
      FROM invoice i WHERE i.id = ${asked.id}::uuid`);
  return found;
}

/** Drafts a credit note of lines of a final invoice, with its terms. */
export async function insertCredit(
  tx: Transaction,
  author: Author,
  credit: {
    id?: string | undefined;
    invoiceId: string;
    reason: string;
    freesLines: boolean;
    lines: readonly CreditLine[];
    totals: InvoiceTotals;
  },
): Promise<string> {
  const { id = newId(), invoiceId, reason, freesLines, lines, totals } = credit;
  await tx.query(sql`
    INSERT INTO invoice (id, kind, organisation_id, from_day, until_day, budget_number, employee_name, order_reference, cost_centre, credits_invoice_id, reason, frees_lines,
                         is_reverse_charged, g_account_share_bp, payment_term_days, net_cents, vat_cents, total_cents, created_by_name)
    SELECT ${id}::uuid, 'credit', i.organisation_id, i.from_day, i.until_day, i.budget_number, i.employee_name, i.order_reference, i.cost_centre, i.id, ${reason}, ${freesLines}::boolean,
           i.is_reverse_charged, 0, i.payment_term_days, ${totals.netCents}::int, ${totals.vatCents}::int, ${totals.totalCents}::int, ${author.name}
      FROM invoice i WHERE i.id = ${invoiceId}::uuid`);
  await tx.query(sql`
    INSERT INTO invoice_line (invoice_id, position, description, employee_id, employee_name, function_name, iso_year, iso_week, hour_type_id, hour_type_nl, hour_type_en,
                              budget_number, order_number, order_line, cost_centre, unit, size, price_cents, old_price_cents, rate_reason, net_cents, vat_bp, credits_line_id)
    SELECT ${id}::uuid, row_number() OVER (ORDER BY l.position), l.description, l.employee_id, l.employee_name, l.function_name, l.iso_year, l.iso_week, l.hour_type_id,
           l.hour_type_nl, l.hour_type_en, l.budget_number, l.order_number, l.order_line, l.cost_centre, l.unit, x.size, l.price_cents, l.old_price_cents, l.rate_reason, x."netCents", l.vat_bp, l.id
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x ("lineId" uuid, size int, "netCents" int) JOIN invoice_line l ON l.id = x."lineId"`);
  return id;
}

import type { Invoice, InvoiceLine, InvoiceRow, InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import { amountIn, weeksIn } from '@konnekt/shared/invoices/invoice.search';
import type { PaymentState } from '@konnekt/shared/invoices/invoice.words';
import type { Db, Transaction } from '#api/kit/database';
import { type AskedPage, contains, holdsWords, keysetList } from '#api/kit/keyset-list';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { invoiceInSight, type Sight } from '#api/kit/visibility';
import { invoiceAddress } from './invoice-address.repository.ts';
import { inPaymentState, isUnread, openColumn } from './invoice-payment.repository.ts';
import { inSendingState, sendingState } from './invoice-sending.repository.ts';

/** For an invoice of this id: somebody asked about it, and waits for an answer. */
export const hasQuestion = (id: Sql): Sql =>
  sql`EXISTS (SELECT FROM thread q WHERE q.invoice_id = ${id} AND q.waiting_since IS NOT NULL)`;

const rowColumns = (
  sight: Sight,
): Sql => sql`i.id, i.version, i.kind, i.status, i.number, i.organisation_id AS "organisationId",
  coalesce(i.printed -> 'buyer' ->> 'name', o.name) AS "organisationName", i.from_day AS "fromDay", i.until_day AS "untilDay",
  i.budget_number AS "budgetNumber", i.employee_name AS "employeeName", i.order_reference AS "orderReference",
  coalesce(i.cost_centre, i.printed -> 'buyer' ->> 'costCentre') AS "costCentre", i.invoice_date AS "invoiceDate", i.due_date AS "dueDate",
  i.net_cents AS "netCents", i.vat_cents AS "vatCents", i.total_cents AS "totalCents", i.g_account_cents AS "gAccountCents",
  ${openColumn} AS "openCents", ${sendingState} AS sending, ${isUnread(sight)} AS "isUnread",
  ${hasQuestion(sql`i.id`)} AS "hasQuestion"`;

export interface InvoiceFilter {
  q?: string | undefined;
  budgetNumber?: string | undefined;
  organisationId?: string | undefined;
  status?: 'draft' | 'final' | undefined;
  kind?: 'invoice' | 'credit' | undefined;
  payment?: PaymentState | undefined;
  question?: 'true' | undefined;
  sending?: 'not-sent' | 'on-its-way' | undefined;
  year?: number | undefined;
}

/** Invoices in sight, newest first. A budget number is found on the invoice and on its lines, an order or a cost centre on the invoice. */
export const listInvoices = (db: Db, sight: Sight, { q, budgetNumber, ...filter }: InvoiceFilter & AskedPage) =>
  keysetList<InvoiceRow>(db, {
    columns: rowColumns(sight),
    matching: sql`FROM invoice i JOIN organisation o ON o.id = i.organisation_id WHERE ${invoiceInSight(sight)}
      ${filter.organisationId ? sql`AND i.organisation_id = ${filter.organisationId}::uuid` : noSql}
      ${filter.status ? sql`AND i.status = ${filter.status}` : noSql} ${filter.kind ? sql`AND i.kind = ${filter.kind}` : noSql}
      ${filter.payment ? sql`AND ${inPaymentState(filter.payment, sight.today)}` : noSql}
      ${filter.question ? sql`AND ${hasQuestion(sql`i.id`)}` : noSql} ${filter.sending ? inSendingState(filter.sending) : noSql}
      ${filter.year ? sql`AND i.year = ${filter.year}::int` : noSql}
      ${budgetNumber ? sql`AND i.id IN (${byBudgetNumber(budgetNumber)})` : noSql}
      ${q ? sql`AND (i.id IN (${byBudgetNumber(q)}) OR ${byWords(q)} OR ${byWeekOrAmount(q, sight.today)})` : noSql}`,
    id: sql`i.id`,
    isDescending: true,
    page: filter,
  });

/** Of a week, or an amount with VAT or without, where that is what was typed. */
function byWeekOrAmount(q: string, today: string): Sql {
  const weeks = weeksIn(q, Number(today.slice(0, 4)));
  const cents = amountIn(q);
  if (cents !== undefined) return sql`i.total_cents = ${cents}::int OR i.net_cents = ${cents}::int`;
  if (weeks.length === 0) return sql`FALSE`;
  return sql`EXISTS (SELECT FROM unnest(${weeks.map(({ from }) => from)}::date[], ${weeks.map(({ until }) => until)}::date[]) AS week (first, last)
    WHERE i.from_day <= week.last AND i.until_day >= week.first)`;
}

/** A final invoice by the name that was printed and by the one of now, and by those whose hours are on it; of drafts there are few. */
const byWords = (q: string): Sql => sql`(TRUE ${holdsWords(q, sql`i.search`)})
  OR i.organisation_id IN (SELECT f.id FROM organisation f WHERE TRUE ${contains(q, sql`f.name`)})
  OR i.id IN (SELECT l.invoice_id FROM person n JOIN employee e ON e.person_id = n.id JOIN invoice_line l ON l.employee_id = e.id
               WHERE TRUE ${contains(q, sql`n.full_name`)})
  OR (i.status = 'draft' ${contains(q, sql`o.name`, sql`i.budget_number`, sql`i.employee_name`)})`;

const byBudgetNumber = (number: string): Sql => sql`
  SELECT f.id FROM invoice f WHERE upper(f.budget_number) = upper(${number.trim()})
  UNION ALL SELECT f.id FROM invoice f WHERE upper(f.order_reference) = upper(${number.trim()})
  UNION ALL SELECT f.id FROM invoice f WHERE upper(f.cost_centre) = upper(${number.trim()})
  UNION ALL SELECT l.invoice_id FROM invoice_line l WHERE upper(l.budget_number) = upper(${number.trim()})`;

export interface InvoiceNews {
  items: { id: string; number: string; organisationName: string; totalCents: number }[];
  total: number;
  overdue: number;
}
const mostNews = 5;

/** Invoices in sight that were not opened yet, newest first, and how many are late. A credit note counts below nothing. */
export async function findInvoiceNews(db: Db, sight: Sight): Promise<InvoiceNews> {
  const [found] = await db.query<InvoiceNews>(sql`
    WITH new AS (SELECT i.* FROM invoice i WHERE ${invoiceInSight(sight)} AND i.status = 'final' AND ${isUnread(sight)})
    SELECT (SELECT count(*)::int FROM new) AS total,
           (SELECT count(*)::int FROM invoice i WHERE ${invoiceInSight(sight)} AND ${inPaymentState('overdue', sight.today)}) AS overdue,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT i.id, i.number, i.printed -> 'buyer' ->> 'name' AS "organisationName",
                    CASE i.kind WHEN 'credit' THEN -i.total_cents ELSE i.total_cents END AS "totalCents"
               FROM new i ORDER BY i.id DESC LIMIT ${mostNews}::int) x) AS items`);
  return found ?? { items: [], total: 0, overdue: 0 };
}

export type Printed = Pick<Invoice, 'seller' | 'buyer' | 'language' | 'document'>;
type StoredInvoice = Omit<Invoice, 'vat' | 'lines' | keyof Printed> & {
  lines: InvoiceLine[];
  printed: Partial<Printed> | null;
  now: Printed;
};

/** An invoice in sight, whole. Of a draft its parties are as they are now. */
export async function findInvoice(db: Transaction, sight: Sight, id: string): Promise<StoredInvoice | undefined> {
  const ofCredits = sight.actor.role === 'supervisor' ? onlyFinal : noSql;
  const [found] = await db.query<StoredInvoice>(sql`
    SELECT ${rowColumns(sight)}, i.remark, i.reason, i.frees_lines AS "freesLines",
           i.is_reverse_charged AS "isReverseCharged", i.g_account_share_bp AS "gAccountShareBp", i.payment_term_days AS "paymentTermDays",
           i.finalised_at AS "finalisedAt", i.printed, ${parties} AS now,
           (SELECT json_build_object('id', x.id, 'number', x.number) FROM invoice x WHERE x.id = i.credits_invoice_id) AS "creditsInvoice",
           (SELECT coalesce(json_agg(json_build_object('id', x.id, 'number', x.number) ORDER BY x.id), '[]') FROM invoice x
             WHERE x.credits_invoice_id = i.id ${sight.actor.role === 'supervisor' ? sql`AND x.status = 'final'` : noSql}) AS "creditedBy",
           (SELECT coalesce(json_agg(x ORDER BY x.position), '[]') FROM (
             SELECT l.id, l.position, l.description, l.employee_name AS "employeeName", l.function_name AS "functionName", l.iso_year AS "isoYear",
                    l.iso_week AS "isoWeek", l.hour_type_nl AS "hourTypeNl", l.hour_type_en AS "hourTypeEn", l.budget_number AS "budgetNumber", l.order_number AS "orderNumber", l.order_line AS "orderLine", l.cost_centre AS "costCentre", l.unit, l.size,
                    l.price_cents AS "priceCents", l.old_price_cents AS "oldPriceCents", l.rate_reason AS "rateReason", l.net_cents AS "netCents", l.vat_bp AS "vatBp", l.credits_line_id AS "creditsLineId",
                    ${credited(sql`c.size`, sql`l.id`, ofCredits)} AS "creditedSize", ${credited(sql`c.net_cents`, sql`l.id`, ofCredits)} AS "creditedCents"
               FROM invoice_line l WHERE l.invoice_id = i.id) x) AS lines
      FROM invoice i JOIN organisation o ON o.id = i.organisation_id CROSS JOIN agency a
     WHERE i.id = ${id}::uuid AND ${invoiceInSight(sight)}`);
  return found;
}

/** Of a line: what credit notes take back. The office counts their drafts, too: what is being taken back is not left for a second one. */
export const credited = (what: Sql, lineId: Sql, ofWhich: Sql): Sql => sql`(
  SELECT coalesce(sum(${what}), 0)::int FROM invoice_line c JOIN invoice n ON n.id = c.invoice_id ${ofWhich} WHERE c.credits_line_id = ${lineId})`;
export const onlyFinal = sql`AND n.status = 'final'`;

/** The agency `a` and the client `o` as an invoice names them. */
export const parties = sql`json_build_object(
  'seller', json_build_object('name', a.name, 'number', NULL, 'street', a.street, 'postcode', a.postcode, 'city', a.city, 'country', 'NL',
    'kvkNumber', a.kvk_number, 'vatNumber', a.vat_number, 'iban', a.iban, 'gAccountIban', a.g_account_iban),
  'buyer', json_build_object('name', o.name, 'number', o.number, 'street', ${invoiceAddress.street}, 'postcode', ${invoiceAddress.postcode},
    'city', ${invoiceAddress.city}, 'country', o.country,
    'kvkNumber', o.kvk_number, 'vatNumber', o.vat_number, 'iban', NULL, 'gAccountIban', NULL, 'debtorNumber', coalesce(o.debtor_number, o.number),
    'buyerReference', o.buyer_reference, 'contractReference', o.contract_reference, 'costCentre', o.cost_centre, 'oin', o.oin, 'gln', o.gln, 'peppolId', o.peppol_id),
  'language', o.invoice_language, 'document', o.invoice_document)`;

/** The worksheets behind an invoice in sight. */
export function listWorksheetsBehind(
  db: Db,
  sight: Sight,
  id: string,
): Promise<(Omit<InvoiceWorksheet, 'reference'> & { reference: number })[]> {
  return db.query(sql`
    SELECT w.id, w.reference, w.kind, json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
           p.employee_name AS "employeeName", p.function_name AS "functionName", approval.name AS "approvedByName", approval.at AS "approvedAt",
           approval.number AS "submissionNumber",
           json_agg(json_build_object('number', h.number, 'invoiceLineId', s.invoice_line_id, 'date', h.date, 'hourTypeNl', t.name_nl, 'hourTypeEn', t.name_en,
             'unit', t.unit, 'size', coalesce(h.quantity, h.minutes), 'startsAt', h.starts_at, 'endsAt', h.ends_at, 'breakMinutes', h.break_minutes)
             ORDER BY h.date, h.number) AS lines
      FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
      JOIN (SELECT worksheet_id, line_number, invoice_line_id FROM invoice_source
            UNION ALL SELECT worksheet_id, line_number, invoice_line_id FROM invoice_rate_source) s ON s.invoice_line_id = coalesce(l.credits_line_id, l.id)
      JOIN worksheet w ON w.id = s.worksheet_id
      JOIN hour_line h ON h.worksheet_id = s.worksheet_id AND h.number = s.line_number
      JOIN hour_type t ON t.id = h.hour_type_id JOIN placement p ON p.id = w.placement_id JOIN period pe ON pe.id = w.period_id
      LEFT JOIN LATERAL (
        SELECT v.actor_name AS name, v.at, b.number FROM worksheet_event v LEFT JOIN submission b ON b.id = v.submission_id
         WHERE v.worksheet_id = w.id AND v.submission_id = w.submission_id AND v.to_status IN ('approved', 'finalised') AND v.action IN ('approve', 'send', 'correct')
         ORDER BY v.id DESC LIMIT 1) approval ON TRUE
     WHERE i.id = ${id}::uuid AND ${invoiceInSight(sight)}
     GROUP BY w.id, pe.id, p.id, approval.name, approval.at, approval.number ORDER BY p.employee_sort_name, w.period_start, w.id`);
}

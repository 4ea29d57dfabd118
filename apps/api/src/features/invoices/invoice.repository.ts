import type { Invoice, InvoiceLine, InvoiceRow, InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import type { DraftInvoice, ReadyLine } from '@konnekt/shared/invoices/invoice.grouping';
import { amountIn, weeksIn } from '@konnekt/shared/invoices/invoice.search';
import type { InvoiceTotals } from '@konnekt/shared/invoices/invoice.sums';
import type { PaymentState } from '@konnekt/shared/invoices/invoice.words';
import { type Author, type Db, newId, type Transaction } from '#api/kit/database';
import { type AskedPage, contains, holdsWords, keysetList } from '#api/kit/keyset-list';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { invoiceInSight, type Sight } from '#api/kit/visibility';
import { hasQuestion } from './invoice-message.repository.ts';
import { inPaymentState, isUnread, openColumn } from './invoice-payment.repository.ts';
import { inSendingState, sendingState } from './invoice-sending.repository.ts';

const rowColumns = (
  sight: Sight,
): Sql => sql`i.id, i.version, i.kind, i.status, i.number, i.organisation_id AS "organisationId",
  coalesce(i.printed -> 'buyer' ->> 'name', o.name) AS "organisationName", i.from_day AS "fromDay", i.until_day AS "untilDay",
  i.budget_number AS "budgetNumber", i.employee_name AS "employeeName", i.invoice_date AS "invoiceDate", i.due_date AS "dueDate",
  i.net_cents AS "netCents", i.vat_cents AS "vatCents", i.total_cents AS "totalCents", i.g_account_cents AS "gAccountCents",
  ${openColumn} AS "openCents", ${sendingState} AS sending, ${isUnread(sight)} AS "isUnread",
  ${hasQuestion} AS "hasQuestion"`;

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

/** Invoices in sight, newest first. A budget number is found on the invoice and on its lines. */
export const listInvoices = (db: Db, sight: Sight, { q, budgetNumber, ...filter }: InvoiceFilter & AskedPage) =>
  keysetList<InvoiceRow>(db, {
    columns: rowColumns(sight),
    matching: sql`FROM invoice i JOIN organisation o ON o.id = i.organisation_id WHERE ${invoiceInSight(sight)}
      ${filter.organisationId ? sql`AND i.organisation_id = ${filter.organisationId}::uuid` : noSql}
      ${filter.status ? sql`AND i.status = ${filter.status}` : noSql} ${filter.kind ? sql`AND i.kind = ${filter.kind}` : noSql}
      ${filter.payment ? sql`AND ${inPaymentState(filter.payment, sight.today)}` : noSql}
      ${filter.question ? sql`AND ${hasQuestion}` : noSql} ${filter.sending ? inSendingState(filter.sending) : noSql}
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
  UNION ALL SELECT l.invoice_id FROM invoice_line l WHERE upper(l.budget_number) = upper(${number.trim()})`;

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
    SELECT ${rowColumns(sight)}, i.order_reference AS "orderReference", i.remark, i.reason, i.frees_lines AS "freesLines",
           i.is_reverse_charged AS "isReverseCharged", i.g_account_share_bp AS "gAccountShareBp", i.payment_term_days AS "paymentTermDays",
           i.finalised_at AS "finalisedAt", i.printed, ${parties} AS now,
           (SELECT json_build_object('id', x.id, 'number', x.number) FROM invoice x WHERE x.id = i.credits_invoice_id) AS "creditsInvoice",
           (SELECT coalesce(json_agg(json_build_object('id', x.id, 'number', x.number) ORDER BY x.id), '[]') FROM invoice x
             WHERE x.credits_invoice_id = i.id ${sight.actor.role === 'supervisor' ? sql`AND x.status = 'final'` : noSql}) AS "creditedBy",
           (SELECT coalesce(json_agg(x ORDER BY x.position), '[]') FROM (
             SELECT l.id, l.position, l.description, l.employee_name AS "employeeName", l.function_name AS "functionName", l.iso_year AS "isoYear",
                    l.iso_week AS "isoWeek", l.hour_type_nl AS "hourTypeNl", l.hour_type_en AS "hourTypeEn", l.budget_number AS "budgetNumber", l.unit, l.size,
                    l.price_cents AS "priceCents", l.net_cents AS "netCents", l.vat_bp AS "vatBp", l.credits_line_id AS "creditsLineId",
                    ${credited(sql`c.size`, sql`l.id`, ofCredits)} AS "creditedSize", ${credited(sql`c.net_cents`, sql`l.id`, ofCredits)} AS "creditedCents"
               FROM invoice_line l WHERE l.invoice_id = i.id) x) AS lines
      FROM invoice i JOIN organisation o ON o.id = i.organisation_id CROSS JOIN agency a
     WHERE i.id = ${id}::uuid AND ${invoiceInSight(sight)}`);
  return found;
}

/** Of a line: what credit notes take back. The office counts their drafts, too: what is being taken back is not left for a second one. */
const credited = (what: Sql, lineId: Sql, ofWhich: Sql): Sql => sql`(
  SELECT coalesce(sum(${what}), 0)::int FROM invoice_line c JOIN invoice n ON n.id = c.invoice_id ${ofWhich} WHERE c.credits_line_id = ${lineId})`;
const onlyFinal = sql`AND n.status = 'final'`;

/** The agency `a` and the client `o` as an invoice names them. */
const parties = sql`json_build_object(
  'seller', json_build_object('name', a.name, 'number', NULL, 'street', a.street, 'postcode', a.postcode, 'city', a.city, 'country', 'NL',
    'kvkNumber', a.kvk_number, 'vatNumber', a.vat_number, 'iban', a.iban, 'gAccountIban', a.g_account_iban),
  'buyer', json_build_object('name', o.name, 'number', o.number, 'street', o.street, 'postcode', o.postcode, 'city', o.city, 'country', o.country,
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
      JOIN invoice_source s ON s.invoice_line_id = coalesce(l.credits_line_id, l.id)
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

interface Ready {
  until: string;
  organisationIds?: readonly string[] | undefined;
}

/**
 * The lines that are ready up to a day: final, billed, on no invoice, of stretches of the client that are over by then. A week is Monday to
 * Sunday, a month the calendar's (weeks are split by day), four weeks a period. The price is the rate on the day; expenses are billed at their share.
 */
export function findReady(tx: Transaction, { until, organisationIds }: Ready): Promise<ReadyLine[]> {
  return tx.query<ReadyLine>(
    sql`
    SELECT line.*, coalesce(CASE WHEN line.unit = 'euros' THEN line.bill_share_bp / 100 END, rate.bill_cents) AS "priceCents"
      FROM (
        SELECT h.worksheet_id AS "worksheetId", h.number AS "lineNumber", w.organisation_id AS "organisationId", o.invoice_per AS per,
               CASE o.invoice_every WHEN 'month' THEN date_trunc('month', d.day)::date WHEN 'four-weeks' THEN four.starts_on
                    ELSE d.day - (extract(isodow FROM d.day)::int - 1) END AS "fromDay",
               CASE o.invoice_every WHEN 'month' THEN (date_trunc('month', d.day) + interval '1 month - 1 day')::date WHEN 'four-weeks' THEN four.ends_on
                    ELSE d.day + (7 - extract(isodow FROM d.day)::int) END AS "untilDay",
               d.day, w.employee_id AS "employeeId", p.employee_name AS "employeeName", p.employee_sort_name AS "employeeSortName", p.function_name AS "functionName",
               t.id AS "hourTypeId", t.sort_order AS "hourTypeOrder", coalesce(h.budget_number, p.budget_number) AS "budgetNumber", t.unit,
               coalesce(h.quantity, h.minutes) AS size, t.bill_share_bp, w.placement_id
          FROM worksheet_uninvoiced u JOIN worksheet w ON w.id = u.id JOIN organisation o ON o.id = w.organisation_id
          JOIN placement p ON p.id = w.placement_id JOIN hour_line h ON h.worksheet_id = w.id JOIN hour_type t ON t.id = h.hour_type_id AND t.bill_share_bp > 0
         CROSS JOIN LATERAL (SELECT coalesce(h.date, w.period_end) AS day) d
          LEFT JOIN period four ON o.invoice_every = 'four-weeks' AND four.type = 'four-weeks' AND d.day BETWEEN four.starts_on AND four.ends_on
         WHERE coalesce(h.quantity, h.minutes) <> 0
           ${organisationIds ? sql`AND w.organisation_id = ANY(${[...organisationIds]}::uuid[])` : noSql}
           AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL)) line
      LEFT JOIN LATERAL (
        SELECT r.bill_cents FROM placement_rate r
         WHERE r.placement_id = line.placement_id AND r.hour_type_id = line."hourTypeId" AND r.valid_from <= line.day
         ORDER BY r.valid_from DESC LIMIT 1) rate ON TRUE
     WHERE line."untilDay" <= ${until}::date`,
    'once',
  );
}

/** One after another prepare, finalise and credit: what is ready is looked at by one at a time. */
export async function holdInvoicing(tx: Transaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('invoicing', 0))`);
}

/** Whoever takes one of these worksheets back waits, and finds it invoiced. */
export async function holdWorksheets(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(sql`SELECT id FROM worksheet_uninvoiced WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`);
}

export interface Terms {
  id: string;
  name: string;
  isReverseCharged: boolean;
  gAccountShareBp: number;
  paymentTermDays: number;
  vatBp: number;
  lacks: string[];
}

/** The terms of these clients as they are now, and what an invoice of theirs would lack. */
export async function findTerms(tx: Transaction, organisationIds: readonly string[]): Promise<Map<string, Terms>> {
  const rows = await tx.query<Terms>(sql`
    SELECT o.id, o.name, o.reverse_charge AS "isReverseCharged", o.g_account_share_bp AS "gAccountShareBp", o.payment_term_days AS "paymentTermDays",
           a.vat_bp AS "vatBp", array_remove(ARRAY[
             CASE WHEN o.street IS NULL OR o.postcode IS NULL THEN 'client-address' END,
             CASE WHEN o.reverse_charge AND o.vat_number IS NULL THEN 'client-vat-number' END,
             CASE WHEN a.street IS NULL OR a.postcode IS NULL OR a.city IS NULL THEN 'agency-address' END,
             CASE WHEN a.kvk_number IS NULL OR a.vat_number IS NULL THEN 'agency-numbers' END,
             CASE WHEN a.iban IS NULL OR (o.g_account_share_bp > 0 AND a.g_account_iban IS NULL) THEN 'agency-iban' END], NULL) AS lacks
      FROM organisation o CROSS JOIN agency a WHERE o.id = ANY(${[...organisationIds]}::uuid[])`);
  return new Map(rows.map((terms) => [terms.id, terms]));
}

export interface NewInvoice extends Omit<DraftInvoice, 'withoutRate'> {
  /** Of hours that were corrected below nothing: the invoice that they were on. */
  creditsInvoiceId: string | null;
  terms: Terms;
  totals: InvoiceTotals;
}

/** Writes drafts with their lines, and which lines of worksheets are on each: a line that is on another one already breaks the whole (23505). */
export async function insertDrafts(tx: Transaction, author: Author, drafts: readonly NewInvoice[]): Promise<void> {
  // In the order of what they are of, which lists show the other way around.
  const ids = drafts.map(() => newId()).sort();
  const invoices = drafts.map(({ terms, totals, lines: _, ...draft }, n) => ({
    ...draft,
    ...{
      netCents: totals.netCents,
      vatCents: totals.vatCents,
      totalCents: totals.totalCents,
      gAccountCents: totals.gAccountCents,
    },
    ...{
      isReverseCharged: terms.isReverseCharged,
      gAccountShareBp: terms.gAccountShareBp,
      paymentTermDays: terms.paymentTermDays,
    },
    id: ids[n],
  }));
  const lines = drafts.flatMap(({ lines, terms }, n) =>
    lines.map(({ sources, ...line }, at) => ({
      ...line,
      ...{
        id: newId(),
        invoiceId: ids[n],
        position: at + 1,
        vatBp: terms.isReverseCharged ? 0 : terms.vatBp,
        sources,
      },
    })),
  );
  const sources = lines.flatMap(({ id, sources }) => sources.map((source) => ({ ...source, invoiceLineId: id })));
  await tx.query(sql`
    INSERT INTO invoice (id, kind, organisation_id, from_day, until_day, budget_number, employee_name, order_reference, is_reverse_charged, g_account_share_bp,
                         payment_term_days, net_cents, vat_cents, total_cents, g_account_cents, created_by_name, credits_invoice_id, reason)
    SELECT x.id, CASE WHEN x."creditsInvoiceId" IS NULL THEN 'invoice' ELSE 'credit' END, x."organisationId", x."fromDay", x."untilDay", x."budgetNumber", x."employeeName", x."budgetNumber", x."isReverseCharged",
           x."gAccountShareBp", x."paymentTermDays", x."netCents", x."vatCents", x."totalCents", x."gAccountCents", ${author.name},
           x."creditsInvoiceId", CASE WHEN x."creditsInvoiceId" IS NOT NULL THEN 'Correctie van uren' END
      FROM jsonb_to_recordset(${JSON.stringify(invoices)}::jsonb) AS x (id uuid, "creditsInvoiceId" uuid, "organisationId" uuid, "fromDay" date, "untilDay" date, "budgetNumber" text,
        "employeeName" text, "isReverseCharged" boolean, "gAccountShareBp" int, "paymentTermDays" int, "netCents" int, "vatCents" int, "totalCents" int, "gAccountCents" int)`);
  await tx.query(sql`
    INSERT INTO invoice_line (id, invoice_id, position, employee_id, employee_name, function_name, iso_year, iso_week, hour_type_id, hour_type_nl, hour_type_en,
                              budget_number, unit, size, price_cents, net_cents, vat_bp)
    SELECT x.id, x."invoiceId", x.position, x."employeeId", x."employeeName", x."functionName", x."isoYear", x."isoWeek", t.id, t.name_nl, t.name_en,
           x."budgetNumber", x.unit, x.size, x."priceCents", x."netCents", x."vatBp"
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x (id uuid, "invoiceId" uuid, position int, "employeeId" uuid, "employeeName" text, "functionName" text,
        "isoYear" int, "isoWeek" int, "hourTypeId" uuid, "budgetNumber" text, unit text, size int, "priceCents" int, "netCents" int, "vatBp" int)
      JOIN hour_type t ON t.id = x."hourTypeId"`);
  await tx.query(sql`
    INSERT INTO invoice_source (worksheet_id, line_number, invoice_line_id)
    SELECT x."worksheetId", x."lineNumber", x."invoiceLineId"
      FROM jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS x ("worksheetId" uuid, "lineNumber" int, "invoiceLineId" uuid)`);
  await forgetInvoiced(tx, [...new Set(sources.map(({ worksheetId }) => worksheetId))]);
}

/** The last final invoice that hours of the same placement and period as these worksheets are on: what a correction below nothing takes back. */
export async function findInvoicedWith(tx: Transaction, worksheetIds: readonly string[]): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }>(sql`
    SELECT i.id FROM worksheet w JOIN worksheet x ON x.placement_id = w.placement_id AND x.period_id = w.period_id
      JOIN invoice_source s ON s.worksheet_id = x.id JOIN invoice_line l ON l.id = s.invoice_line_id
      JOIN invoice i ON i.id = l.invoice_id AND i.status = 'final' AND i.kind = 'invoice'
     WHERE w.id = ANY(${[...worksheetIds]}::uuid[]) ORDER BY i.id DESC LIMIT 1`);
  return found?.id;
}

/** Worksheets of which every line that is billed is on an invoice wait for none any more. */
async function forgetInvoiced(tx: Transaction, worksheetIds: readonly string[]): Promise<void> {
  await tx.query(sql`
    DELETE FROM worksheet_uninvoiced u WHERE u.id = ANY(${[...worksheetIds]}::uuid[]) AND NOT EXISTS (
      SELECT FROM hour_line h JOIN hour_type t ON t.id = h.hour_type_id AND t.bill_share_bp > 0
       WHERE h.worksheet_id = u.id AND coalesce(h.quantity, h.minutes) <> 0
         AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL))`);
}

interface FreeLine {
  description: string;
  size: number;
  priceCents: number;
  netCents: number;
  vatBp: number;
}

/** Writes what was typed on a draft in this version; false when it is not there so any more. */
export async function updateDraft(
  tx: Transaction,
  id: string,
  version: number,
  draft: {
    remark: string | null;
    orderReference: string | null;
    freeLines: readonly FreeLine[];
    totals: InvoiceTotals;
  },
): Promise<boolean> {
  const { remark, orderReference, freeLines, totals } = draft;
  const written = await tx.query(sql`
    UPDATE invoice SET version = version + 1, remark = ${remark}, order_reference = ${orderReference}, net_cents = ${totals.netCents}::int,
           vat_cents = ${totals.vatCents}::int, total_cents = ${totals.totalCents}::int, g_account_cents = ${totals.gAccountCents}::int
     WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'draft' RETURNING id`);
  if (written.length === 0) return false;
  await tx.query(
    sql`DELETE FROM invoice_line WHERE invoice_id = ${id}::uuid AND description IS NOT NULL AND credits_line_id IS NULL`,
  );
  await tx.query(sql`
    INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp)
    SELECT ${id}::uuid, (SELECT coalesce(max(l.position), 0) FROM invoice_line l WHERE l.invoice_id = ${id}::uuid) + x.n, x.description, 'pieces', x.size, x.price, x.net, x.vat
      FROM unnest(${freeLines.map(({ description }) => description)}::text[], ${freeLines.map(({ size }) => size)}::int[],
        ${freeLines.map(({ priceCents }) => priceCents)}::int[], ${freeLines.map(({ netCents }) => netCents)}::int[], ${freeLines.map(({ vatBp }) => vatBp)}::int[])
        WITH ORDINALITY AS x (description, size, price, net, vat, n)`);
  return true;
}

/** Throws a draft away in this version: its hours wait to be invoiced again. False when it is not there so any more. */
export async function discardDraft(tx: Transaction, id: string, version: number): Promise<boolean> {
  await tx.query(sql`
    INSERT INTO worksheet_uninvoiced (id)
    SELECT DISTINCT s.worksheet_id FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id JOIN invoice_source s ON s.invoice_line_id = l.id
     WHERE i.id = ${id}::uuid AND i.version = ${version}::int AND i.status = 'draft' ON CONFLICT DO NOTHING`);
  const gone = await tx.query(sql`
    DELETE FROM invoice WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'draft' RETURNING id`);
  return gone.length > 0;
}

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
  return written;
}

interface CreditLine {
  lineId: string;
  size: number;
  netCents: number;
}

/** Drafts a credit note of lines of a final invoice, with its terms. */
export async function insertCredit(
  tx: Transaction,
  author: Author,
  credit: {
    invoiceId: string;
    reason: string;
    freesLines: boolean;
    lines: readonly CreditLine[];
    totals: InvoiceTotals;
  },
): Promise<string> {
  const { invoiceId, reason, freesLines, lines, totals } = credit;
  const id = newId();
  await tx.query(sql`
    INSERT INTO invoice (id, kind, organisation_id, from_day, until_day, budget_number, employee_name, order_reference, credits_invoice_id, reason, frees_lines,
                         is_reverse_charged, g_account_share_bp, payment_term_days, net_cents, vat_cents, total_cents, created_by_name)
    SELECT ${id}::uuid, 'credit', i.organisation_id, i.from_day, i.until_day, i.budget_number, i.employee_name, i.order_reference, i.id, ${reason}, ${freesLines}::boolean,
           i.is_reverse_charged, 0, i.payment_term_days, ${totals.netCents}::int, ${totals.vatCents}::int, ${totals.totalCents}::int, ${author.name}
      FROM invoice i WHERE i.id = ${invoiceId}::uuid`);
  await tx.query(sql`
    INSERT INTO invoice_line (invoice_id, position, description, employee_id, employee_name, function_name, iso_year, iso_week, hour_type_id, hour_type_nl, hour_type_en,
                              budget_number, unit, size, price_cents, net_cents, vat_bp, credits_line_id)
    SELECT ${id}::uuid, row_number() OVER (ORDER BY l.position), l.description, l.employee_id, l.employee_name, l.function_name, l.iso_year, l.iso_week, l.hour_type_id,
           l.hour_type_nl, l.hour_type_en, l.budget_number, l.unit, x.size, l.price_cents, x."netCents", l.vat_bp, l.id
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x ("lineId" uuid, size int, "netCents" int) JOIN invoice_line l ON l.id = x."lineId"`);
  return id;
}

export async function findPdf(db: Db, id: string, withWorksheets: boolean): Promise<Buffer | undefined> {
  const [kept] = await db.query<{ content: Buffer }>(
    sql`SELECT content FROM invoice_pdf WHERE invoice_id = ${id}::uuid AND with_worksheets = ${withWorksheets}::boolean`,
  );
  return kept?.content;
}

/** Keeps it, if none is kept yet; answers what is. */
export async function keepPdf(db: Db, id: string, withWorksheets: boolean, content: Buffer): Promise<Buffer> {
  await db.query(sql`
    INSERT INTO invoice_pdf (invoice_id, with_worksheets, content, sha256)
    VALUES (${id}::uuid, ${withWorksheets}::boolean, ${content}, encode(sha256(${content}), 'hex')) ON CONFLICT DO NOTHING`);
  return (await findPdf(db, id, withWorksheets)) ?? content;
}

/** Of these invoices the final ones in sight, by number. */
export const listFinalInvoices = (
  db: Db,
  sight: Sight,
  ids: readonly string[],
): Promise<{ id: string; number: string }[]> =>
  db.query(sql`
    SELECT i.id, i.number FROM invoice i WHERE i.id = ANY(${[...ids]}::uuid[]) AND i.status = 'final' AND ${invoiceInSight(sight)} ORDER BY i.number`);

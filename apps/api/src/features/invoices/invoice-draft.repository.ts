import type { DraftInvoice, ReadyLine } from '@konnekt/shared/invoices/invoice.grouping';
import type { InvoiceTotals } from '@konnekt/shared/invoices/invoice.sums';
import { rateOn } from '#api/kit/conditions';
import { type Author, newId, type Transaction } from '#api/kit/database';
import { noSql, sql } from '#api/kit/sql';
import { invoiceAddress } from './invoice-address.repository.ts';
import { insertDifferences, rateBeforeDifferences, voidDifferences } from './invoice-rate.repository.ts';

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
    SELECT line.*, coalesce(CASE WHEN line.unit = 'euros' THEN line.bill_share_bp / 100 END, ${rateBeforeDifferences(sql`line."worksheetId"`, sql`line."lineNumber"`)},
                            rate.bill_cents) AS "priceCents"
      FROM (
        SELECT h.worksheet_id AS "worksheetId", h.number AS "lineNumber", w.organisation_id AS "organisationId", o.invoice_per AS per,
               CASE o.invoice_every WHEN 'month' THEN date_trunc('month', d.day)::date WHEN 'four-weeks' THEN four.starts_on
                    ELSE d.day - (extract(isodow FROM d.day)::int - 1) END AS "fromDay",
               CASE o.invoice_every WHEN 'month' THEN (date_trunc('month', d.day) + interval '1 month - 1 day')::date WHEN 'four-weeks' THEN four.ends_on
                    ELSE d.day + (7 - extract(isodow FROM d.day)::int) END AS "untilDay",
               d.day, w.employee_id AS "employeeId", p.employee_name AS "employeeName", p.employee_sort_name AS "employeeSortName", p.function_name AS "functionName",
               t.id AS "hourTypeId", t.sort_order AS "hourTypeOrder", coalesce(h.budget_number, p.budget_number) AS "budgetNumber", coalesce(b.order_number, p.order_number, o.order_number) AS "orderNumber", b.order_line AS "orderLine",
               coalesce(b.cost_centre, p.cost_centre) AS "costCentre", t.unit,
               coalesce(h.quantity, h.minutes) AS size, t.bill_share_bp, w.placement_id,
               o.requires_budget_number OR o.invoice_per = 'budget-number' AS "needsBudgetNumber"
          FROM worksheet_uninvoiced u JOIN worksheet w ON w.id = u.id JOIN organisation o ON o.id = w.organisation_id
          JOIN placement p ON p.id = w.placement_id JOIN hour_line h ON h.worksheet_id = w.id JOIN hour_type t ON t.id = h.hour_type_id AND t.bill_share_bp > 0
         CROSS JOIN LATERAL (SELECT coalesce(h.date, w.period_end) AS day) d
          LEFT JOIN budget_number b ON b.organisation_id = w.organisation_id AND key_form(b.number) = key_form(coalesce(h.budget_number, p.budget_number))
          LEFT JOIN period four ON o.invoice_every = 'four-weeks' AND four.type = 'four-weeks' AND d.day BETWEEN four.starts_on AND four.ends_on
         WHERE coalesce(h.quantity, h.minutes) <> 0
           ${organisationIds ? sql`AND w.organisation_id = ANY(${[...organisationIds]}::uuid[])` : noSql}
           AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL)) line
      LEFT JOIN LATERAL ${rateOn(sql`r.bill_cents`, { placementId: sql`line.placement_id`, hourTypeId: sql`line."hourTypeId"`, day: sql`line.day` })} rate ON TRUE
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
             CASE WHEN ${invoiceAddress.street} IS NULL OR ${invoiceAddress.postcode} IS NULL THEN 'client-address' END,
             CASE WHEN o.reverse_charge AND o.vat_number IS NULL THEN 'client-vat-number' END,
             CASE WHEN a.street IS NULL OR a.postcode IS NULL OR a.city IS NULL THEN 'agency-address' END,
             CASE WHEN a.kvk_number IS NULL OR a.vat_number IS NULL THEN 'agency-numbers' END,
             CASE WHEN a.iban IS NULL OR (o.g_account_share_bp > 0 AND a.g_account_iban IS NULL) THEN 'agency-iban' END], NULL) AS lacks
      FROM organisation o CROSS JOIN agency a WHERE o.id = ANY(${[...organisationIds]}::uuid[])`);
  return new Map(rows.map((terms) => [terms.id, terms]));
}

type Counted = 'withoutRate' | 'withoutBudgetNumber' | 'worksheets' | 'rateDifferences';
export interface NewInvoice extends Omit<DraftInvoice, Counted> {
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
  const all = lines.flatMap(({ id, sources }) => sources.map((source) => ({ ...source, invoiceLineId: id })));
  const sources = all.filter(({ changeId }) => changeId === undefined);
  const differences = all.flatMap(({ changeId, ...source }) => (changeId === undefined ? [] : { ...source, changeId }));
  await tx.query(sql`
    INSERT INTO invoice (id, kind, organisation_id, from_day, until_day, budget_number, employee_name, order_reference, cost_centre, is_reverse_charged, g_account_share_bp,
                         payment_term_days, net_cents, vat_cents, total_cents, g_account_cents, created_by_name, credits_invoice_id, reason)
    SELECT x.id, CASE WHEN x."creditsInvoiceId" IS NULL THEN 'invoice' ELSE 'credit' END, x."organisationId", x."fromDay", x."untilDay", x."budgetNumber", x."employeeName", x."orderReference", x."costCentre", x."isReverseCharged",
           x."gAccountShareBp", x."paymentTermDays", x."netCents", x."vatCents", x."totalCents", x."gAccountCents", ${author.name},
           x."creditsInvoiceId", CASE WHEN x."creditsInvoiceId" IS NOT NULL THEN 'Correctie van uren' END
      FROM jsonb_to_recordset(${JSON.stringify(invoices)}::jsonb) AS x (id uuid, "creditsInvoiceId" uuid, "organisationId" uuid, "fromDay" date, "untilDay" date, "budgetNumber" text,
        "employeeName" text, "orderReference" text, "costCentre" text, "isReverseCharged" boolean, "gAccountShareBp" int, "paymentTermDays" int, "netCents" int, "vatCents" int, "totalCents" int, "gAccountCents" int)`);
  await tx.query(sql`
    INSERT INTO invoice_line (id, invoice_id, position, employee_id, employee_name, function_name, iso_year, iso_week, hour_type_id, hour_type_nl, hour_type_en,
                              budget_number, order_number, order_line, cost_centre, unit, size, price_cents, old_price_cents, rate_reason, net_cents, vat_bp)
    SELECT x.id, x."invoiceId", x.position, x."employeeId", x."employeeName", x."functionName", x."isoYear", x."isoWeek", t.id, t.name_nl, t.name_en,
           x."budgetNumber", x."orderNumber", x."orderLine", x."costCentre", x.unit, x.size, x."priceCents", x."oldPriceCents", x."rateReason", x."netCents", x."vatBp"
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x (id uuid, "invoiceId" uuid, position int, "employeeId" uuid, "employeeName" text, "functionName" text,
        "isoYear" int, "isoWeek" int, "hourTypeId" uuid, "budgetNumber" text, "orderNumber" text, "orderLine" text, "costCentre" text, unit text, size int, "priceCents" int, "oldPriceCents" int, "rateReason" text, "netCents" int, "vatBp" int)
      JOIN hour_type t ON t.id = x."hourTypeId"`);
  await voidDifferences(tx, sources);
  await insertDifferences(tx, differences);
  await tx.query(sql`
    INSERT INTO invoice_source (worksheet_id, line_number, invoice_line_id)
    SELECT x."worksheetId", x."lineNumber", x."invoiceLineId"
      FROM jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS x ("worksheetId" uuid, "lineNumber" int, "invoiceLineId" uuid)`);
  await forgetInvoiced(tx, [...new Set(sources.map(({ worksheetId }) => worksheetId))]);
}

/** Of drafts below nothing: the last final invoice that hours of the same placement and period are on, which they take back from. */
export async function findInvoicedWith(
  tx: Transaction,
  drafts: readonly DraftInvoice[],
): Promise<Map<DraftInvoice, string>> {
  const sources = drafts.flatMap(({ lines, netCents }, draft) =>
    netCents < 0 ? lines.flatMap((line) => line.sources.map(({ worksheetId }) => ({ draft, worksheetId }))) : [],
  );
  if (sources.length === 0) return new Map();
  const found = await tx.query<{ draft: number; id: string }>(sql`
    SELECT DISTINCT ON (g.draft) g.draft, i.id FROM jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS g (draft int, "worksheetId" uuid)
      JOIN worksheet w ON w.id = g."worksheetId" JOIN worksheet x ON x.placement_id = w.placement_id AND x.period_id = w.period_id
      JOIN invoice_source s ON s.worksheet_id = x.id JOIN invoice_line l ON l.id = s.invoice_line_id
      JOIN invoice i ON i.id = l.invoice_id AND i.status = 'final' AND i.kind = 'invoice'
     ORDER BY g.draft, i.id DESC`);
  return new Map(found.flatMap(({ draft, id }) => (drafts[draft] ? [[drafts[draft], id]] : [])));
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

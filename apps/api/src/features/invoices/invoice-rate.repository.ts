import type { ReadyDifference } from '@konnekt/shared/invoices/invoice.grouping';
import type { Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';

/** Difference `c` of a line is on an invoice. */
const isInvoiced: Sql = sql`EXISTS (SELECT FROM invoice_rate_source r
  WHERE r.worksheet_id = c.worksheet_id AND r.line_number = c.line_number AND r.change_id = c.change_id AND r.freed_at IS NULL)`;

/**
 * What a rate that was changed since makes of hours that are on invoices up to a day, as they stand there: by whom, in which week, for what. A line of such
 * an invoice comes as a whole, so that it is rounded as it was. Of hours that were taken back there is none.
 */
export const findDifferences = (
  tx: Transaction,
  { until, organisationIds }: { until: string; organisationIds?: readonly string[] | undefined },
): Promise<ReadyDifference[]> =>
  tx.query<ReadyDifference>(
    sql`
    SELECT c.change_id AS "changeId", n.reason, c.old_cents AS "oldPriceCents", c.new_cents AS "priceCents", c.worksheet_id AS "worksheetId",
           c.line_number AS "lineNumber", w.organisation_id AS "organisationId", o.invoice_per AS per, coalesce(h.date, w.period_end) AS day, w.employee_id AS "employeeId",
           l.employee_name AS "employeeName", p.employee_sort_name AS "employeeSortName", l.function_name AS "functionName", l.hour_type_id AS "hourTypeId",
           t.sort_order AS "hourTypeOrder", l.budget_number AS "budgetNumber", l.order_number AS "orderNumber", l.order_line AS "orderLine",
           l.cost_centre AS "costCentre", l.unit, coalesce(h.quantity, h.minutes) AS size
      FROM rate_correction c JOIN rate_change n ON n.id = c.change_id
      JOIN invoice_source s ON s.worksheet_id = c.worksheet_id AND s.line_number = c.line_number AND s.freed_at IS NULL
      JOIN invoice_line l ON l.id = s.invoice_line_id JOIN invoice i ON i.id = l.invoice_id JOIN hour_type t ON t.id = l.hour_type_id
      JOIN worksheet w ON w.id = c.worksheet_id JOIN placement p ON p.id = w.placement_id JOIN organisation o ON o.id = w.organisation_id
      JOIN hour_line h ON h.worksheet_id = c.worksheet_id AND h.number = c.line_number
     WHERE c.kind = 'bill' AND NOT c.is_void AND i.until_day <= ${until}::date AND NOT ${isInvoiced} AND l.id NOT IN (SELECT b.id FROM invoice_line_taken_back b)
       ${organisationIds ? sql`AND w.organisation_id = ANY(${[...organisationIds]}::uuid[])` : noSql}`,
    'once',
  );

interface Source {
  worksheetId: string;
  lineNumber: number;
}
const sourcesOf = (sources: readonly Source[]): Sql =>
  sql`jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS x ("worksheetId" uuid, "lineNumber" int, "changeId" uuid, "invoiceLineId" uuid)`;

/**
 * These lines are invoiced now, at the rate of their day, or where a difference of them stands on an invoice at the one that it starts from: what changed
 * before is in that price, and never to be invoiced any more.
 */
export const voidDifferences = (tx: Transaction, sources: readonly Source[]) =>
  tx.query(sql`
    UPDATE rate_correction c SET is_void = TRUE FROM ${sourcesOf(sources)}
     WHERE c.worksheet_id = x."worksheetId" AND c.line_number = x."lineNumber" AND c.kind = 'bill' AND NOT c.is_void AND NOT ${isInvoiced}
       AND NOT EXISTS (SELECT FROM invoice_rate_source r WHERE r.worksheet_id = c.worksheet_id AND r.line_number = c.line_number AND r.freed_at IS NULL AND r.change_id < c.change_id)`);

export const insertDifferences = (
  tx: Transaction,
  sources: readonly (Source & { changeId: string; invoiceLineId: string })[],
) =>
  tx.query(sql`
    INSERT INTO invoice_rate_source (worksheet_id, line_number, change_id, invoice_line_id)
    SELECT x."worksheetId", x."lineNumber", x."changeId", x."invoiceLineId" FROM ${sourcesOf(sources)}`);

/** What line `line` was billed at before the first difference of it that is on an invoice; none where there is no such. */
export const rateBeforeDifferences = (worksheetId: Sql, lineNumber: Sql): Sql => sql`(
  SELECT c.old_cents FROM invoice_rate_source r JOIN rate_correction c USING (worksheet_id, line_number, kind, change_id)
   WHERE r.worksheet_id = ${worksheetId} AND r.line_number = ${lineNumber} AND r.freed_at IS NULL ORDER BY r.change_id LIMIT 1)`;

/** Differences that credit notes of these take back as a whole can be invoiced again, where they say so. */
export const freeDifferences = (tx: Transaction, creditIds: readonly string[]) =>
  tx.query(sql`
    UPDATE invoice_rate_source s SET freed_at = now()
      FROM invoice i JOIN invoice_line k ON k.invoice_id = i.id JOIN invoice_line l ON l.id = k.credits_line_id
     WHERE i.id = ANY(${[...creditIds]}::uuid[]) AND i.kind = 'credit' AND i.frees_lines AND s.invoice_line_id = l.id AND s.freed_at IS NULL AND l.id IN (SELECT b.id FROM invoice_line_taken_back b)`);

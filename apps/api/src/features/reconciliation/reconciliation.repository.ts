import type { DataCheck, ReconciliationSum } from '@konnekt/shared/reconciliation/reconciliation.contract';
import type { BrokenRule } from '#api/features/data-check/data-check.service';
import type { Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/**
 * Every line that is final, looked for on invoices, in payroll runs and in what waits for either: one pass, by placement, so that what is too much
 * here and too little there is not evened out; then summed by client and hour type.
 */
export const sumAll = (db: Db): Promise<ReconciliationSum[]> =>
  db.query(
    sql`
    WITH line AS (
      SELECT w.organisation_id, w.placement_id, h.hour_type_id, coalesce(h.quantity, h.minutes) AS size,
             i.status = 'final' AS is_invoiced, i.status = 'draft' AS is_on_draft,
             s.worksheet_id IS NULL AND ui.id IS NOT NULL AS is_to_invoice, l.worksheet_id IS NOT NULL AS is_paid, up.id IS NOT NULL AS is_to_pay,
             coalesce(l.quantity, l.minutes) AS paid_size
        FROM worksheet w JOIN hour_line h ON h.worksheet_id = w.id
        LEFT JOIN invoice_source s ON s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL
        LEFT JOIN invoice_line il ON il.id = s.invoice_line_id LEFT JOIN invoice i ON i.id = il.invoice_id
        LEFT JOIN worksheet_uninvoiced ui ON ui.id = w.id
        LEFT JOIN payroll_line l ON l.worksheet_id = h.worksheet_id AND l.line_number = h.number
        LEFT JOIN worksheet_unpaid up ON up.id = w.id
       WHERE w.status = 'finalised' AND NOT EXISTS (SELECT FROM brought_line b WHERE b.worksheet_id = w.id)
    ), placed AS (
      SELECT organisation_id, placement_id, hour_type_id, sum(size) AS final, coalesce(sum(size) FILTER (WHERE is_invoiced), 0) AS invoiced,
             coalesce(sum(size) FILTER (WHERE is_on_draft), 0) AS on_drafts,
             coalesce(sum(size) FILTER (WHERE is_to_invoice), 0) AS to_invoice, coalesce(sum(paid_size), 0) AS paid,
             coalesce(sum(size) FILTER (WHERE is_to_pay), 0) AS to_pay
        FROM line GROUP BY organisation_id, placement_id, hour_type_id
    )
    SELECT o.id AS "organisationId", o.name AS "organisationName", t.id AS "hourTypeId", t.name_nl AS "hourTypeNl", t.name_en AS "hourTypeEn", t.unit,
           t.bill_share_bp > 0 AS "isBilled", sum(x.final)::float8 AS final, sum(x.invoiced)::float8 AS invoiced,
           sum(x.on_drafts)::float8 AS "onDrafts", sum(x.to_invoice)::float8 AS "toInvoice",
           sum(x.paid)::float8 AS paid, sum(x.to_pay)::float8 AS "toPay",
           count(*) FILTER (WHERE x.final <> x.paid + x.to_pay OR (t.bill_share_bp > 0 AND x.final <> x.invoiced + x.on_drafts + x.to_invoice))::int AS "placementsThatDiffer"
      FROM placed x JOIN organisation o ON o.id = x.organisation_id JOIN hour_type t ON t.id = x.hour_type_id
     GROUP BY o.id, t.id ORDER BY o.name, t.sort_order, t.id`,
    'once',
  );

/** Asks for a check; none where one is under way. */
export async function insertCheck(
  tx: Transaction,
  askedByName: string | null,
  rules: number,
): Promise<string | undefined> {
  const [made] = await tx.query<{ id: string }>(sql`
    INSERT INTO data_check (asked_by_name, rules) VALUES (${askedByName}, ${rules}::int) ON CONFLICT DO NOTHING RETURNING id`);
  return made?.id;
}

export async function findLastCheck(db: Transaction): Promise<DataCheck | null> {
  const [check] = await db.query<DataCheck>(sql`
    SELECT id, asked_at AS "askedAt", asked_by_name AS "askedByName", rules, rules_done AS "rulesDone", ended_at AS "endedAt", broken
      FROM data_check ORDER BY id DESC LIMIT 1`);
  return check ?? null;
}

export const recordProgress = (db: Db, id: string, rulesDone: number) =>
  db.query(sql`UPDATE data_check SET rules_done = ${rulesDone}::int WHERE id = ${id}::uuid AND ended_at IS NULL`);

/** Keeps what was found; of the checks before this one those of a month. */
export async function endCheck(db: Db, id: string, broken: readonly BrokenRule[]): Promise<void> {
  await db.query(sql`
    UPDATE data_check SET ended_at = now(), rules_done = rules, broken = ${JSON.stringify(broken)}::jsonb WHERE id = ${id}::uuid AND ended_at IS NULL`);
  await db.query(sql`DELETE FROM data_check WHERE ended_at < now() - interval '31 days' AND id <> ${id}::uuid`);
}

/** One that broke off for good proves nothing. */
export const discardCheck = (db: Db, id: string) =>
  db.query(sql`DELETE FROM data_check WHERE id = ${id}::uuid AND ended_at IS NULL`);

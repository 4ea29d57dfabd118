import type { Budget, BudgetLine } from '@konnekt/shared/budgets/budget.contract';
import type { Invoicing } from '@konnekt/shared/invoices/invoicing.contract';
import { isNotOver, rateOn } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type AskedPage, contains, keysetList } from '#api/kit/keyset-list';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { budgetInSight, type Sight } from '#api/kit/visibility';

/**
 * For a budget number `b`: all that is on it. Lines of invoices, those of a credit note below nothing; and hours on none yet, at the rate of their day,
 * each rounded as an invoice's line is. Sums and the report are made of these rows alone.
 */
const onBudget: Sql = sql`(
  SELECT CASE i.status WHEN 'final' THEN 'used' ELSE 'ready' END AS stage, i.id AS "invoiceId", i.number AS "invoiceNumber", l.id AS "invoiceLineId",
         NULL::uuid AS "worksheetId", l.employee_name AS "employeeName", l.description, NULL::date AS day, l.iso_year AS "isoYear", l.iso_week AS "isoWeek",
         l.hour_type_nl AS "hourTypeNl", l.hour_type_en AS "hourTypeEn", l.unit, sign.of * l.size AS size, sign.of * l.net_cents AS cents,
         CASE WHEN l.unit = 'hours' AND l.old_price_cents IS NULL THEN sign.of * l.size ELSE 0 END AS minutes
    FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id AND i.organisation_id = b.organisation_id
   CROSS JOIN LATERAL (SELECT CASE i.kind WHEN 'credit' THEN -1 ELSE 1 END AS of) sign
   WHERE upper(l.budget_number) = upper(b.number)
  UNION ALL
  SELECT open.stage, NULL, NULL, NULL, w.id, p.employee_name, NULL, coalesce(h.date, w.period_end), extract(isoyear FROM coalesce(h.date, w.period_end))::int,
         extract(week FROM coalesce(h.date, w.period_end))::int, t.name_nl, t.name_en, t.unit, coalesce(h.quantity, h.minutes),
         coalesce(round(coalesce(h.quantity, h.minutes)::numeric * price.cents / CASE WHEN t.unit IN ('hours', 'surcharge') THEN 60 ELSE 100 END), 0)::int,
         CASE t.unit WHEN 'hours' THEN h.minutes ELSE 0 END
    FROM (
      SELECT 'ready' AS stage, u.id FROM worksheet_uninvoiced u
      UNION ALL SELECT 'waiting', x.id FROM worksheet_waiting x WHERE x.organisation_id = b.organisation_id AND x.status IN ('submitted', 'approved')) open
    JOIN worksheet w ON w.id = open.id AND w.organisation_id = b.organisation_id JOIN placement p ON p.id = w.placement_id
    JOIN hour_line h ON h.worksheet_id = w.id AND coalesce(h.quantity, h.minutes) <> 0
    JOIN hour_type t ON t.id = h.hour_type_id AND t.bill_share_bp > 0
    LEFT JOIN LATERAL ${rateOn(sql`r.bill_cents`, { placementId: sql`w.placement_id`, hourTypeId: sql`t.id`, day: sql`coalesce(h.date, w.period_end)` })} rate ON TRUE
   CROSS JOIN LATERAL (SELECT CASE WHEN t.unit = 'euros' THEN t.bill_share_bp / 100 ELSE rate.bill_cents END AS cents) price
   WHERE upper(coalesce(h.budget_number, p.budget_number)) = upper(b.number)
     AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL))`;

const amounts = (stage: string): Sql => sql`json_build_object(
  'cents', coalesce(sum(x.cents) FILTER (WHERE x.stage = ${stage}), 0), 'minutes', coalesce(sum(x.minutes) FILTER (WHERE x.stage = ${stage}), 0))`;

type Warns = Invoicing['budgets'];
const budgetOf = sql`coalesce(b.budget_cents, b.budget_minutes)`;

/** For a budget number `b`: its sums and what is to be said of them, in one row. */
const sumsOf = ({ warnFromBp, warnDays }: Warns, today: string): Sql => sql`(
  SELECT x.used, x.ready, x.waiting, array_remove(ARRAY[
           CASE WHEN x.taken > ${budgetOf} THEN 'over' WHEN x.taken::bigint * 10000 >= ${budgetOf}::bigint * ${warnFromBp}::int THEN 'share' END,
           CASE WHEN ${budgetOf} IS NULL THEN NULL WHEN b.valid_until < ${today}::date THEN 'ended'
                WHEN b.valid_until <= ${today}::date + ${warnDays}::int THEN 'ends' END], NULL) AS warnings
    FROM (
      SELECT ${amounts('used')} AS used, ${amounts('ready')} AS ready, ${amounts('waiting')} AS waiting,
             CASE WHEN b.budget_cents IS NOT NULL THEN sum(x.cents) WHEN b.budget_minutes IS NOT NULL THEN sum(x.minutes) END AS taken
        FROM ${onBudget} x) x)`;

/** The sums are worked out for the rows that are shown, never for those that are counted. */
const columns = (
  warns: Warns,
  today: string,
): Sql => sql`b.id, b.organisation_id AS "organisationId", o.name AS "organisationName", b.number, b.description,
  b.valid_from AS "validFrom", b.valid_until AS "validUntil", b.budget_cents AS "budgetCents", b.budget_minutes AS "budgetMinutes",
  (SELECT row_to_json(s) FROM ${sumsOf(warns, today)} s) AS sums`;
const tables = sql`budget_number b JOIN organisation o ON o.id = b.organisation_id`;

type Sums = Pick<Budget, 'used' | 'ready' | 'waiting' | 'warnings'>;
type Row = Omit<Budget, keyof Sums> & { sums: Sums };
const asBudget = ({ sums, ...row }: Row): Budget => ({ ...row, ...sums });

export interface BudgetFilter {
  q?: string | undefined;
  organisationId?: string | undefined;
  state?: 'with-budget' | 'warned' | undefined;
}

/** Budget numbers in sight, by number, with their sums. What is warned of is not over by its day alone. */
export async function listBudgets(
  db: Db,
  sight: Sight,
  warns: Warns,
  { q, organisationId, state, ...page }: BudgetFilter & AskedPage,
) {
  const { today } = sight;
  const isWarned = sql`AND ${isNotOver(sql`b`, today)}
    AND EXISTS (SELECT FROM ${sumsOf(warns, today)} s WHERE cardinality(s.warnings) > 0)`;
  const found = await keysetList<Row>(db, {
    columns: columns(warns, today),
    matching: sql`FROM ${tables} WHERE ${budgetInSight(sight)} ${organisationId ? sql`AND b.organisation_id = ${organisationId}::uuid` : noSql}
      ${state ? sql`AND ${budgetOf} IS NOT NULL` : noSql} ${state === 'warned' ? isWarned : noSql}
      ${contains(q, sql`b.number`, sql`b.description`, sql`o.name`)}`,
    key: { column: sql`b.number` },
    id: sql`b.id`,
    page,
  });
  return { ...found, items: found.items.map(asBudget) };
}

export async function findBudget(db: Transaction, sight: Sight, warns: Warns, id: string): Promise<Budget | undefined> {
  const [found] = await db.query<Row>(sql`
    SELECT ${columns(warns, sight.today)} FROM ${tables} WHERE b.id = ${id}::uuid AND ${budgetInSight(sight)}`);
  return found && asBudget(found);
}

/** All that is on a budget number in sight, the latest first. Drafts are the office's: a supervisor sees their hours without them. */
export const listBudgetLines = (db: Transaction, sight: Sight, id: string): Promise<BudgetLine[]> =>
  db.query<BudgetLine>(sql`
    SELECT x.stage, CASE WHEN x.stage = 'used' OR ${sight.actor.role !== 'supervisor'}::boolean THEN x."invoiceId" END AS "invoiceId", x."invoiceNumber",
           x."invoiceLineId", x."worksheetId", x."employeeName", x.description, x.day, x."isoYear", x."isoWeek", x."hourTypeNl", x."hourTypeEn", x.unit, x.size, x.cents, x.minutes
      FROM budget_number b CROSS JOIN LATERAL ${onBudget} x WHERE b.id = ${id}::uuid AND ${budgetInSight(sight)}
     ORDER BY x."isoYear" DESC NULLS LAST, x."isoWeek" DESC NULLS LAST, x."employeeName", x."invoiceNumber" DESC NULLS FIRST, x.day, x."hourTypeNl"`);

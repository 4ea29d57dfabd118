import type { ExportRow } from '@konnekt/shared/payroll/export.cells';
import type { CodedType } from '@konnekt/shared/payroll/export.codes';
import type { PayrollRun, PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { rateOn } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';

export type Named = Pick<StoredRun, 'id' | 'status'>;

/** The worksheets of a run as `w`: those that it took, or would take at this moment. Ends in a WHERE. */
export const worksheetsOf = ({ id, status }: Named, isHeld = false): Sql =>
  status === 'closed'
    ? sql`payroll_run_worksheet taken JOIN worksheet w ON w.id = taken.worksheet_id JOIN period pe ON pe.id = w.period_id
        LEFT JOIN worksheet_unpaid u ON FALSE WHERE taken.run_id = ${id}::uuid`
    : sql`payroll_run r JOIN worksheet_unpaid u ON (u.held_at IS NOT NULL) = ${isHeld}::boolean JOIN worksheet w ON w.id = u.id
        JOIN period pe ON pe.id = w.period_id AND pe.type = ANY(r.period_types) WHERE r.id = ${id}::uuid`;

/**
 * The lines of a run as `l`, with all that a line of payroll holds: as they were paid, or as they would be now. The rate is the last one
 * that began by the day (of a total: by the last day of its period), per hour, kilometre or piece; expenses are paid as they are.
 * Amounts round once per line, half away from zero (`multiplyHalfUp`).
 */
export const linesOf = (run: Named): Sql => sql`(
  SELECT ${lineColumns}, '' AS correction FROM ${run.status === 'closed' ? sql`payroll_line l WHERE l.run_id = ${run.id}::uuid` : sql`(${payable(run)}) l`}
  UNION ALL ${rateCorrections(run)}) l WHERE TRUE`;

const lineColumns = sql`l.worksheet_id, l.line_number, l.worksheet_version, l.worksheet_reference, l.period_id, l.employee_id, l.personnel_number, l.employee_name,
  l.placement_number, l.function_name, l.organisation_number, l.organisation_name, l.hour_type_id, l.hour_type_code, l.payroll_code, l.unit, l.is_worked,
  l.pay_share_bp, l.date, l.starts_at, l.ends_at, l.break_minutes, l.minutes, l.quantity, l.pay_rate_cents, l.pay_cents, l.budget_number, l.approved_at,
  l.approved_by_role`;

/**
 * What was paid at a rate that was changed since, as two lines: what was paid is taken away at the old rate and paid at the new one, so that no hour is paid
 * twice. Of an open run: what waits, of the kinds of period that it takes.
 */
const rateCorrections = (run: Named): Sql => sql`
  SELECT l.worksheet_id, l.line_number, l.worksheet_version, l.worksheet_reference, l.period_id, l.employee_id, l.personnel_number, l.employee_name,
         l.placement_number, l.function_name, l.organisation_number, l.organisation_name, l.hour_type_id, l.hour_type_code, l.payroll_code, l.unit, FALSE,
         l.pay_share_bp, l.date, NULL, NULL, NULL, s.sign * l.minutes, s.sign * l.quantity, CASE s.sign WHEN 1 THEN c.new_cents ELSE c.old_cents END,
         CASE s.sign WHEN 1 THEN c.new_amount ELSE -c.old_amount END, l.budget_number, l.approved_at, l.approved_by_role, 'R' || right(c.change_id::text, 8) || CASE s.sign WHEN 1 THEN 'b' ELSE 'a' END
    FROM rate_correction c JOIN payroll_line l ON l.worksheet_id = c.worksheet_id AND l.line_number = c.line_number CROSS JOIN (VALUES (-1), (1)) s (sign)
   WHERE c.kind = 'pay' AND ${ofRun(run)}`;
export const ofRun = ({ id, status }: Named): Sql =>
  status === 'closed'
    ? sql`c.run_id = ${id}::uuid`
    : sql`c.run_id IS NULL AND EXISTS (
        SELECT FROM payroll_run r JOIN period pe ON pe.id = l.period_id AND pe.type = ANY(r.period_types) WHERE r.id = ${id}::uuid)`;

/** How many lines of a run pay the difference of a rate that was changed, and what it comes to. */
export async function sumRateCorrections(db: Transaction, run: Named): Promise<PayrollRunDetail['rateCorrections']> {
  const [sum] = await db.query<PayrollRunDetail['rateCorrections']>(sql`
    SELECT count(*)::int AS lines, coalesce(sum(c.new_amount - c.old_amount), 0)::float8 AS "payCents"
      FROM rate_correction c JOIN payroll_line l ON l.worksheet_id = c.worksheet_id AND l.line_number = c.line_number WHERE c.kind = 'pay' AND ${ofRun(run)}`);
  return sum ?? { lines: 0, payCents: 0 };
}

export const payable = (run: Named): Sql => sql`
  SELECT line.*, round(line.size::numeric * line.pay_rate_cents / line.per)::int AS pay_cents
    FROM (
      SELECT w.id AS worksheet_id, h.number AS line_number, w.version AS worksheet_version, w.reference AS worksheet_reference, w.kind AS worksheet_kind,
             w.period_id, w.employee_id, e.personnel_number, p.employee_name, p.id AS placement_id, p.number AS placement_number, p.function_name,
             o.id AS organisation_id, o.number AS organisation_number, o.name AS organisation_name, t.id AS hour_type_id, t.code AS hour_type_code,
             t.payroll_code, t.unit, t.is_worked, t.pay_share_bp, h.date, h.starts_at, h.ends_at, h.break_minutes, h.minutes, h.quantity,
             CASE WHEN t.unit = 'euros' THEN 100 ELSE rate.pay_cents END AS pay_rate_cents, h.budget_number,
             approval.at AS approved_at, approval.actor_role AS approved_by_role,
             coalesce(h.quantity, h.minutes) AS size, CASE WHEN t.unit IN ('hours', 'surcharge') THEN 60 ELSE 100 END AS per
        FROM (SELECT w.*, pe.ends_on FROM ${worksheetsOf(run)}) w
        JOIN hour_line h ON h.worksheet_id = w.id
        JOIN hour_type t ON t.id = h.hour_type_id
        JOIN placement p ON p.id = w.placement_id
        JOIN employee e ON e.id = w.employee_id
        JOIN organisation o ON o.id = w.organisation_id
        LEFT JOIN LATERAL ${rateOn(sql`r.pay_cents`, { placementId: sql`w.placement_id`, hourTypeId: sql`h.hour_type_id`, day: sql`coalesce(h.date, w.ends_on)` })} rate ON TRUE
        LEFT JOIN LATERAL (
          SELECT v.at, v.actor_role FROM worksheet_event v
           WHERE v.worksheet_id = w.id AND v.submission_id = w.submission_id AND v.to_status IN ('approved', 'finalised') AND v.action IN ('approve', 'correct', 'send')
           ORDER BY v.id DESC LIMIT 1) approval ON TRUE
    ) line`;

/** The lines of a run as exports have them, in an order that is always the same. */
export const listExportRows = (db: Transaction, run: Named): Promise<ExportRow[]> =>
  db.query(sql`
    SELECT l.personnel_number AS "employeeNumber", l.employee_name AS "employeeName", l.placement_number AS "placementNumber", l.function_name AS "functionName",
           l.organisation_number AS "organisationNumber", l.organisation_name AS "organisationName", pe.type AS "periodType", pe.year AS "periodYear",
           pe.number AS "periodNumber", pe.starts_on AS "periodStartsOn", pe.ends_on AS "periodEndsOn", l.date, l.starts_at AS "startsAt", l.ends_at AS "endsAt",
           l.break_minutes AS "breakMinutes", l.hour_type_id AS "hourTypeId", l.hour_type_code AS "hourTypeCode", l.payroll_code AS "payrollCode", l.unit, t.kind,
           l.is_worked AS "isWorked", l.pay_share_bp AS "payShareBp", l.minutes, l.quantity, l.pay_rate_cents AS "payRateCents", l.pay_cents AS "payCents",
           l.budget_number AS "budgetNumber", l.worksheet_reference AS "worksheetReference", l.worksheet_version AS "worksheetVersion",
           l.line_number AS "lineNumber", nullif(l.correction, '') AS "rateChange", ${corrects} AS corrects, l.approved_at AS "approvedAt", l.approved_by_role AS "approvedByRole"
      FROM (SELECT l.* FROM ${linesOf(run)}) l JOIN period pe ON pe.id = l.period_id JOIN hour_type t ON t.id = l.hour_type_id
     ORDER BY l.worksheet_reference, l.line_number, l.correction`);

/** Of line `l` of a correction: what was sent before of the same day and hour type, the last of it. */
const corrects = sql`(
  SELECT json_build_object('worksheetReference', o.reference, 'lineNumber', h.number)
    FROM worksheet c JOIN worksheet o ON o.placement_id = c.placement_id AND o.period_id = c.period_id AND o.sequence < c.sequence AND o.status = 'finalised'
    JOIN hour_line h ON h.worksheet_id = o.id AND h.hour_type_id = l.hour_type_id AND h.date IS NOT DISTINCT FROM l.date
   WHERE c.id = l.worksheet_id AND c.kind = 'correction' ORDER BY o.sequence DESC, h.number LIMIT 1)`;

/** The hour types of lines, each once. */
export function hourTypesOf(lines: readonly CodedType[]): CodedType[] {
  const types = new Map(
    lines.map(({ hourTypeId, hourTypeCode, payrollCode }) => [hourTypeId, { hourTypeId, hourTypeCode, payrollCode }]),
  );
  return [...types.values()].toSorted((a, b) => (a.hourTypeCode < b.hourTypeCode ? -1 : 1));
}

/** How much a run holds. */
export async function sizeOf(db: Transaction, run: Named) {
  const [size] = await db.query<Pick<PayrollRun, 'worksheets' | 'employees' | 'workedMinutes' | 'totalMinutes'>>(sql`
    SELECT count(*)::int AS worksheets, count(DISTINCT w.employee_id)::int AS employees,
           coalesce(sum(w.worked_minutes), 0)::int AS "workedMinutes", coalesce(sum(w.total_minutes), 0)::int AS "totalMinutes"
      FROM ${worksheetsOf(run)}`);
  return size ?? { worksheets: 0, employees: 0, workedMinutes: 0, totalMinutes: 0 };
}

/** The closed run before one. */
export async function findPrevious(db: Transaction, number: number): Promise<PayrollRunDetail['previous']> {
  const [previous] = await db.query<NonNullable<PayrollRunDetail['previous']>>(sql`
    SELECT r.id, r.number, r.run_date AS "runDate", r.worksheets, r.worked_minutes AS "workedMinutes" FROM payroll_run r
     WHERE r.status = 'closed' AND r.number < ${number}::int ORDER BY r.number DESC LIMIT 1`);
  return previous ?? null;
}

/** The control totals of a run, beside those of the one before. */
export function sumByHourType(
  db: Transaction,
  run: Named,
  previousId: string | null,
): Promise<(PayrollRunDetail['byHourType'][number] & { lines: number; payrollCode: string | null })[]> {
  return db.query(sql`
    WITH now AS (
      SELECT l.hour_type_id, sum(l.minutes)::int AS minutes, coalesce(sum(l.quantity), 0)::float8 AS quantity, coalesce(sum(l.pay_cents), 0)::float8 AS pay_cents,
             count(*) FILTER (WHERE l.pay_cents IS NULL AND l.pay_share_bp > 0)::int AS without_rate, count(*)::int AS lines,
             max(l.payroll_code) AS payroll_code
        FROM ${linesOf(run)} GROUP BY l.hour_type_id
    ), before AS (
      SELECT l.hour_type_id, sum(l.minutes)::int AS minutes, coalesce(sum(l.quantity), 0)::float8 AS quantity
        FROM payroll_line l WHERE l.run_id = ${previousId}::uuid GROUP BY l.hour_type_id
    )
    SELECT t.id AS "hourTypeId", t.code, t.name_nl AS "nameNl", t.name_en AS "nameEn", t.unit, coalesce(now.minutes, 0) AS minutes,
           coalesce(now.quantity, 0) AS quantity, coalesce(now.pay_cents, 0) AS "payCents", coalesce(now.without_rate, 0) AS "linesWithoutRate",
           coalesce(now.lines, 0) AS lines, now.payroll_code AS "payrollCode", coalesce(before.minutes, 0) AS "previousMinutes", coalesce(before.quantity, 0) AS "previousQuantity"
      FROM now FULL JOIN before USING (hour_type_id) JOIN hour_type t ON t.id = hour_type_id ORDER BY t.sort_order, t.code`);
}

/** Lines that are paid and have no wage, by placement and hour type, with the first day that has none. */
export const listWithoutRate = (db: Transaction, run: Named): Promise<PayrollRunDetail['withoutRate']> =>
  db.query(sql`
    SELECT l.placement_id AS "placementId", l.employee_name AS "employeeName", l.organisation_name AS "organisationName", t.code,
           t.name_nl AS "nameNl", t.name_en AS "nameEn", min(l.date) AS date, count(*)::int AS lines
      FROM ${run.status === 'closed' ? sql`payroll_line l` : sql`(${payable(run)}) l`} JOIN hour_type t ON t.id = l.hour_type_id
     WHERE ${run.status === 'closed' ? sql`l.run_id = ${run.id}::uuid AND` : noSql} l.pay_cents IS NULL AND l.pay_share_bp > 0
     GROUP BY l.placement_id, l.employee_name, l.organisation_name, t.id ORDER BY l.employee_name, t.sort_order, l.placement_id LIMIT 100`);

/** What an open run leaves out that is final. (What is not final is counted by phase.) */
export async function countLeftOut(db: Transaction, run: Named): Promise<{ held: number; otherPeriodType: number }> {
  const [counted] = await db.query<{ held: number; otherPeriodType: number }>(sql`
    SELECT count(*) FILTER (WHERE u.held_at IS NOT NULL)::int AS held,
           count(*) FILTER (WHERE u.held_at IS NULL AND pe.type <> ALL(r.period_types))::int AS "otherPeriodType"
      FROM worksheet_unpaid u JOIN worksheet w ON w.id = u.id JOIN period pe ON pe.id = w.period_id CROSS JOIN payroll_run r
     WHERE r.id = ${run.id}::uuid AND r.status = 'open'`);
  return counted ?? { held: 0, otherPeriodType: 0 };
}

/** A run as it stands in its row; what an open one would take is counted beside it. */
export type StoredRun = Omit<PayrollRun, 'worksheets' | 'employees' | 'workedMinutes' | 'totalMinutes'>;

import { hasRateOn } from '#api/kit/conditions';
import { type Sql, sql } from '#api/kit/sql';
import { type Sight, worksheetInSight } from '#api/kit/visibility';
import { fillsIn } from './worksheet-conditions.repository.ts';

export const periodJson = sql`json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on)`;

export const placementJson = sql`json_build_object('id', p.id, 'employeeId', p.employee_id, 'employeeName', p.employee_name,
  'organisationId', p.organisation_id, 'organisationName', o.name, 'functionName', p.function_name, 'startsOn', p.starts_on,
  'endsOn', p.ends_on, 'periodType', p.period_type, 'basis', p.basis, 'hoursBy', p.hours_by, 'entryMode', p.entry_mode,
  'plannedMinutes', p.planned_minutes, 'budgetNumber', p.budget_number)`;

/** The receipt of a line `l`; of nearly all lines none. */
const receiptJson = sql`(CASE WHEN l.receipt_id IS NOT NULL THEN receipt_of(l.receipt_id) END)`;

export const linesJson = sql`(SELECT coalesce(json_agg(x), '[]') FROM (SELECT l.number, l.hour_type_id AS "hourTypeId", l.date, l.minutes, l.quantity,
  l.starts_at AS "startsAt", l.ends_at AS "endsAt", l.break_minutes AS "breakMinutes", l.budget_number AS "budgetNumber", l.remark, ${receiptJson} AS receipt
  FROM hour_line l WHERE l.worksheet_id = w.id ORDER BY l.number) x)`;

/**
 * The lines that were sent of a placement in a period, and on the day before and after it: what hours that are still open have to fit with
 * (`linesProblems`; the trigger `hours_fit` reads the same).
 */
export const sentBeside = (of: { placementId: Sql; startsOn: Sql; endsOn: Sql }): Sql => sql`(
  SELECT coalesce(json_agg(json_build_object(${lineFields})), '[]') FROM worksheet b JOIN hour_line l ON l.worksheet_id = b.id
   WHERE b.placement_id = ${of.placementId} AND b.period_end >= ${of.startsOn} - 1 AND b.period_start <= ${of.endsOn} + 1
     AND b.status IN ('submitted', 'approved', 'finalised')
     AND (CASE WHEN l.date IS NULL THEN b.period_start = ${of.startsOn} ELSE l.date BETWEEN ${of.startsOn} - 1 AND ${of.endsOn} + 1 END))`;

/** Of worksheet `w`: rises with whatever is done to hours of its placement and period, its own and those of its supplements and corrections. */
export const periodVersion: Sql = sql`(
  SELECT sum(b.version)::int FROM worksheet b WHERE b.placement_id = w.placement_id AND b.period_id = w.period_id)`;

export const lineFields = sql`'hourTypeId', l.hour_type_id, 'date', l.date, 'minutes', l.minutes, 'quantity', l.quantity, 'startsAt', l.starts_at,
  'endsAt', l.ends_at, 'breakMinutes', l.break_minutes, 'budgetNumber', l.budget_number, 'remark', l.remark`;

/**
 * Worked by a placement in the period that ended the day before another began, of what was sent and did not come back: a week is
 * held against a week, and what is longer against what is longer. One look in an index made for it.
 */
export const previousMinutes = (of: { placementId: Sql; startsOn: Sql; endsOn: Sql }): Sql => sql`(
  SELECT sum(b.worked_minutes)::int FROM worksheet b
   WHERE b.placement_id = ${of.placementId} AND b.period_end = ${of.startsOn} - 1 AND b.status IN ('submitted', 'approved', 'finalised')
     AND (b.period_end - b.period_start > 6) = (${of.endsOn} - ${of.startsOn} > 6))`;

/** Of worksheet `w`: hour types that are paid and have no rate on a day of their lines, with the first such day. */
export const missingRates: Sql = sql`(
  SELECT coalesce(json_agg(json_build_object('code', x.code, 'nameNl', x.name_nl, 'nameEn', x.name_en, 'date', x.date, 'lines', x.lines) ORDER BY x.sort_order, x.code), '[]')
    FROM (SELECT t.code, t.name_nl, t.name_en, t.sort_order, min(h.date) AS date, count(*)::int AS lines
            FROM hour_line h JOIN hour_type t ON t.id = h.hour_type_id
           WHERE h.worksheet_id = w.id AND t.pay_share_bp > 0 AND t.unit <> 'euros' AND NOT ${hasRateOn({ placementId: sql`w.placement_id`, hourTypeId: sql`h.hour_type_id`, day: sql`coalesce(h.date, w.period_end)` })}
             AND NOT EXISTS (SELECT FROM brought_line b WHERE b.worksheet_id = h.worksheet_id AND b.line_number = h.number)
           GROUP BY t.id) x)`;

/** The law's average is over sixteen weeks: this one and those before it. */
const EARLIER_WEEKS = 15;

/**
 * Pairs of how many days before a Monday a week began and the minutes worked in it, one for each of its worksheets: see `byWeek`. `there` is as of
 * `worksheetInSight` and `fillsIn`.
 */
export const earlierWeeks = (
  sight: Sight,
  employeeId: Sql,
  monday: Sql,
  there: { isThere?: Sql; registersThere?: Sql } = {},
): Sql => sql`(
  SELECT json_agg(json_build_array(${monday} - w.period_start, w.worked_minutes)) FROM worksheet w
   WHERE w.employee_id = ${employeeId} AND w.period_start BETWEEN ${monday} - ${7 * EARLIER_WEEKS}::int AND ${monday} - 7 AND w.period_end = w.period_start + 6
     AND (${fillsIn(sight, there.registersThere)}
       OR (w.status IN ('submitted', 'approved', 'finalised') AND ${worksheetInSight(sight, there.isThere)})))`;

export type EarlierWeeks = [daysBefore: number, minutes: number][] | null;

/** Minutes of each of the weeks before, newest first. */
export function byWeek(weeks: EarlierWeeks): number[] {
  const minutes = Array.from({ length: EARLIER_WEEKS }, () => 0);
  for (const [daysBefore, worked] of weeks ?? []) {
    const at = daysBefore / 7 - 1;
    if (at in minutes) minutes[at] = (minutes[at] ?? 0) + worked;
  }
  return minutes;
}

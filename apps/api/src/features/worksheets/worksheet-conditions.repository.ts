import { isOffice } from '@konnekt/shared/basics/actor';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { Db } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldOn, organisationsOf, type Sight, worksheetInSight } from '#api/kit/visibility';

/** Who fills in a period is settled by its first worksheet, whatever the placement says by now; what the office fills in settles nothing. */
export const settledBy = (
  filledBy: Worksheet['filledBy'] | null,
  hoursBy: PlacementSummary['hoursBy'],
): PlacementSummary['hoursBy'] => (filledBy === 'employee' || filledBy === 'supervisor' ? filledBy : hoursBy);

/**
 * True for a worksheet `w` that the actor fills in: their own, or one of somebody else that they register. Repeats `reasonNotTo`.
 * `registersThere` says the last, where a statement has today's rights at hand already.
 */
export function fillsIn(
  sight: Sight,
  registersThere = sql`w.organisation_id IN ${organisationsOf(sight, 'may_register')}`,
): Sql {
  return sql`((w.filled_by = 'employee' AND w.employee_id = ${sight.actor.employeeId}::uuid)
    OR (w.filled_by = 'supervisor' AND w.employee_id IS DISTINCT FROM ${sight.actor.employeeId}::uuid
      AND ${registersThere})
    ${isOffice(sight.actor) ? sql`OR (w.filled_by = 'staff' AND ${isAnothers(sight)})` : noSql})`;
}

/** The same, and for the office all hours but their own: what somebody else began is taken over by saving it. */
export const enters = (sight: Sight): Sql => (isOffice(sight.actor) ? isAnothers(sight) : fillsIn(sight));

const isAnothers = ({ actor }: Sight): Sql => sql`w.employee_id IS DISTINCT FROM ${actor.employeeId}::uuid`;

/** The last step on worksheet `w` was the client's decline: any other raises the version. Repeats `reasonNotTo`. */
export const isAsDeclined: Sql = sql`(w.status = 'declined' AND is_decline(w.id, w.version))`;

/** When a worksheet was approved, by a step to this state, if it was not `before`: none while it is open or waits. */
export const approvedAt = (to: Sql, before: Sql = sql`NULL::timestamptz`): Sql =>
  sql`CASE WHEN ${to} IN ('approved', 'finalised') THEN coalesce(${before}, now()) END`;

/** Worksheet `w` was brought along from an older system, which paid and invoiced it. */
const isBrought: Sql = sql`EXISTS (SELECT FROM brought_line b WHERE b.worksheet_id = w.id)`;

/** A payroll run or an invoice took worksheet `w`, here or in an older system. */
export const isPaid: Sql = sql`(EXISTS (SELECT FROM payroll_run_worksheet paid WHERE paid.worksheet_id = w.id)
  OR EXISTS (SELECT FROM invoice_source invoiced WHERE invoiced.worksheet_id = w.id) OR ${isBrought})`;

/** By name, who may approve worksheet `w` today if it was sent: never whose hours they are, nor who stands in for them. */
export const waitsFor = ({ today }: Sight): Sql => sql`
  CASE WHEN w.status = 'submitted' THEN ARRAY(
    SELECT DISTINCT n.full_name FROM employee own CROSS JOIN supervisor_right r JOIN person n ON n.id = r.person_id
     WHERE own.id = w.employee_id AND r.organisation_id = w.organisation_id AND r.may_approve AND r.person_id <> own.person_id
       AND r.on_behalf_of_id IS DISTINCT FROM own.person_id AND ${isHeldOn(today)}
     ORDER BY n.full_name) END`;

/** The same of several worksheets in sight, by id. */
export async function findWaitsFor(db: Db, sight: Sight, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const found = await db.query<{ id: string; names: string[] | null }>(sql`
    SELECT w.id, ${waitsFor(sight)} AS names FROM worksheet w WHERE w.id = ANY(${ids}::uuid[]) AND ${worksheetInSight(sight)}`);
  return new Map(found.map(({ id, names }) => [id, names ?? []]));
}

/**
 * Waits until nobody else sends or sends back hours of the same people and placements; true. `source` has `employee_id` and `placement_id`.
 * What writes many worksheets takes all turns at once, in one order (function `take_turns`): row by row, two could each hold what
 * the other wants.
 */
export const turnsTaken = (source: Sql): Sql =>
  sql`(SELECT take_turns(array_agg(employee_id), array_agg(placement_id)) FROM ${source})`;

import type { Home } from '@konnekt/shared/home/home.contract';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { runsBetween, runsOn } from '#api/kit/conditions';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { isHeldBy, organisationsOf, type Sight } from '#api/kit/visibility';

type Supervised = NonNullable<Home['supervisor']>['organisations'];

/** Where this person is an active supervisor today (or stands in for one), what they may do there and how much waits for them. */
export function listSupervised(db: Db, sight: Sight): Promise<Supervised> {
  return db.query<Supervised[number]>(sql`
    SELECT o.id, o.name, o.city, r.may_approve AS "mayApprove", r.may_register AS "mayRegister",
           r.may_see_invoices AS "maySeeInvoices", r.valid_until AS "validUntil", r."onBehalfOf",
           CASE WHEN r.may_approve THEN (
             SELECT count(*)::int FROM worksheet_waiting w
              WHERE w.organisation_id = o.id AND w.status = 'submitted' AND w.employee_id IS DISTINCT FROM ${sight.actor.employeeId}::uuid)
           ELSE 0 END AS waiting
      FROM (SELECT r.organisation_id, bool_or(r.may_approve) AS may_approve, bool_or(r.may_register) AS may_register,
                   bool_or(r.may_see_invoices) AS may_see_invoices,
                   CASE WHEN bool_and(r.valid_until IS NOT NULL) THEN max(r.valid_until) END AS valid_until,
                   array_agg(x.full_name ORDER BY x.sort_name) FILTER (WHERE x.id IS NOT NULL) AS "onBehalfOf"
              FROM supervisor_right r LEFT JOIN person x ON x.id = r.on_behalf_of_id
             WHERE ${isHeldBy(sight)} GROUP BY r.organisation_id) r
      JOIN organisation o ON o.id = r.organisation_id
     ORDER BY o.name`);
}

export interface Returned {
  worksheetId: string;
  reason: string;
  by: string;
  at: string;
}

/** Why each of these worksheets came back: the last decline or refusal. */
export function findReturns(db: Db, worksheetIds: string[]): Promise<Returned[]> {
  return db.query<Returned>(sql`
    SELECT DISTINCT ON (worksheet_id) worksheet_id AS "worksheetId", reason, actor_name AS by, at
      FROM worksheet_event
     WHERE worksheet_id = ANY(${worksheetIds}::uuid[]) AND action IN ('decline', 'refuse')
     ORDER BY worksheet_id, id DESC`);
}

/** The flexible placements of this employee that run in the period that holds today: one that ended on Wednesday still owes its week. */
export function listRunning(db: Db, { actor, today }: Sight): Promise<PlacementSummary[]> {
  return db.query<PlacementSummary>(sql`
    SELECT p.id, p.employee_id AS "employeeId", pn.full_name AS "employeeName", p.organisation_id AS "organisationId",
           o.name AS "organisationName", p.function_name AS "functionName", p.starts_on AS "startsOn", p.ends_on AS "endsOn",
           p.period_type AS "periodType", p.basis, p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
           p.planned_minutes AS "plannedMinutes", p.budget_number AS "budgetNumber"
      FROM placement p
      JOIN employee e ON e.id = p.employee_id
      JOIN person pn ON pn.id = e.person_id
      JOIN organisation o ON o.id = p.organisation_id
      JOIN period pe ON pe.type = p.period_type AND ${today}::date BETWEEN pe.starts_on AND pe.ends_on
     WHERE p.employee_id = ${actor.employeeId}::uuid AND p.basis = 'flexible'
       AND ${runsBetween(sql`pe.starts_on`, sql`pe.ends_on`)}
     ORDER BY p.hours_by, o.name`);
}

/** The deadlines of clients that have their own, of those where this person works or supervises. */
export const listOwnDeadlines = (
  db: Db,
  sight: Sight,
): Promise<{ approveByWeekday: number; approveByMinutes: number }[]> =>
  db.query(sql`
    SELECT DISTINCT o.approve_by_weekday AS "approveByWeekday", o.approve_by_minutes AS "approveByMinutes" FROM organisation o
     WHERE o.approve_by_weekday IS NOT NULL AND (o.id IN ${organisationsOf(sight)}
       OR EXISTS (SELECT FROM placement p WHERE p.organisation_id = o.id AND p.employee_id = ${sight.actor.employeeId}::uuid AND ${runsOn(sight.today)}))`);

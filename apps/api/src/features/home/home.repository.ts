import type { Due, Home } from '@konnekt/shared/home/home.contract';
import type { PeriodType } from '@konnekt/shared/periods/period';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { periodJson } from '#api/features/worksheets/worksheet.service';
import { isAskedFor, isOpen, runsBetween, runsOn } from '#api/kit/conditions';
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

/** No more of them than a screen shows. */
const mostDue = 20;

/**
 * Per organisation where this supervisor registers, how far each period is that is due or late: `dueFrom` says on which day the period of each
 * kind begins that is wanted now. What is closed, or from before hours were entered here, is owed by nobody (`toFill`). Earlier ones are told
 * as long as something is to be sent, thirteen weeks back.
 */
export function listDue(db: Db, sight: Sight, dueFrom: Record<PeriodType, string>): Promise<Due[]> {
  const { actor, today } = sight;
  return db.query<Due>(sql`
    SELECT o.id AS "organisationId", o.name AS "organisationName", ${periodJson} AS period, pe.starts_on < due.starts_on AS "isLate",
           count(*)::int AS people, (count(*) FILTER (WHERE ${isSentHere}))::int AS sent, (count(*) FILTER (WHERE ${isSavedHere}))::int AS saved
      FROM placement p
      JOIN organisation o ON o.id = p.organisation_id
     CROSS JOIN agency
      JOIN (VALUES ('week', ${dueFrom.week}::date), ('four-weeks', ${dueFrom['four-weeks']}::date), ('month', ${dueFrom.month}::date))
           AS due (type, starts_on) ON due.type = p.period_type
      JOIN period pe ON pe.type = p.period_type AND pe.starts_on <= due.starts_on AND ${runsBetween(sql`pe.starts_on`, sql`pe.ends_on`)}
      LEFT JOIN worksheet w ON w.placement_id = p.id AND w.period_id = pe.id AND w.sequence = 1
     WHERE p.organisation_id IN ${organisationsOf(sight, 'may_register')} AND p.basis = 'flexible'
       AND CASE WHEN w.filled_by IN ('employee', 'supervisor') THEN w.filled_by ELSE p.hours_by END = 'supervisor'
       AND p.employee_id IS DISTINCT FROM ${actor.employeeId}::uuid
       AND ${isOpen(sql`pe`)} AND (${isAskedFor(sql`o`, sql`agency.hours_from`)} OR coalesce(${isSavedHere}, FALSE))
       AND pe.ends_on >= ${today}::date - 91
     GROUP BY o.id, pe.id, due.starts_on
    HAVING pe.starts_on = due.starts_on OR NOT bool_and(coalesce(${isSentHere}, FALSE))
     ORDER BY pe.starts_on < due.starts_on DESC, pe.starts_on, o.name
     LIMIT ${mostDue}::int`);
}

/** What the office began and did not send is for its eyes. */
const isSavedHere = sql`w.status IN ('draft', 'declined') AND w.filled_by = 'supervisor'`;
const isSentHere = sql`w.status IN ('submitted', 'approved', 'finalised')`;

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

/** The deadlines of the clients where this person works or supervises: of those without one of their own, none. */
export const listOwnDeadlines = (
  db: Db,
  sight: Sight,
): Promise<{ approveByWeekday: number | null; approveByMinutes: number | null }[]> =>
  db.query(sql`
    SELECT DISTINCT o.approve_by_weekday AS "approveByWeekday", o.approve_by_minutes AS "approveByMinutes" FROM organisation o
     WHERE o.id IN ${organisationsOf(sight)}
        OR EXISTS (SELECT FROM placement p WHERE p.organisation_id = o.id AND p.employee_id = ${sight.actor.employeeId}::uuid AND ${runsOn(sight.today)})`);

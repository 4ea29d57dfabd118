import type { DeadlineState } from '@konnekt/shared/status/status.contract';
import { mostNamedAtDeadline } from '@konnekt/shared/status/status.words';
import type { WorksheetQuery } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { askedFor } from '#api/features/worksheets/worksheet.service';
import type { Db } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldOn, type Sight } from '#api/kit/visibility';

export type PeriodFilter = Required<Pick<WorksheetQuery, 'periodType' | 'year' | 'period'>> &
  Pick<WorksheetQuery, 'organisationId'>;

/** The deadline of a client, where it has one of its own. */
export async function findOwnDeadline(db: Db, organisationId: string) {
  const [own] = await db.query<{ approveByWeekday: number | null; approveByMinutes: number | null }>(sql`
    SELECT o.approve_by_weekday AS "approveByWeekday", o.approve_by_minutes AS "approveByMinutes" FROM organisation o WHERE o.id = ${organisationId}::uuid`);
  return own;
}

/** How many worksheets the period asks for, and how many of them did not come. */
export async function countAsked(db: Db, sight: Sight, filter: PeriodFilter) {
  const [counts] = await db.query<Pick<DeadlineState, 'expected' | 'notSent' | 'declined'>>(
    sql`
    SELECT count(*)::int AS expected, count(*) FILTER (WHERE w.id IS NULL OR w.status = 'draft')::int AS "notSent",
           count(*) FILTER (WHERE w.status = 'declined')::int AS declined
      FROM (${askedFor(sight, filter)}) asked LEFT JOIN worksheet w ON w.id = asked.worksheet_id`,
    'once',
  );
  return counts ?? { expected: 0, notSent: 0, declined: 0 };
}

type AskedColumns = { askedAt: string | null; mailKind: string | null; isByHand: boolean };
type Unasked<T> = Omit<T, 'asked'>;

/** Whose hours did not come, by name, with the last reminder of this period that each got. */
export const listLate = (db: Db, sight: Sight, filter: PeriodFilter) =>
  db.query<Unasked<DeadlineState['late'][number]> & AskedColumns>(
    sql`
    SELECT p.id AS "placementId", p.employee_id AS "employeeId", p.employee_name AS "employeeName", o.name AS "organisationName",
           coalesce(w.filled_by, p.hours_by) AS "filledBy", w.id AS "worksheetId", coalesce(w.status = 'declined', FALSE) AS "isDeclined",
           ${askedColumns}
      FROM (${askedFor(sight, filter)}) owed
      JOIN placement p ON p.id = owed.placement_id JOIN organisation o ON o.id = p.organisation_id
      JOIN employee e ON e.id = p.employee_id JOIN period pe ON pe.id = owed.period_id
      LEFT JOIN worksheet w ON w.id = owed.worksheet_id
      ${lastReminder(sql`e.person_id`, sql`m.kind = 'reminder-hours'`)}
     WHERE w.id IS NULL OR w.status IN ('draft', 'declined')
     ORDER BY p.employee_sort_name, p.id, w.sequence LIMIT ${mostNamedAtDeadline}::int`,
    'once',
  );

/** Where hours of the period wait for a client, longest first: a row for each who may approve there, or one where nobody may. */
export const listClients = (db: Db, { today }: Sight, { periodType, year, period, organisationId }: PeriodFilter) =>
  db.query<Omit<DeadlineState['clients'][number], 'approvers'> & { name: string | null } & AskedColumns>(
    sql`
    SELECT o.id AS "organisationId", o.name AS "organisationName", waits.n AS waiting, waits.since, n.full_name AS name, ${askedColumns}
      FROM (SELECT x.organisation_id, x.period_id, count(*)::int AS n, min(x.sent_at) AS since
              FROM worksheet_waiting w JOIN worksheet x ON x.id = w.id JOIN period f ON f.id = x.period_id
             WHERE w.status = 'submitted' AND f.type = ${periodType} AND f.year = ${year}::int AND f.number = ${period}::int
               ${organisationId ? sql`AND x.organisation_id = ${organisationId}::uuid` : noSql}
             GROUP BY x.organisation_id, x.period_id ORDER BY since LIMIT ${mostNamedAtDeadline}::int) waits
      JOIN organisation o ON o.id = waits.organisation_id JOIN period pe ON pe.id = waits.period_id
      LEFT JOIN LATERAL (SELECT DISTINCT r.person_id FROM supervisor_right r
        WHERE r.organisation_id = o.id AND r.may_approve AND ${isHeldOn(today)}) who ON TRUE
      LEFT JOIN person n ON n.id = who.person_id
      ${lastReminder(sql`who.person_id`, sql`m.kind IN ('reminder-approve', 'reminder-escalation')`)}
     ORDER BY waits.since, o.name, n.sort_name`,
    'once',
  );

/** The last reminder that a person got since the period `pe` was over, as `told`. A round is made in one transaction, so its mails are as old. */
const lastReminder = (personId: Sql, isOfKind: Sql): Sql => sql`
  LEFT JOIN LATERAL (
    SELECT m.kind, m.created_at AS at, NOT EXISTS (SELECT FROM reminder_round d WHERE d.made_at = m.created_at) AS is_by_hand
      FROM account a JOIN mail m ON m.account_id = a.id
     WHERE a.person_id = ${personId} AND m.kind LIKE 'reminder-%' AND ${isOfKind} AND m.failed_at IS NULL
       AND m.created_at >= (pe.ends_on + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'
     ORDER BY m.created_at DESC LIMIT 1) told ON TRUE`;

const askedColumns = sql`told.at AS "askedAt", told.kind AS "mailKind", coalesce(told.is_by_hand, FALSE) AS "isByHand"`;

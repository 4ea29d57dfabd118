import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import type { PeriodType } from '@konnekt/shared/periods/period';
import { toFill } from '#api/features/worksheets/worksheet.service';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { type Sight, worksheetInSight } from '#api/kit/visibility';

/** So many periods are shown, the one that holds today among them. */
const shownPeriods = 13;

export interface Asked {
  periodType: PeriodType;
  organisationId?: string | undefined;
  employeeId?: string | undefined;
  /** Of the period that begins on this day alone. */
  startsOn?: string | undefined;
}

/** The last periods of a kind, as a table. */
export const shownOf = ({ today }: Sight, { periodType, startsOn }: Asked): Sql => sql`(
  SELECT * FROM (SELECT pe.* FROM period pe WHERE pe.type = ${periodType} AND pe.starts_on <= ${today}::date ORDER BY pe.starts_on DESC LIMIT ${shownPeriods}::int) pe
   WHERE TRUE ${startsOn ? sql`AND pe.starts_on = ${startsOn}::date` : noSql})`;

/**
 * What was asked in those periods, a row for each: what was sent, as the lists of the phases have it, and what is to be filled in, as its list does. Of that
 * nothing is worked yet and no state known. What was agreed counts once for a placement and period. A number that is of one part looks at that alone.
 */
export function rowsOf(sight: Sight, asked: Asked, part?: 'sent' | 'missing'): Sql {
  if (part === 'sent') return sentOf(sight, asked);
  if (part === 'missing') return missingOf(sight, asked);
  return sql`${sentOf(sight, asked)} UNION ALL ${missingOf(sight, asked)}`;
}

const sentOf = (sight: Sight, asked: Asked): Sql => sql`
  SELECT w.id, w.period_id, w.period_start, w.organisation_id, w.employee_id, w.placement_id, w.status, w.worked_minutes, w.sequence, w.filled_by, w.submission_id,
         w.sent_at, CASE WHEN w.sequence = 1 THEN ${planned} ELSE 0 END AS planned, ${deadline} AS deadline
    FROM ${shownOf(sight, asked)} pe JOIN worksheet w ON w.period_start = pe.starts_on AND w.period_id = pe.id
    JOIN placement p ON p.id = w.placement_id JOIN organisation client ON client.id = w.organisation_id CROSS JOIN agency
   WHERE w.status IN ('submitted', 'approved', 'finalised') AND ${worksheetInSight(sight)}
     ${asked.organisationId ? sql`AND w.organisation_id = ${asked.organisationId}::uuid` : noSql}
     ${asked.employeeId ? sql`AND w.employee_id = ${asked.employeeId}::uuid` : noSql}`;

const missingOf = (sight: Sight, asked: Asked): Sql =>
  toFill(
    sight,
    { organisationId: asked.organisationId, employeeId: asked.employeeId },
    {
      within: sql`pe.id IN (SELECT id FROM ${shownOf(sight, asked)} shown)`,
      columns: sql`
        w.id, pe.id AS period_id, pe.starts_on AS period_start, p.organisation_id, p.employee_id, p.id AS placement_id, NULL::text AS status,
        0 AS worked_minutes, coalesce(w.sequence, 1) AS sequence, coalesce(w.filled_by, p.hours_by) AS filled_by, NULL::uuid AS submission_id,
        NULL::timestamptz AS sent_at, CASE WHEN coalesce(w.sequence, 1) = 1 THEN ${planned} ELSE 0 END AS planned, ${deadline} AS deadline`,
    },
  );

/** Rows of `sheet`, with how long what an employee sent by themselves took from sent to approved; of the others that is not looked for. */
export const timed = sql`
  SELECT s.*, first.sent_at AS first_sent_at, v.at AS approved_at, round(extract(epoch FROM v.at - s.sent_at) / 60)::int AS minutes
    FROM sheet s JOIN submission first ON first.worksheet_id = s.id AND first.number = 1
    LEFT JOIN LATERAL (SELECT v.at FROM worksheet_event v WHERE v.worksheet_id = s.id AND v.action = 'approve' AND v.submission_id = s.submission_id
                        ORDER BY v.id DESC LIMIT 1) v ON TRUE
   WHERE s.submission_id IS NOT NULL AND s.filled_by = 'employee' AND s.sequence = 1
  UNION ALL
  SELECT s.*, NULL, NULL, NULL FROM sheet s WHERE s.submission_id IS NULL OR s.filled_by <> 'employee' OR s.sequence > 1`;

/** Which rows `t` each number counts: the number and the list behind it ask the same. */
export const isOf = (now: Date): Record<BehindNumber, Sql> => ({
  asked: sql`TRUE`,
  sent: sql`t.status IS NOT NULL`,
  missing: sql`t.status IS NULL`,
  overdue: sql`(t.status IS NULL AND t.filled_by = 'employee' AND t.deadline < ${now.toISOString()}::timestamptz)`,
  approved: sql`t.minutes IS NOT NULL`,
  'approved-late': sql`(t.first_sent_at <= t.deadline AND t.approved_at > t.deadline)`,
  'sent-late': sql`t.first_sent_at > t.deadline`,
});

export const median = sql`percentile_disc(0.5) WITHIN GROUP (ORDER BY t.minutes)`;

/** Mondays to Fridays before a day, since a Monday. */
const workingDaysBefore = (day: Sql): Sql =>
  sql`((${day} - '0001-01-01'::date) / 7 * 5 + least((${day} - '0001-01-01'::date) % 7, 5))`;

/** Agreed for placement `p` in period `pe`, as `plannedMinutesIn` has it. */
const planned = sql`round(p.planned_minutes * greatest(0,
  ${workingDaysBefore(sql`least(pe.ends_on, coalesce(p.ends_on, pe.ends_on)) + 1`)} - ${workingDaysBefore(sql`greatest(pe.starts_on, p.starts_on)`)}) / 5.0)::int`;

/** The first deadline after period `pe`, at `client` of the `agency`: an instant (`nextDeadline`). */
const deadline = sql`((pe.ends_on + 1 + (coalesce(client.approve_by_weekday, agency.approve_by_weekday) - extract(isodow FROM pe.ends_on + 1)::int + 7) % 7)::timestamp
  + make_interval(mins => coalesce(client.approve_by_minutes, agency.approve_by_minutes))) AT TIME ZONE 'Europe/Amsterdam'`;

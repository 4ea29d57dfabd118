import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import type { PeriodType } from '@konnekt/shared/periods/period';
import type { Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { type Sight, worksheetInSight } from '#api/kit/visibility';

/** So many periods are shown, the one that holds today among them. */
const shownPeriods = 13;
const mostEmployees = 20;
/** Bounds between stretches of time from sent to approved, in hours. */
const stretches = [4, 24, 48, 96];

/** Everything that the dashboard shows, in one statement over the worksheets of those periods: so its parts agree with each other. */
export async function readDashboard(
  db: Transaction,
  sight: Sight,
  asked: { periodType: PeriodType; organisationId?: string | undefined },
): Promise<Dashboard> {
  const [found] = await db.query<Dashboard>(sql`
    WITH shown AS MATERIALIZED (
      SELECT pe.* FROM period pe WHERE pe.type = ${asked.periodType} AND pe.starts_on <= ${sight.today}::date ORDER BY pe.starts_on DESC LIMIT ${shownPeriods}::int
    ), sheet AS MATERIALIZED (${sheets(sight, asked.organisationId)}), timed AS MATERIALIZED (
      SELECT s.*, first.sent_at AS first_sent_at, v.at AS approved_at, round(extract(epoch FROM v.at - last.sent_at) / 60)::int AS minutes
        FROM sheet s JOIN submission last ON last.id = s.submission_id JOIN submission first ON first.worksheet_id = s.id AND first.number = 1
        LEFT JOIN LATERAL (SELECT v.at FROM worksheet_event v WHERE v.worksheet_id = s.id AND v.action = 'approve' AND v.submission_id = s.submission_id
                            ORDER BY v.id DESC LIMIT 1) v ON TRUE
       WHERE s.filled_by = 'employee' AND s.sequence = 1)
    SELECT (SELECT coalesce(json_agg(x ORDER BY x.period ->> 'startsOn'), '[]') FROM (
             SELECT json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
                    ${hours} FROM shown pe LEFT JOIN sheet s ON s.period_id = pe.id
              GROUP BY pe.type, pe.year, pe.number, pe.starts_on, pe.ends_on) x) AS periods,
           (SELECT coalesce(json_agg(x ORDER BY x.done + x."toFinalise" + x."toApprove" DESC, x.name), '[]') FROM (
             SELECT o.id, o.name, h."toApprove", h."toFinalise", h.done, h."plannedMinutes", coalesce(t.approvals, 0) AS approvals, coalesce(t.late, 0) AS "lateApprovals", t.median AS "medianMinutes"
               FROM (SELECT s.organisation_id, ${hours} FROM sheet s GROUP BY s.organisation_id) h JOIN organisation o ON o.id = h.organisation_id
               LEFT JOIN (SELECT t.organisation_id, count(t.minutes)::int AS approvals, ${median} AS median,
                                 count(*) FILTER (WHERE t.first_sent_at <= t.deadline AND t.approved_at > t.deadline)::int AS late
                            FROM timed t GROUP BY t.organisation_id) t ON t.organisation_id = h.organisation_id) x) AS organisations,
           (SELECT json_build_object('count', count(t.minutes), 'medianMinutes', ${median}, 'within', (
              SELECT json_agg(json_build_object('hours', b.upto, 'count', b.count) ORDER BY b.from) FROM (
                SELECT e.from, e.upto, (SELECT count(*) FROM timed t WHERE t.minutes >= e.from * 60 AND (e.upto IS NULL OR t.minutes < e.upto * 60))
                  FROM (SELECT lag(x, 1, 0) OVER (ORDER BY x NULLS LAST) AS from, x AS upto FROM unnest(${[...stretches, null]}::int[]) x) e) b))
              FROM timed t) AS approvals,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT e.id, n.full_name AS name, count(*) FILTER (WHERE t.first_sent_at > t.deadline)::int AS late, count(*)::int AS worksheets
               FROM timed t JOIN employee e ON e.id = t.employee_id JOIN person n ON n.id = e.person_id
              GROUP BY e.id, n.full_name, n.sort_name HAVING count(*) FILTER (WHERE t.first_sent_at > t.deadline) > 0
              ORDER BY late DESC, worksheets, n.sort_name LIMIT ${mostEmployees}::int) x) AS "lateEmployees"`);
  if (!found) throw new Error('A select without a table answers a row');
  return found;
}

/** What was sent of these periods, as the lists of the phases have it; what was agreed counts once for a placement and period. */
const sheets = (sight: Sight, organisationId: string | undefined): Sql => sql`
  SELECT w.id, w.period_id, w.organisation_id, w.employee_id, w.status, w.worked_minutes, w.sequence, w.filled_by, w.submission_id,
         CASE WHEN w.sequence = 1 THEN ${plannedMinutesIn(sql`w.period_start`, sql`w.period_end`)} ELSE 0 END AS planned,
         ${deadlineOf(sql`w.period_end`)} AS deadline
    FROM shown pe JOIN worksheet w ON w.period_start = pe.starts_on AND w.period_id = pe.id
    JOIN placement p ON p.id = w.placement_id JOIN organisation o ON o.id = w.organisation_id CROSS JOIN agency a
   WHERE w.status IN ('submitted', 'approved', 'finalised') AND ${worksheetInSight(sight)}
     ${organisationId ? sql`AND w.organisation_id = ${organisationId}::uuid` : noSql}`;

/** As `plannedMinutesIn` has it, of placement `p`. */
const plannedMinutesIn = (startsOn: Sql, endsOn: Sql): Sql => sql`round(p.planned_minutes * greatest(0,
  ${workingDaysBefore(sql`least(${endsOn}, coalesce(p.ends_on, ${endsOn})) + 1`)}
  - ${workingDaysBefore(sql`greatest(${startsOn}, p.starts_on)`)}) / 5.0)::int`;
/** Mondays to Fridays before a day, since a Monday. */
const workingDaysBefore = (day: Sql): Sql =>
  sql`((${day} - '0001-01-01'::date) / 7 * 5 + least((${day} - '0001-01-01'::date) % 7, 5))`;

/** The first deadline after a period that ended on a day, at client `o` of agency `a`: an instant (`nextDeadline`). */
const deadlineOf = (
  endsOn: Sql,
): Sql => sql`((${endsOn} + 1 + (coalesce(o.approve_by_weekday, a.approve_by_weekday) - extract(isodow FROM ${endsOn} + 1)::int + 7) % 7)::timestamp
  + make_interval(mins => coalesce(o.approve_by_minutes, a.approve_by_minutes))) AT TIME ZONE 'Europe/Amsterdam'`;

const sumOf = (status: string): Sql => sql`coalesce(sum(s.worked_minutes) FILTER (WHERE s.status = ${status}), 0)::int`;
const hours = sql`${sumOf('submitted')} AS "toApprove", ${sumOf('approved')} AS "toFinalise", ${sumOf('finalised')} AS done,
  coalesce(sum(s.planned), 0)::int AS "plannedMinutes"`;
const median = sql`percentile_disc(0.5) WITHIN GROUP (ORDER BY t.minutes)`;

import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { type Asked, isOf, median, rowsOf, shownOf, timed } from './dashboard-rows.repository.ts';

const mostEmployees = 20;
/** Bounds between stretches of time from sent to approved, in hours. */
const stretches = [4, 24, 48, 96];

/** Everything that the dashboard shows, in one statement over what was asked in those periods: so its parts agree with each other. */
export async function readDashboard(db: Transaction, sight: Sight, asked: Asked, now: Date): Promise<Dashboard> {
  const is = isOf(now);
  const [found] = await db.query<Dashboard>(sql`
    WITH shown AS MATERIALIZED (SELECT * FROM ${shownOf(sight, asked)} pe), sheet AS MATERIALIZED (${rowsOf(sight, asked)}),
         timed AS MATERIALIZED (${timed})
    SELECT (SELECT coalesce(json_agg(x ORDER BY x.period ->> 'startsOn'), '[]') FROM (
             SELECT json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
                    ${hours} FROM shown pe LEFT JOIN sheet s ON s.period_id = pe.id
              GROUP BY pe.type, pe.year, pe.number, pe.starts_on, pe.ends_on) x) AS periods,
           (SELECT coalesce(json_agg(x ORDER BY x.done + x."toFinalise" + x."toApprove" DESC, x.name), '[]') FROM (
             SELECT o.id, o.name, h."toApprove", h."toFinalise", h.done, h.missing, h."plannedMinutes", t.approvals, t.late AS "lateApprovals", t.median AS "medianMinutes"
               FROM (SELECT s.organisation_id, ${hours} FROM sheet s GROUP BY s.organisation_id) h JOIN organisation o ON o.id = h.organisation_id
               JOIN (SELECT t.organisation_id, ${count(is.approved)} AS approvals, ${median} AS median, ${count(is['approved-late'])} AS late
                       FROM timed t GROUP BY t.organisation_id) t ON t.organisation_id = h.organisation_id) x) AS organisations,
           (SELECT json_build_object('count', ${count(is.approved)}, 'medianMinutes', ${median}, 'within', (
              SELECT json_agg(json_build_object('fromHours', b.from, 'hours', b.upto, 'count', b.count) ORDER BY b.from) FROM (
                SELECT e.from, e.upto, (SELECT count(*) FROM timed t WHERE t.minutes >= e.from * 60 AND (e.upto IS NULL OR t.minutes < e.upto * 60))
                  FROM (SELECT lag(x, 1, 0) OVER (ORDER BY x NULLS LAST) AS from, x AS upto FROM unnest(${[...stretches, null]}::int[]) x) e) b))
              FROM timed t) AS approvals,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT e.id, n.full_name AS name, ${count(is['sent-late'])} AS late, ${count(is.overdue)} AS overdue,
                    count(*)::int AS worksheets
               FROM timed t JOIN employee e ON e.id = t.employee_id JOIN person n ON n.id = e.person_id
              GROUP BY e.id, n.full_name, n.sort_name HAVING ${count(sql`${is['sent-late']} OR ${is.overdue}`)} > 0
              ORDER BY ${count(sql`${is['sent-late']} OR ${is.overdue}`)} DESC, worksheets, n.sort_name LIMIT ${mostEmployees}::int) x) AS "lateEmployees"`);
  if (!found) throw new Error('A select without a table answers a row');
  return found;
}

const count = (is: Sql): Sql => sql`(count(*) FILTER (WHERE ${is}))::int`;
const sumOf = (status: string): Sql => sql`coalesce(sum(s.worked_minutes) FILTER (WHERE s.status = ${status}), 0)::int`;
const hours = sql`${sumOf('submitted')} AS "toApprove", ${sumOf('approved')} AS "toFinalise", ${sumOf('finalised')} AS done,
  coalesce(sum(s.planned), 0)::int AS "plannedMinutes", (count(*) FILTER (WHERE s.period_id IS NOT NULL AND s.status IS NULL))::int AS missing`;

import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import type { Transaction } from '#api/kit/database';
import { constantsSql, joinSql, noSql, rawSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { type Asked, dueOf, isOf, isShownPeriod, rowsOf, shownOf } from './dashboard-rows.repository.ts';

const mostEmployees = 20;
/** Bounds between stretches of time from sent to approved, in hours. */
const stretches = [4, 24, 48, 96];

/**
 * Everything that the dashboard shows, in one statement over what was asked in those periods: so its parts agree with each other. What was sent is read
 * once, what is missing is added up where it is read.
 */
export async function readDashboard(db: Transaction, sight: Sight, asked: Asked, now: Date): Promise<Dashboard> {
  const shown = await shownOf(db, sight, asked);
  if (!shown) return nothing;
  const is = isOf(now);
  const [found] = await db.query<Dashboard>(
    sql`
    WITH due AS MATERIALIZED (${dueOf(shown)}),
         sent AS MATERIALIZED (
           SELECT t.period_id, t.organisation_id, t.employee_id, t.status, t.worked_minutes, t.planned, t.minutes,
                  ${is['approved-late']} AS is_approved_late, ${is['sent-late']} AS is_late FROM (${rowsOf(sight, asked, shown, 'sent')}) t),
         missing AS MATERIALIZED (
           SELECT t.period_id, t.organisation_id, t.employee_id, count(*) AS n, sum(t.planned) AS planned, ${count(is.overdue)} AS overdue
             FROM (${rowsOf(sight, asked, shown, 'missing')}) t GROUP BY GROUPING SETS ((t.period_id, t.organisation_id), (t.employee_id))),
         place AS MATERIALIZED (
           SELECT s.period_id, s.organisation_id, ${workedIn('submitted')} AS to_approve, ${workedIn('approved')} AS to_finalise, ${workedIn('finalised')} AS done,
                  sum(s.planned) AS planned, ${count(sql`s.is_approved_late`)} AS late_approvals, 0 AS missing FROM sent s GROUP BY s.period_id, s.organisation_id
            UNION ALL SELECT m.period_id, m.organisation_id, 0, 0, 0, m.planned, 0, m.n FROM missing m WHERE m.period_id IS NOT NULL),
         approved AS MATERIALIZED (${approved})
    SELECT (SELECT coalesce(json_agg(x ORDER BY x.period ->> 'startsOn'), '[]') FROM (
             SELECT json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
                    ${sums} FROM period pe LEFT JOIN place x ON x.period_id = pe.id WHERE ${isShownPeriod(shown)} GROUP BY pe.id) x) AS periods,
           (SELECT coalesce(json_agg(x ORDER BY x.done + x."toFinalise" + x."toApprove" DESC, x.name), '[]') FROM (
             SELECT o.id, o.name, ${sums}, coalesce(min(a.count), 0) AS approvals, ${sum('late_approvals', 'lateApprovals')}, min(a.median) AS "medianMinutes"
               FROM place x JOIN organisation o ON o.id = x.organisation_id LEFT JOIN approved a ON a.organisation_id = o.id GROUP BY o.id) x) AS organisations,
           (SELECT json_build_object('count', coalesce(a.count, 0), 'medianMinutes', a.median, 'within', coalesce(a.within, ${JSON.stringify(noneWithin)}::json))
              FROM (SELECT) one LEFT JOIN approved a ON a.organisation_id IS NULL) AS approvals,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT e.id, n.full_name AS name, ${sum('late')}, ${sum('overdue')}, ${sum('worksheets')}
               FROM (SELECT s.employee_id, ${count(sql`s.is_late`)} AS late, 0 AS overdue, count(*) AS worksheets FROM sent s GROUP BY s.employee_id
                      UNION ALL SELECT m.employee_id, 0, m.overdue, m.n FROM missing m WHERE m.employee_id IS NOT NULL) x
               JOIN employee e ON e.id = x.employee_id JOIN person n ON n.id = e.person_id
              GROUP BY e.id, n.id HAVING sum(x.late + x.overdue) > 0
              ORDER BY sum(x.late + x.overdue) DESC, sum(x.worksheets), n.sort_name LIMIT ${mostEmployees}::int) x) AS "lateEmployees"`,
    'once',
  );
  if (!found) throw new Error('A select without a table answers a row');
  return found;
}

const count = (is: Sql): Sql => sql`(count(*) FILTER (WHERE ${is}))::int`;
const workedIn = (status: string): Sql =>
  sql`sum(s.worked_minutes) FILTER (WHERE s.status = ${constantsSql([status])})`;
const sum = (column: string, name = column): Sql =>
  sql`coalesce(sum(x.${rawSql(column)}), 0)::int AS ${rawSql(`"${name}"`)}`;
const sums = joinSql([
  sum('to_approve', 'toApprove'),
  sum('to_finalise', 'toFinalise'),
  sum('done'),
  sum('planned', 'plannedMinutes'),
  sum('missing'),
]);

/** How many took how long: from the end of the stretch before. */
const within = joinSql(
  [0, ...stretches].map((fromHours, index) => {
    const hours = stretches[index] ?? null;
    return sql`json_build_object('fromHours', ${fromHours}::int, 'hours', ${hours}::int, 'count',
    coalesce(sum(t.n) FILTER (WHERE t.minutes >= ${fromHours}::int * 60 ${hours === null ? noSql : sql`AND t.minutes < ${hours}::int * 60`}), 0)::int)`;
  }),
);

/**
 * How many approvals took how long, of each client and (without one) of all; in the middle is the first time that half of them did not take longer than
 * (as `percentile_disc`, which would sort them all).
 */
const approved = sql`
  SELECT t.organisation_id, sum(t.n)::int AS count, min(t.minutes) FILTER (WHERE t.until_then * 2 >= t.of_all) AS median, json_build_array(${within}) AS within
    FROM (SELECT t.organisation_id, t.minutes, t.n, sum(t.n) OVER (PARTITION BY t.organisation_id ORDER BY t.minutes) AS until_then,
                 sum(t.n) OVER (PARTITION BY t.organisation_id) AS of_all
            FROM (SELECT s.organisation_id, s.minutes, count(*) AS n FROM sent s WHERE s.minutes IS NOT NULL
                   GROUP BY GROUPING SETS ((s.organisation_id, s.minutes), (s.minutes))) t) t
   GROUP BY t.organisation_id`;

const noneWithin = [0, ...stretches].map((fromHours, index) => ({
  fromHours,
  hours: stretches[index] ?? null,
  count: 0,
}));

const nothing: Dashboard = {
  periods: [],
  organisations: [],
  approvals: { count: 0, medianMinutes: null, within: noneWithin },
  lateEmployees: [],
};

import type { PlacedLine } from '@konnekt/shared/working-times/register.columns';
import { partOfEach } from '@konnekt/shared/working-times/register-parts';
import type { WorkingTimes, WorkingTimesQuery } from '@konnekt/shared/working-times/working-time.contract';
import { mostNamed } from '@konnekt/shared/working-times/working-time.words';
import { isAskedFor, runsBetween } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { placementInSight, type Sight, sentInSight } from '#api/kit/visibility';

const narrowed = ({ organisationId, placementId }: WorkingTimesQuery): Sql => sql`
  ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql} ${placementId ? sql`AND p.id = ${placementId}::uuid` : noSql}`;

/** From FROM: the lines `l` of work between two days that was sent and did not come back; of a whole period those that begin between them. */
const lines = (sight: Sight, asked: WorkingTimesQuery): Sql => sql`
  FROM placement p JOIN organisation o ON o.id = p.organisation_id JOIN worksheet w ON w.placement_id = p.id
  JOIN hour_line l ON l.worksheet_id = w.id JOIN hour_type t ON t.id = l.hour_type_id AND t.is_worked AND t.unit = 'hours'
 WHERE ${placementInSight(sight)} AND w.status IN ('submitted', 'approved', 'finalised') AND ${sentInSight(sight)}
   AND w.period_end >= ${asked.from}::date AND w.period_start <= ${asked.until}::date
   AND coalesce(l.date, w.period_start) BETWEEN ${asked.from}::date AND ${asked.until}::date AND l.minutes <> 0 ${narrowed(asked)}`;

const placeJson = sql`'placementId', x.id, 'employeeName', x.employee_name, 'functionName', x.function_name, 'organisationName', x.name`;

/** What the register holds, and what it lacks. */
export async function sumUpRegister(db: Transaction, sight: Sight, asked: WorkingTimesQuery): Promise<WorkingTimes> {
  const [found] = await db.query<Omit<WorkingTimes, 'pdfParts'> & { linesEach: number[] }>(
    sql`
    WITH placed AS MATERIALIZED (
      SELECT p.id, p.employee_id, p.employee_name, p.employee_sort_name, p.function_name, p.entry_mode, o.name, count(*) AS lines, sum(l.minutes)::int AS minutes,
             coalesce(sum(l.minutes) FILTER (WHERE l.starts_at IS NOT NULL), 0)::int AS timed,
             coalesce(sum(l.minutes) FILTER (WHERE l.starts_at IS NULL AND l.minutes > 0), 0)::int AS untimed
        ${lines(sight, asked)} GROUP BY p.id, o.id
    ), missing AS MATERIALIZED (${missing(sight, asked)})
    SELECT (SELECT count(DISTINCT employee_id)::int FROM placed) AS employees, (SELECT coalesce(sum(lines), 0)::int FROM placed) AS lines, (SELECT coalesce(sum(minutes), 0)::int FROM placed) AS "workedMinutes",
           (SELECT coalesce(json_agg(x.lines ORDER BY x.name, x.employee_id), '[]')
              FROM (SELECT employee_id, min(employee_sort_name) AS name, sum(lines)::int AS lines FROM placed GROUP BY employee_id) x) AS "linesEach",
           (SELECT coalesce(sum(timed), 0)::int FROM placed) AS "timedMinutes",
           (SELECT coalesce(json_agg(json_build_object(${placeJson}, 'entryMode', x.entry_mode, 'minutes', x.untimed)), '[]')
              FROM (SELECT * FROM placed WHERE untimed > 0 ORDER BY untimed DESC, employee_sort_name, id LIMIT ${mostNamed}::int) x) AS untimed,
           json_build_object('count', (SELECT count(*) FROM missing), 'items', (SELECT coalesce(json_agg(json_build_object(${placeJson}, 'period', x.period)), '[]')
              FROM (SELECT * FROM missing ORDER BY starts_on, employee_sort_name, id LIMIT ${mostNamed}::int) x)) AS missing`,
    'once',
  );
  if (!found) throw new Error('A select without a table answers a row');
  const { linesEach, ...sums } = found;
  return { ...sums, pdfParts: linesEach.map(partOfEach()).at(-1) ?? 1 };
}

/** Periods between two days that are over, of placements that send hours, of which nothing was sent. */
const missing = (sight: Sight, asked: WorkingTimesQuery): Sql => sql`
  SELECT p.id, p.employee_name, p.employee_sort_name, p.function_name, o.name, pe.starts_on,
         json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period
    FROM placement p JOIN organisation o ON o.id = p.organisation_id CROSS JOIN agency
    JOIN period pe ON pe.type = p.period_type AND ${runsBetween(sql`pe.starts_on`, sql`pe.ends_on`)}
   WHERE p.basis = 'flexible' AND ${placementInSight(sight)} AND pe.starts_on BETWEEN ${asked.from}::date AND ${asked.until}::date
     AND pe.ends_on < ${sight.today}::date AND ${isAskedFor(sql`o`, sql`agency.hours_from`)} ${narrowed(asked)}
     AND NOT EXISTS (SELECT FROM worksheet w WHERE w.placement_id = p.id AND w.period_id = pe.id AND w.status IN ('submitted', 'approved', 'finalised'))`;

/** People whose lines are read at once. */
const PEOPLE_AT_ONCE = 100;

/** The lines of the register, person by person in the order of surnames, some people at a time. */
export async function* registerLines(
  db: Transaction,
  sight: Sight,
  asked: WorkingTimesQuery,
): AsyncGenerator<PlacedLine[]> {
  let after: { name: string; id: string } | undefined;
  for (;;) {
    const people: { id: string; name: string }[] = await db.query(
      sql`
      SELECT DISTINCT p.employee_id AS id, p.employee_sort_name AS name FROM placement p
       WHERE ${placementInSight(sight)} ${narrowed(asked)} AND ${runsBetween(sql`${asked.from}::date`, sql`${asked.until}::date`)}
         ${after ? sql`AND (p.employee_sort_name, p.employee_id) > (${after.name}, ${after.id}::uuid)` : noSql}
       ORDER BY p.employee_sort_name, p.employee_id LIMIT ${PEOPLE_AT_ONCE}::int`,
      'once',
    );
    if (people.length === 0) return;
    yield await db.query<PlacedLine>(
      sql`
      SELECT p.employee_id AS "employeeId", p.employee_sort_name AS "employeeSortName", o.name AS "organisationName", p.function_name AS "functionName",
             l.date, w.period_start AS "startsOn", w.period_end AS "endsOn", l.starts_at AS start, l.ends_at AS end, l.break_minutes AS "breakMinutes", l.minutes
        ${lines(sight, asked)} AND p.employee_id = ANY(${people.map(({ id }) => id)}::uuid[])
       ORDER BY p.employee_sort_name, p.employee_id, coalesce(l.date, w.period_start), l.starts_at NULLS FIRST, w.id, l.number`,
      'once',
    );
    after = people.at(-1);
  }
}

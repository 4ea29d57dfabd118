import type { HoursOfType, Job, JobPeriod, JobQuery, JobWithYears } from '@konnekt/shared/jobs/job.schema';
import { absences } from '@konnekt/shared/worksheets/worksheet.stands-out';
import { runs } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { contains, keysetList, type SortKey } from '#api/kit/keyset-list';
import { joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import { placementInSight, type Sight, sentInSight } from '#api/kit/visibility';

const sortKeys: Record<'employee' | 'organisation' | 'starts', SortKey> = {
  employee: { column: sql`p.employee_sort_name` },
  organisation: { column: sql`o.name` },
  starts: { column: sql`p.starts_on`, type: 'date' },
};

export type JobFilter = Pick<JobQuery, 'q' | 'organisationId' | 'running' | 'placementId'>;

const tables = sql`placement p JOIN organisation o ON o.id = p.organisation_id`;

/** From FROM: the placements `p` of a list of jobs. */
const matching = (sight: Sight, { q, organisationId, running: when, placementId }: JobFilter): Sql => sql`
  FROM ${tables} WHERE ${placementInSight(sight)} ${contains(q, sql`p.employee_name`, sql`p.function_name`, sql`o.name`)}
   ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql}
   ${when ? sql`AND ${runs[when](sight.today)}` : noSql}
   ${placementId ? sql`AND p.id = ${placementId}::uuid` : noSql}`;

/** Of a placement `p`: what was sent and did not come back, as worksheets `w`. */
export const sentOf = (sight: Sight): Sql =>
  sql`w.status IN ('submitted', 'approved', 'finalised') AND ${sentInSight(sight)}`;

const periodJson = sql`json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on)`;

/** Worked out for the rows that are shown alone. */
const columns = (sight: Sight): Sql => sql`
  p.id, p.employee_id AS "employeeId", p.employee_name AS "employeeName", p.employee_sort_name AS "employeeSortName",
  p.organisation_id AS "organisationId", o.name AS "organisationName", p.function_name AS "functionName", p.starts_on AS "startsOn",
  p.ends_on AS "endsOn", p.period_type AS "periodType", p.basis, p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
  p.planned_minutes AS "plannedMinutes", p.budget_number AS "budgetNumber",
  (SELECT json_build_object('name', c.full_name, 'phone', c.phone, 'email', a.email)
     FROM person c JOIN account a ON a.person_id = c.id WHERE c.id = o.agency_contact_id AND a.status = 'active') AS contact,
  (SELECT coalesce(sum(w.worked_minutes), 0)::int FROM worksheet w JOIN period pe ON pe.id = w.period_id
    WHERE w.placement_id = p.id AND ${sentOf(sight)} AND pe.year = extract(isoyear FROM ${sight.today}::date)::int) AS "yearMinutes",
  (SELECT json_build_object('period', ${periodJson}, 'workedMinutes', sum(w.worked_minutes))
     FROM worksheet w JOIN period pe ON pe.id = w.period_id WHERE w.placement_id = p.id AND ${sentOf(sight)}
    GROUP BY pe.id ORDER BY pe.starts_on DESC LIMIT 1) AS last`;

export function listJobs(db: Transaction, sight: Sight, { sort, ...query }: JobQuery) {
  return keysetList<Job>(db, {
    columns: columns(sight),
    matching: matching(sight, query),
    key: sortKeys[sort.replace('-', '') as keyof typeof sortKeys],
    id: sql`p.id`,
    isDescending: sort.startsWith('-'),
    page: query,
  });
}

/** The ids of a list of jobs, by surname: a page of them. */
export const listJobIds = (
  db: Transaction,
  sight: Sight,
  filter: JobFilter,
  page: { limit: number; cursor?: string | undefined },
) =>
  keysetList<{ id: string }>(db, {
    columns: sql`p.id`,
    matching: matching(sight, filter),
    key: sortKeys.employee,
    id: sql`p.id`,
    page,
  });

/** A job with its hours by year and type. A period belongs to the year of its name, in days on both sides of New Year too. */
export async function findJob(db: Transaction, sight: Sight, id: string): Promise<JobWithYears | undefined> {
  const [found] = await db.query<JobWithYears>(sql`
    SELECT ${columns(sight)}, (
      SELECT coalesce(json_agg(json_build_object('year', y.year, 'workedMinutes', y.worked, 'totalMinutes', y.total, 'types', y.types) ORDER BY y.year DESC), '[]')
        FROM (SELECT s.year, sum(s.worked)::int AS worked, sum(s.total)::int AS total, json_agg(${typeJson} ORDER BY s.sort_order, s.code) AS types
                FROM (${hoursByType(sight, sql`pe.year`)}) s GROUP BY s.year) y) AS years
      FROM ${tables} WHERE p.id = ${id}::uuid AND ${placementInSight(sight)}`);
  return found;
}

export async function isJobInSight(db: Transaction, sight: Sight, id: string): Promise<boolean> {
  const found = await db.query(sql`SELECT FROM placement p WHERE p.id = ${id}::uuid AND ${placementInSight(sight)}`);
  return found.length > 0;
}

const typeJson = sql`json_build_object('hourTypeId', s.type_id, 'hourTypeNl', s.name_nl, 'hourTypeEn', s.name_en, 'unit', s.unit,
  'minutes', s.total, 'quantity', s.quantity)`;

/** Of a placement `p`: hours by hour type and `year`. */
const hoursByType = (sight: Sight, year: Sql): Sql => sql`
  SELECT ${year} AS year, t.id AS type_id, t.name_nl, t.name_en, t.unit, t.sort_order, t.code,
         CASE WHEN t.is_worked AND t.unit = 'hours' THEN sum(l.minutes) ELSE 0 END::int AS worked, sum(l.minutes)::int AS total,
         coalesce(sum(l.quantity), 0)::int AS quantity
    FROM worksheet w JOIN period pe ON pe.id = w.period_id JOIN hour_line l ON l.worksheet_id = w.id JOIN hour_type t ON t.id = l.hour_type_id
   WHERE w.placement_id = p.id AND ${sentOf(sight)}
   GROUP BY 1, t.id`;

type PeriodRow = Omit<JobPeriod, 'plannedMinutes' | 'differenceMinutes'> & {
  startsOn: string;
  endsOn: string | null;
  weekMinutes: number;
  accountedMinutes: number;
};

/** Of a worksheet `w`: see `accountedMinutes`. */
const accounted = joinSql(
  [sql`w.worked_minutes`, ...absences.map((kind) => sql`coalesce((w.minutes_by_kind ->> ${kind})::int, 0)`)],
  ' + ',
);

/** The hours of a job by period, newest first; nothing of one that is out of sight. */
export const listJobPeriods = (
  db: Transaction,
  sight: Sight,
  id: string,
  { year, ...page }: { limit: number; cursor?: string | undefined; year?: number | undefined },
) =>
  keysetList<PeriodRow>(db, {
    columns: sql`x.period, x.worked AS "workedMinutes", x.total AS "totalMinutes", x.worksheets, x.placement_start AS "startsOn",
      x.placement_end AS "endsOn", x.week_minutes AS "weekMinutes", x.accounted AS "accountedMinutes"`,
    matching: sql`FROM (
      SELECT pe.id, pe.starts_on, ${periodJson} AS period, sum(w.worked_minutes)::int AS worked, sum(w.total_minutes)::int AS total, sum(${accounted})::int AS accounted,
             json_agg(json_build_object('id', w.id, 'kind', w.kind, 'status', w.status, 'totalMinutes', w.total_minutes) ORDER BY w.sequence) AS worksheets,
             p.starts_on AS placement_start, p.ends_on AS placement_end, p.planned_minutes AS week_minutes
        FROM placement p JOIN worksheet w ON w.placement_id = p.id JOIN period pe ON pe.id = w.period_id
       WHERE p.id = ${id}::uuid AND ${placementInSight(sight)} AND ${sentOf(sight)} ${year ? sql`AND pe.year = ${year}::int` : noSql}
       GROUP BY pe.id, p.id) x WHERE TRUE`,
    key: { column: sql`x.starts_on`, type: 'date' },
    id: sql`x.id`,
    isDescending: true,
    page,
  });

export interface HoursRow extends HoursOfType {
  employeeSortName: string;
  functionName: string;
  organisationName: string;
  period: JobPeriod['period'];
  status: JobPeriod['worksheets'][number]['status'];
}

/** The hours of some jobs for their file: by surname and placement, oldest first. */
export const listJobHours = (db: Transaction, sight: Sight, ids: readonly string[], year: number | undefined) =>
  db.query<HoursRow>(
    sql`
    SELECT p.employee_sort_name AS "employeeSortName", p.function_name AS "functionName", o.name AS "organisationName", ${periodJson} AS period,
           t.id AS "hourTypeId", t.name_nl AS "hourTypeNl", t.name_en AS "hourTypeEn", t.unit, sum(l.minutes)::int AS minutes,
           coalesce(sum(l.quantity), 0)::int AS quantity, w.status
      FROM ${tables} JOIN worksheet w ON w.placement_id = p.id JOIN period pe ON pe.id = w.period_id
      JOIN hour_line l ON l.worksheet_id = w.id JOIN hour_type t ON t.id = l.hour_type_id
     WHERE p.id = ANY(${[...ids]}::uuid[]) AND ${placementInSight(sight)} AND ${sentOf(sight)} ${year ? sql`AND pe.year = ${year}::int` : noSql}
     GROUP BY p.id, o.id, pe.id, t.id, w.status
     ORDER BY p.employee_sort_name, p.id, pe.starts_on, t.sort_order, t.code, w.status`,
    'once',
  );

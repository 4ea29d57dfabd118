import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import type { PeriodType } from '@konnekt/shared/periods/period';
import { toFill } from '#api/features/worksheets/worksheet.service';
import type { Transaction } from '#api/kit/database';
import { constantsSql, noSql, type Sql, sql } from '#api/kit/sql';
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

/** The last periods of a kind, from the first to the last: read first, so that all else is planned for so many of them. */
export interface Shown {
  type: PeriodType;
  from: string;
  until: string;
}

/** None where no period of the kind has begun, or not on the day asked. */
export async function shownOf(
  db: Transaction,
  { today }: Sight,
  { periodType, startsOn }: Asked,
): Promise<Shown | undefined> {
  const [found] = await db.query<{ from: string | null; until: string | null }>(sql`
    SELECT min(pe.starts_on) AS from, max(pe.starts_on) AS until
      FROM (SELECT pe.starts_on FROM period pe WHERE pe.type = ${periodType} AND pe.starts_on <= ${today}::date
             ORDER BY pe.starts_on DESC LIMIT ${shownPeriods}::int) pe
     WHERE pe.starts_on = coalesce(${startsOn ?? null}::date, pe.starts_on)`);
  return found?.from && found.until ? { type: periodType, from: found.from, until: found.until } : undefined;
}

/** For a day on which a period begins: it is shown. The days stand in the text, so that the planner knows how many rows they are. */
const isShown = (startsOn: Sql, { from, until }: Shown): Sql =>
  sql`${startsOn} BETWEEN ${constantsSql([from])} AND ${constantsSql([until])}`;

/** For a period `pe`: it is shown. */
export const isShownPeriod = (shown: Shown): Sql =>
  sql`(pe.type = ${constantsSql([shown.type])} AND ${isShown(sql`pe.starts_on`, shown)})`;

/**
 * What was asked in those periods, a row for each: what was sent, as the lists of the phases have it, or what is to be filled in, as its list does. Of that
 * nothing is worked yet and no state known. What was agreed counts once for a placement and period; when it was sent and approved, and how long that took, is
 * told of what an employee sent by themselves. Joins `due` (`dueOf`), which the statement has once.
 */
export const rowsOf = (sight: Sight, asked: Asked, shown: Shown, part: Part): Sql => sql`
  SELECT x.id, x.period_id, x.period_start, x.organisation_id, x.employee_id, x.placement_id, x.status, x.worked_minutes, x.filled_by,
         x.first_sent_at, x.approved_at, x.minutes, CASE WHEN x.sequence = 1 THEN ${planned} ELSE 0 END AS planned, due.deadline
    FROM (${(part === 'sent' ? sentOf : missingOf)(sight, asked, shown)}) x JOIN due ON due.period_id = x.period_id AND due.organisation_id = x.organisation_id`;

export type Part = 'sent' | 'missing';

const sentOf = (sight: Sight, asked: Asked, shown: Shown): Sql => sql`
  SELECT w.id, w.period_id, w.period_start, w.organisation_id, w.employee_id, w.placement_id, w.status::text, w.worked_minutes, w.sequence, w.filled_by,
         CASE WHEN ${isOwn} THEN w.first_sent_at END AS first_sent_at, CASE WHEN ${isOwn} THEN w.approved_at END AS approved_at,
         CASE WHEN ${isOwn} THEN round(date_part('epoch', w.approved_at - w.sent_at) / 60)::int END AS minutes,
         p.planned_minutes, p.starts_on, p.ends_on
    FROM worksheet w JOIN period pe ON pe.id = w.period_id JOIN placement p ON p.id = w.placement_id
   WHERE ${isShownPeriod(shown)} AND ${isShown(sql`w.period_start`, shown)}
     AND w.status IN ('submitted', 'approved', 'finalised') AND ${worksheetInSight(sight)}
     ${asked.organisationId ? sql`AND w.organisation_id = ${asked.organisationId}::uuid` : noSql}
     ${asked.employeeId ? sql`AND w.employee_id = ${asked.employeeId}::uuid` : noSql}`;

/** Sent by whoever worked: how late it came, and how long it waited, is only asked of that. */
const isOwn = sql`w.filled_by = 'employee' AND w.sequence = 1`;

const missingOf = (sight: Sight, asked: Asked, shown: Shown): Sql =>
  toFill(
    sight,
    { organisationId: asked.organisationId, employeeId: asked.employeeId },
    {
      within: isShownPeriod(shown),
      sheets: isShown(sql`w.period_start`, shown),
      columns: sql`
        w.id, pe.id AS period_id, pe.starts_on AS period_start, p.organisation_id, p.employee_id, p.id AS placement_id, NULL::text AS status,
        0 AS worked_minutes, coalesce(w.sequence, 1) AS sequence, coalesce(w.filled_by, p.hours_by) AS filled_by, NULL::timestamptz AS first_sent_at,
        NULL::timestamptz AS approved_at, NULL::int AS minutes, p.planned_minutes, p.starts_on, p.ends_on`,
    },
  );

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

/** Mondays to Fridays before a day, since a Monday. */
const workingDaysBefore = (day: Sql): Sql =>
  sql`((${day} - '0001-01-01'::date) / 7 * 5 + least((${day} - '0001-01-01'::date) % 7, 5))`;

/** Working days from a day until another, both included. */
const workingDays = (from: Sql, until: Sql): Sql =>
  sql`greatest(0, ${workingDaysBefore(sql`${until} + 1`)} - ${workingDaysBefore(from)})`;

/** Agreed for the placement of row `x` in the period that is `due`, as `plannedMinutesIn` has it. Most run all of it: then nothing is counted. */
const planned = sql`(x.planned_minutes * CASE WHEN x.starts_on <= due.starts_on AND (x.ends_on IS NULL OR x.ends_on >= due.ends_on) THEN due.working_days
  ELSE ${workingDays(sql`greatest(due.starts_on, x.starts_on)`, sql`least(due.ends_on, coalesce(x.ends_on, due.ends_on))`)} END + 2) / 5`;

/** Each period at each client: its working days, and the first deadline after it, an instant (`nextDeadline`). */
export const dueOf = (shown: Shown): Sql => sql`
  SELECT pe.id AS period_id, client.id AS organisation_id, pe.starts_on, pe.ends_on, ${workingDays(sql`pe.starts_on`, sql`pe.ends_on`)} AS working_days,
         ((pe.ends_on + 1 + (coalesce(client.approve_by_weekday, agency.approve_by_weekday) - extract(isodow FROM pe.ends_on + 1)::int + 7) % 7)::timestamp
           + make_interval(mins => coalesce(client.approve_by_minutes, agency.approve_by_minutes))) AT TIME ZONE 'Europe/Amsterdam' AS deadline
    FROM period pe CROSS JOIN organisation client CROSS JOIN agency WHERE ${isShownPeriod(shown)}`;

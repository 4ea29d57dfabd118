import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { Answer } from '@konnekt/shared/routes';
import type { NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { hourTypesJson, type KnownHourType } from '#api/kit/catalogue';
import { isOpen } from '#api/kit/conditions';
import type { Db } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { organisationsOf, placementInSight, type Sight } from '#api/kit/visibility';
import type { StoredWorksheet } from './worksheet.repository.ts';
import {
  byWeek,
  type EarlierWeeks,
  earlierWeeks,
  lineFields,
  linesJson,
  periodJson,
  placementJson,
  sentBeside,
} from './worksheet-columns.repository.ts';
import { enters } from './worksheet-conditions.repository.ts';

/** A placement in sight, for filling in one period: what the entry screen and the checks of a save need. */
export interface EntryPlace {
  placement: PlacementSummary;
  employeePersonId: string;
  mayRegister: boolean;
  weekFiftyThree: 'long-last-period' | 'separate-week';
  warningLimits: Record<string, number>;
  hourTypes: readonly KnownHourType[];
}

export async function findPlacement(db: Db, sight: Sight, id: string): Promise<EntryPlace | undefined> {
  const [place] = await db.query<EntryPlace>(sql`
    SELECT ${placementJson} AS placement, e.person_id AS "employeePersonId", a.week_fifty_three AS "weekFiftyThree",
           a.warning_limits AS "warningLimits", ${hourTypesJson} AS "hourTypes", p.organisation_id IN ${organisationsOf(sight, 'may_register')} AS "mayRegister"
      FROM placement p
      JOIN employee e ON e.id = p.employee_id
      JOIN organisation o ON o.id = p.organisation_id
      CROSS JOIN agency a
     WHERE p.id = ${id}::uuid AND ${placementInSight(sight)}`);
  return place;
}

/** The worksheet of a placement and period, if one was saved: the regular one, whoever looks. */
export async function findRegular(db: Db, placementId: string, period: Worksheet['period']) {
  const [worksheet] = await db.query<Pick<StoredWorksheet, 'id' | 'version' | 'filledBy'> & { changedAt: string }>(sql`
    SELECT w.id, w.version, w.filled_by AS "filledBy", w.updated_at AS "changedAt" FROM worksheet w JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ${placementId}::uuid AND w.sequence = 1
       AND pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int`);
  return worksheet;
}

/** The same of a placement that has no worksheet to read yet. */
export async function findSentBeside(
  db: Db,
  placementId: string,
  { startsOn, endsOn }: Worksheet['period'],
): Promise<HourLineInput[]> {
  const of = { startsOn: sql`${startsOn}::date`, endsOn: sql`${endsOn}::date`, placementId: sql`${placementId}::uuid` };
  const [found] = await db.query<{ lines: HourLineInput[] }>(sql`SELECT ${sentBeside(of)} AS lines`);
  return found?.lines ?? [];
}

/** What an employee worked in other placements, or typed there, in a period and on the days next to it. */
export async function findElsewhere(
  db: Db,
  { id, employeeId }: Pick<PlacementSummary, 'id' | 'employeeId'>,
  { startsOn, endsOn }: Worksheet['period'],
): Promise<HourLineInput[]> {
  const [found] = await db.query<{ lines: HourLineInput[] }>(sql`
    SELECT coalesce(json_agg(json_build_object(${lineFields})), '[]') AS lines FROM worksheet b JOIN hour_line l ON l.worksheet_id = b.id
     WHERE b.employee_id = ${employeeId}::uuid AND b.placement_id <> ${id}::uuid
       AND b.period_start <= ${endsOn}::date + 1 AND b.period_end >= ${startsOn}::date - 1
       AND l.date BETWEEN ${startsOn}::date - 1 AND ${endsOn}::date + 1`);
  return found?.lines ?? [];
}

export async function isPeriodClosed(db: Db, { type, year, number }: Worksheet['period']): Promise<boolean> {
  const closed = await db.query(sql`
    SELECT 1 FROM period pe WHERE pe.type = ${type} AND pe.year = ${year}::int AND pe.number = ${number}::int AND NOT ${isOpen(sql`pe`)}`);
  return closed.length > 0;
}

/** The lines of the regular worksheet of the period before, to copy by whoever fills it in. */
export async function findLines(
  db: Db,
  sight: Sight,
  placementId: string,
  period: Worksheet['period'],
): Promise<NumberedLine[]> {
  const [found] = await db.query<{ lines: NumberedLine[] }>(sql`
    SELECT ${linesJson} AS lines FROM worksheet w JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ${placementId}::uuid AND w.sequence = 1 AND ${enters(sight)}
       AND pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int`);
  return found?.lines ?? [];
}

/**
 * Minutes worked by this employee in each of the fifteen ISO weeks before a Monday, newest first: in all placements as far as
 * the reader sees them, and not what somebody else has not sent (yet).
 */
export async function earlierWeekMinutes(db: Db, sight: Sight, employeeId: string, monday: string): Promise<number[]> {
  const [found] = await db.query<{ weeks: EarlierWeeks }>(
    sql`SELECT ${earlierWeeks(sight, sql`${employeeId}::uuid`, sql`${monday}::date`)} AS weeks`,
  );
  return byWeek(found?.weeks ?? null);
}

/** For a line `l` of a period `pe`: of no day between these. A period's total counts where a placement begins or ends only when none of it is left. */
export const isOutside = (startsOn: string, endsOn: string | null): Sql =>
  sql`(coalesce(l.date, pe.ends_on) < ${startsOn}::date OR coalesce(l.date, pe.starts_on) > ${endsOn}::date)`;

/** As many worksheets as a dialog shows. */
const mostOutside = 60;

/** The worksheets of a placement with hours that would fall outside it between these days, sent or not; for the office. */
export const listHoursOutside = (
  db: Db,
  placementId: string,
  { startsOn, endsOn }: { startsOn: string; endsOn?: string | undefined },
): Promise<Answer<'GET /api/placements/:id/hours-outside'>['items']> =>
  db.query(sql`
    SELECT w.id AS "worksheetId", w.status, sum(l.minutes)::int AS minutes, ${periodJson} AS period
      FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ${placementId}::uuid AND ${isOutside(startsOn, endsOn ?? null)}
     GROUP BY w.id, pe.id ORDER BY pe.starts_on, w.sequence LIMIT ${mostOutside}::int`);

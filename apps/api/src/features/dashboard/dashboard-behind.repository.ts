import type { Behind, BehindRow } from '@konnekt/shared/dashboard/dashboard.contract';
import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import type { Db } from '#api/kit/database';
import { type AskedPage, keysetList } from '#api/kit/keyset-list';
import { noSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { type Asked, isOf, median, rowsOf, timed } from './dashboard-rows.repository.ts';

type AskedBehind = AskedPage &
  Asked & {
    show: BehindNumber;
    startsOn?: string | undefined;
    employeeId?: string | undefined;
    fromHours?: number | undefined;
    untilHours?: number | undefined;
  };

/** The rows behind a number, newest period first, and their sums. */
export async function readBehind(db: Db, sight: Sight, asked: AskedBehind, now: Date): Promise<Behind> {
  const matching = sql`FROM (WITH sheet AS MATERIALIZED (${rowsOf(sight, asked)}) ${timed}) t
    JOIN period pe ON pe.id = t.period_id JOIN placement p ON p.id = t.placement_id JOIN organisation o ON o.id = t.organisation_id
   WHERE ${isOf(now)[asked.show]} ${narrowed(asked)}`;
  const [list, [size]] = await Promise.all([
    keysetList<BehindRow>(db, {
      columns: sql`t.id, t.employee_id AS "employeeId", p.employee_name AS "employeeName", o.name AS "organisationName",
        json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
        t.status, t.worked_minutes AS "workedMinutes", t.planned AS "plannedMinutes", t.deadline, t.first_sent_at AS "firstSentAt", t.approved_at AS "approvedAt",
        t.minutes AS "approvalMinutes"`,
      matching,
      key: { column: sql`t.period_start`, type: 'date' },
      // A placement has one row in a period that is no worksheet.
      id: sql`coalesce(t.id, t.placement_id)`,
      isDescending: true,
      page: asked,
    }),
    db.query<Behind['size']>(
      sql`
      SELECT count(*)::int AS worksheets, coalesce(sum(t.worked_minutes), 0)::int AS "workedMinutes", coalesce(sum(t.planned), 0)::int AS "plannedMinutes",
             ${median} AS "medianMinutes" ${matching}`,
      'once',
    ),
  ]);
  return { ...list, size: size ?? { worksheets: 0, workedMinutes: 0, plannedMinutes: 0, medianMinutes: null } };
}

const narrowed = ({ startsOn, employeeId, fromHours, untilHours }: AskedBehind): Sql => sql`
  ${startsOn ? sql`AND pe.starts_on = ${startsOn}::date` : noSql} ${employeeId ? sql`AND t.employee_id = ${employeeId}::uuid` : noSql}
  ${fromHours === undefined ? noSql : sql`AND t.minutes >= ${fromHours}::int * 60`} ${untilHours === undefined ? noSql : sql`AND t.minutes < ${untilHours}::int * 60`}`;

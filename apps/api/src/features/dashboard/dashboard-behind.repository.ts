import { zDay, zId } from '@konnekt/shared/basics/fields';
import type { Behind, BehindRow } from '@konnekt/shared/dashboard/dashboard.contract';
import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import { z } from 'zod';
import { type Db, encodeCursor } from '#api/kit/database';
import { type AskedPage, COUNT_LIMIT } from '#api/kit/keyset-list';
import { decodeCursor } from '#api/kit/paging';
import { noSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { type Asked, isOf, median, rowsOf, timed } from './dashboard-rows.repository.ts';

type AskedBehind = AskedPage &
  Asked & { show: BehindNumber; fromHours?: number | undefined; untilHours?: number | undefined };

/** Which part of what was asked a number is of, and whether it asks when it was approved: that is looked for of many rows only where it is asked. */
const natures: Record<BehindNumber, { part?: 'sent' | 'missing'; isTimed?: boolean }> = {
  asked: {},
  sent: { part: 'sent' },
  missing: { part: 'missing' },
  overdue: { part: 'missing' },
  approved: { part: 'sent', isTimed: true },
  'approved-late': { part: 'sent', isTimed: true },
  'sent-late': { part: 'sent', isTimed: true },
};
const untimed = sql`SELECT s.*, NULL::timestamptz AS first_sent_at, NULL::timestamptz AS approved_at, NULL::int AS minutes FROM sheet s`;

/** The rows behind a number, newest period first, and their sums: of one statement, so both are of the same rows. */
export async function readBehind(db: Db, sight: Sight, asked: AskedBehind, now: Date): Promise<Behind> {
  const { part, isTimed = isWithin(asked) } = natures[asked.show];
  const after = decodeCursor(asked.cursor, z.tuple([zDay, zId]));
  const found = await db.query<BehindRow & { size: Behind['size']; cursorId: string | null }>(
    sql`
    WITH sheet AS MATERIALIZED (${rowsOf(sight, asked, part)}),
         found AS ${isTimed ? sql`MATERIALIZED` : sql`NOT MATERIALIZED`} (SELECT t.* FROM (${isTimed ? timed : untimed}) t WHERE ${isOf(now)[asked.show]} ${within(asked)}),
         page AS MATERIALIZED (SELECT * FROM found t ${after ? sql`WHERE (t.period_start, ${rowId}) < (${after[0]}::date, ${after[1]}::uuid)` : noSql}
                                ORDER BY t.period_start DESC, ${rowId} DESC LIMIT ${asked.limit + 1}::int),
         told AS (${isTimed ? sql`SELECT * FROM page` : sql`WITH sheet AS (SELECT ${sheetColumns} FROM page) ${timed}`})
    SELECT size.size, ${columns}
      FROM (SELECT json_build_object('worksheets', count(*), 'workedMinutes', coalesce(sum(t.worked_minutes), 0), 'plannedMinutes', coalesce(sum(t.planned), 0),
                                     'medianMinutes', ${median}) AS size FROM found t) size
      LEFT JOIN (told t JOIN period pe ON pe.id = t.period_id JOIN placement p ON p.id = t.placement_id JOIN organisation o ON o.id = t.organisation_id) ON TRUE
     ORDER BY t.period_start DESC, ${rowId} DESC`,
    'once',
  );
  const size = found[0]?.size ?? { worksheets: 0, workedMinutes: 0, plannedMinutes: 0, medianMinutes: null };
  const items = found.flatMap(({ size: _, cursorId, ...item }) => (cursorId ? [{ ...item, cursorId }] : []));
  const last = items.length > asked.limit ? items[asked.limit - 1] : undefined;
  return {
    items: items.slice(0, asked.limit).map(({ cursorId: _, ...item }) => item),
    nextCursor: last ? encodeCursor([last.period.startsOn, last.cursorId]) : null,
    total: Math.min(size.worksheets, COUNT_LIMIT),
    size,
  };
}

/** A placement has one row in a period that is no worksheet. */
const rowId = sql`coalesce(t.id, t.placement_id)`;

const sheetColumns = sql`id, period_id, period_start, organisation_id, employee_id, placement_id, status, worked_minutes, sequence, filled_by, submission_id,
  sent_at, planned, deadline`;

const columns = sql`t.id, t.employee_id AS "employeeId", p.employee_name AS "employeeName", o.name AS "organisationName",
  json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
  t.status, t.worked_minutes AS "workedMinutes", t.planned AS "plannedMinutes", t.deadline, t.first_sent_at AS "firstSentAt", t.approved_at AS "approvedAt",
  t.minutes AS "approvalMinutes", ${rowId} AS "cursorId"`;

const isWithin = ({ fromHours, untilHours }: AskedBehind): boolean =>
  fromHours !== undefined || untilHours !== undefined;
const within = ({ fromHours, untilHours }: AskedBehind): Sql => sql`
  ${fromHours === undefined ? noSql : sql`AND t.minutes >= ${fromHours}::int * 60`} ${untilHours === undefined ? noSql : sql`AND t.minutes < ${untilHours}::int * 60`}`;

import { zDay, zId } from '@konnekt/shared/basics/fields';
import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { Behind, BehindRow } from '@konnekt/shared/dashboard/dashboard.contract';
import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import { z } from 'zod';
import { encodeCursor, type Transaction } from '#api/kit/database';
import type { AskedPage } from '#api/kit/keyset-list';
import { decodeCursor } from '#api/kit/paging';
import { joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { type Asked, dueOf, isOf, type Part, rowsOf, shownOf } from './dashboard-rows.repository.ts';

type AskedBehind = AskedPage &
  Asked & { show: BehindNumber; fromHours?: number | undefined; untilHours?: number | undefined };

/** Which parts of what was asked a number is of. */
const partsOf: Record<BehindNumber, Part[]> = {
  asked: ['sent', 'missing'],
  sent: ['sent'],
  missing: ['missing'],
  overdue: ['missing'],
  approved: ['sent'],
  'approved-late': ['sent'],
  'sent-late': ['sent'],
};

/** The rows behind a number, newest period first, and their sums: of one statement, so both are of the same rows. */
export async function readBehind(db: Transaction, sight: Sight, asked: AskedBehind, now: Date): Promise<Behind> {
  const shown = await shownOf(db, sight, asked);
  if (!shown) return { items: [], nextCursor: null, total: 0, size: nothing };
  const after = decodeCursor(asked.cursor, z.tuple([zDay, zId]));
  const foundOf = (part: Part) =>
    sql`SELECT t.id, t.period_id, t.period_start, t.organisation_id, t.placement_id, t.status, t.worked_minutes, t.planned, t.minutes, t.first_sent_at, t.approved_at FROM (${rowsOf(sight, asked, shown, part)}) t WHERE ${isOf(now)[asked.show]} ${within(asked)}`;
  const found = await db.query<BehindRow & { size: Behind['size']; cursorId: string | null }>(
    sql`
    WITH due AS MATERIALIZED (${dueOf(shown)}),
         found AS MATERIALIZED (${joinSql(partsOf[asked.show].map(foundOf), ' UNION ALL ')}),
         page AS MATERIALIZED (SELECT * FROM found t ${after ? sql`WHERE (t.period_start, ${rowId}) < (${after[0]}::date, ${after[1]}::uuid)` : noSql}
                                ORDER BY t.period_start DESC, ${rowId} DESC LIMIT ${asked.limit + 1}::int)
    SELECT size.size, ${columns}
      FROM (SELECT json_build_object('worksheets', count(*), 'workedMinutes', coalesce(sum(t.worked_minutes), 0), 'plannedMinutes', coalesce(sum(t.planned), 0),
                                     'medianMinutes', percentile_disc(0.5) WITHIN GROUP (ORDER BY t.minutes)) AS size FROM found t) size
      LEFT JOIN (page t JOIN due USING (period_id, organisation_id) JOIN period pe ON pe.id = t.period_id JOIN placement p ON p.id = t.placement_id JOIN organisation o ON o.id = t.organisation_id) ON TRUE
     ORDER BY t.period_start DESC, ${rowId} DESC`,
    'once',
  );
  const size = found[0]?.size ?? nothing;
  const items = found.flatMap(({ size: _, cursorId, ...item }) => (cursorId ? [{ ...item, cursorId }] : []));
  const last = items.length > asked.limit ? items[asked.limit - 1] : undefined;
  return {
    items: items.slice(0, asked.limit).map(({ cursorId: _, ...item }) => item),
    nextCursor: last ? encodeCursor([last.period.startsOn, last.cursorId]) : null,
    total: Math.min(size.worksheets, mostCounted),
    size,
  };
}

const nothing: Behind['size'] = { worksheets: 0, workedMinutes: 0, plannedMinutes: 0, medianMinutes: null };

/** A placement has one row in a period that is no worksheet. */
const rowId = sql`coalesce(t.id, t.placement_id)`;

const columns = sql`t.id, p.employee_id AS "employeeId", p.employee_name AS "employeeName", o.name AS "organisationName",
  json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
  t.status, t.worked_minutes AS "workedMinutes", t.planned AS "plannedMinutes", due.deadline, t.first_sent_at AS "firstSentAt", t.approved_at AS "approvedAt",
  t.minutes AS "approvalMinutes", ${rowId} AS "cursorId"`;

const within = ({ fromHours, untilHours }: AskedBehind): Sql => sql`
  ${fromHours === undefined ? noSql : sql`AND t.minutes >= ${fromHours}::int * 60`} ${untilHours === undefined ? noSql : sql`AND t.minutes < ${untilHours}::int * 60`}`;

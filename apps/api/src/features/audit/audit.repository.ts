import { type AuditAction, recordActions } from '@konnekt/shared/audit/audit.actions';
import type { AuditList, AuditQuery } from '@konnekt/shared/audit/audit.contract';
import type { Actor } from '@konnekt/shared/basics/actor';
import { addDays, type CalendarDay, startOfDayInstant } from '@konnekt/shared/basics/calendar-day';
import { type Db, newId } from '#api/kit/database';
import { keysetList } from '#api/kit/keyset-list';
import { constantsSql, joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import { actorAddressInSight, auditInSight } from '#api/kit/visibility';
import { type AuditRow, namedIn, toAuditEvent } from './audit.presenter.ts';

interface Page {
  limit: number;
  cursor?: string | undefined;
  sort?: AuditQuery['sort'];
}

/** What became of one record, newest first; `agency` is the settings, of which there is one. */
export function listHistory(db: Db, actor: Actor, recordId: string, page: Page): Promise<AuditList> {
  const ofRecord = recordId === 'agency' ? sql`v.subject_type = 'agency'` : sql`v.record_id = ${recordId}::uuid`;
  return listEvents(db, actor, page, sql`${ofRecord} AND v.action IN (${constantsSql(recordActions)})`);
}

/** The whole log, narrowed down; days are those of Amsterdam, both included. */
export function searchEvents(db: Db, actor: Actor, filter: AuditQuery): Promise<AuditList> {
  const { q, actorId, action, subjectType } = filter;
  const [from, until] = [inTimes(filter.from), inTimes(filter.until)];
  const conditions = [
    q && isNamed(`%${q.replace(/[\\%_]/g, '\\$&')}%`),
    actorId && sql`v.actor_id = ${actorId}::uuid`,
    action && isAction(action),
    subjectType && sql`v.subject_type = ${subjectType}`,
    from &&
      sql`v.id >= ${firstIdAt(startOfDayInstant(addDays(from, -1)))}::uuid AND v.at >= ${startOfDayInstant(from)}::timestamptz`,
    until &&
      sql`v.id < ${firstIdAt(startOfDayInstant(addDays(until, 2)))}::uuid AND v.at < ${startOfDayInstant(addDays(until, 1))}::timestamptz`,
  ].filter((condition) => typeof condition === 'object');
  return listEvents(db, actor, filter, conditions.length > 0 ? joinSql(conditions, ' AND ') : sql`TRUE`);
}

/** A name in the event, or of the person whose record it is: an account is named by its address. */
const isNamed = (
  pattern: string,
): Sql => sql`((coalesce(v.actor_name, '') || ' ' || coalesce(v.subject_name, '')) ILIKE ${pattern}
  OR v.record_id = ANY(ARRAY(SELECT id FROM person WHERE full_name ILIKE ${pattern} LIMIT 1000)))`;

/** What an event tells of: the state of an account that was changed from or to `blocked` is an act of its own. */
const actionShown = sql`CASE WHEN v.action <> 'change' OR v.subject_type <> 'account' THEN v.action
  WHEN v.changes -> 'status' ->> 1 = 'blocked' THEN 'block' WHEN v.changes -> 'status' ->> 0 = 'blocked' THEN 'unblock' ELSE v.action END`;

function isAction(action: AuditAction): Sql {
  if (action !== 'change' && action !== 'block' && action !== 'unblock') return sql`v.action = ${action}`;
  const ofAccount = action === 'change' ? noSql : sql`AND v.subject_type = 'account'`;
  return sql`v.action = 'change' ${ofAccount} AND ${actionShown} = ${action}`;
}

/** Nothing happened before or after: a day far outside has no id that sorts by it. */
const inTimes = (day: CalendarDay | undefined): CalendarDay | undefined =>
  day && (day < '2000-01-01' ? '2000-01-01' : day > '2999-12-31' ? '2999-12-31' : day);

/** Ids sort by time, so a day is a range of the key. A day of slack, for an event has the time at which its transaction began. */
const firstIdAt = (instant: string): string => newId(Date.parse(instant), new Uint8Array(16));

async function listEvents(db: Db, actor: Actor, page: Page, condition: Sql): Promise<AuditList> {
  const { items: rows, ...rest } = await keysetList<AuditRow>(db, {
    columns: sql`v.id, v.at, ${actionShown} AS action, v.subject_type AS "subjectType", v.subject_id AS "subjectId",
      v.subject_name AS "subjectName", v.record_id AS "recordId", v.actor_id AS "actorId", v.actor_name AS "actorName", v.actor_role AS "actorRole",
      CASE WHEN ${actorAddressInSight({ actor })} THEN v.address END AS address, v.changes`,
    matching: sql`FROM audit_event v WHERE ${auditInSight({ actor })} AND ${condition}`,
    // Few are found first and sorted then; of many the newest are soon met going back from the end (0.6 s against 2 ms for a name
    // that is nowhere in 400,000 events). OFFSET 0 keeps the planner from walking the whole log in search of few.
    few: (matching) => sql`FROM (SELECT v.* ${matching} OFFSET 0) v WHERE TRUE`,
    id: sql`v.id`,
    isDescending: page.sort !== 'at',
    page,
  });
  const items = rows.map(toAuditEvent);
  return { items, ...rest, names: await findNames(db, namedIn(items)) };
}

/** What the records are called that changes speak of. One that is gone has no name any more. */
async function findNames(db: Db, ids: string[]): Promise<AuditList['names']> {
  if (ids.length === 0) return {};
  const rows = await db.query<{ id: string; nl: string; en: string }>(sql`
    WITH wanted AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT p.id, p.full_name AS nl, p.full_name AS en FROM person p JOIN wanted USING (id)
    UNION ALL SELECT e.id, p.full_name, p.full_name FROM employee e JOIN wanted USING (id) JOIN person p ON p.id = e.person_id
    UNION ALL SELECT o.id, o.name, o.name FROM organisation o JOIN wanted USING (id)
    UNION ALL SELECT l.id, l.number, l.number FROM placement l JOIN wanted USING (id)
    UNION ALL SELECT h.id, h.name_nl, h.name_en FROM hour_type h JOIN wanted USING (id)`);
  return Object.fromEntries(rows.map(({ id, nl, en }) => [id, { nl, en }]));
}

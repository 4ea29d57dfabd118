import { mostCounted } from '@konnekt/shared/basics/most-counted';
import {
  commentMinutes,
  manySteps,
  mostComments,
  mostCommentsAtOnce,
  mostStepsAMinute,
  secondsBetweenManySteps,
} from '@konnekt/shared/worksheets/worksheet.bounds';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { Db, Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';

/** How long the next step on these worksheets has to wait: on the one that waits longest. */
export async function findLongestWait(db: Db, ids: readonly string[]): Promise<number | null> {
  const [found] = await db.query<{ seconds: number | null }>(
    sql`SELECT max(${secondsToWait}) AS seconds FROM worksheet w WHERE w.id = ANY(${[...ids]}::uuid[])`,
  );
  return found?.seconds ?? null;
}

/** What happened to a worksheet, newest first, from an event on; with the saves or without. */
export async function listEvents(
  db: Db,
  id: string,
  page: { limit: number; before: string | undefined; withSaves: boolean },
): Promise<{ items: Worksheet['history']; total: number }> {
  const which = sql`v.worksheet_id = ${id}::uuid ${page.withSaves ? noSql : sql`AND v.action <> 'save'`}`;
  const items = await db.query<Worksheet['history'][number]>(sql`
    SELECT ${eventFields} FROM worksheet_event v LEFT JOIN submission s ON s.id = v.submission_id
     WHERE ${which} ${page.before ? sql`AND v.id < ${page.before}::uuid` : noSql} ORDER BY v.id DESC LIMIT ${page.limit}::int`);
  const [counted] = await db.query<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM (SELECT FROM worksheet_event v WHERE ${which} LIMIT ${mostCounted}::int) n`,
  );
  return { items, total: counted?.total ?? 0 };
}

/** One after another: what one person says is counted before they say the next. */
export async function holdCommenter(tx: Transaction, { actor }: Sight): Promise<void> {
  await tx.query(sql`SELECT FROM person WHERE id = ${actor.personId}::uuid FOR NO KEY UPDATE`);
}

/** Of one person on one worksheet: how many comments there are, and how long the next has to wait. */
export async function findCommentRoom(
  db: Transaction,
  { actor }: Sight,
  id: string,
): Promise<{ count: number; secondsToWait: number | null }> {
  const own = sql`v.worksheet_id = ${id}::uuid AND v.action = 'comment' AND v.actor_id = ${actor.personId}::uuid`;
  const [found] = await db.query<{ count: number; secondsToWait: number | null }>(sql`
    SELECT (SELECT count(*)::int FROM (SELECT FROM worksheet_event v WHERE ${own} LIMIT ${mostComments}::int) n) AS count,
           (SELECT ceil(extract(epoch FROM v.at + make_interval(mins => ${commentMinutes}::int) - now()))::int FROM worksheet_event v
             WHERE ${own} ORDER BY v.id DESC OFFSET ${mostCommentsAtOnce - 1}::int LIMIT 1) AS "secondsToWait"`);
  return found ?? { count: 0, secondsToWait: null };
}

/** An instant inside built JSON, as ISO 8601 in UTC. */
export const instant = (column: Sql): Sql =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An event `v` of a worksheet, with its submission `s`, as the contract has it. */
export const eventFields = sql`v.id, v.action, v.from_status AS "fromStatus", v.to_status AS "toStatus", ${instant(sql`v.at`)} AS at,
  v.actor_name AS "actorName", v.actor_role AS "actorRole", v.on_behalf_of_name AS "onBehalfOfName", s.number AS "submissionNumber", v.reason,
  CASE WHEN v.approval_text_id IS NOT NULL THEN approval_text_of(v.approval_text_id) END AS "approvalText", v.auth_method = 'mail-link' AS "isFromMail",
  v.auth_method = 'password-after-address-change' AS "isAfterAddressChange"`;

/**
 * The id of the event of worksheet `w` with so many newer ones, of all or without the saves, which not everybody sees; the first id
 * of all where there are fewer.
 */
export const newestEvent = (count: number, withSaves: boolean): Sql => sql`coalesce((
  SELECT n.id FROM worksheet_event n WHERE n.worksheet_id = w.id ${withSaves ? noSql : sql`AND n.action <> 'save'`}
   ORDER BY n.id DESC OFFSET ${count}::int LIMIT 1), '00000000-0000-0000-0000-000000000000')`;

/**
 * How long the next step on worksheet `w` has to wait (worksheet.bounds.ts); nothing or less when it need not, as after a minute in which
 * nobody made one.
 */
export const secondsToWait: Sql = sql`(CASE WHEN w.updated_at > now() - interval '1 minute'
  THEN seconds_to_wait(w.id, w.version, ${mostStepsAMinute}::int, ${manySteps}::int, ${secondsBetweenManySteps}::int) END)`;

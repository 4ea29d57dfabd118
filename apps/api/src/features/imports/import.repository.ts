import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** A run shows so often that it is alive. */
export const BEAT_MS = 5000;
/** A run without a sign of life for so long was broken off with its process; nothing of it was written. */
const BROKEN_OFF = sql`interval '30 seconds'`;
const run = sql`id, kind, file_name AS "fileName", row_count AS "rowCount", done_count AS "doneCount", result, created_at AS "createdAt",
  CASE WHEN status IN ('checking', 'applying') AND changed_at < now() - ${BROKEN_OFF} THEN 'failed' ELSE status END AS status`;

/** A new run; nothing while as many of this person's are there as there may be. */
export async function createRun(
  db: Db,
  made: { kind: ImportKind; fileName: string; content: Buffer; personId: string },
): Promise<ImportRun | undefined> {
  const own = sql`SELECT FROM import_run WHERE created_by_id = ${made.personId}::uuid`;
  const [created] = await db.query<ImportRun>(sql`
    INSERT INTO import_run (kind, file_name, content, created_by_id)
    SELECT ${made.kind}, ${made.fileName}, ${made.content}, ${made.personId}::uuid
     WHERE (SELECT count(*) FROM (${own} AND status IN ('checking', 'applying') AND changed_at >= now() - ${BROKEN_OFF}) n) < ${bounds.importsUnderWay}::int
       AND (SELECT count(*) FROM (${own} AND created_at > now() - interval '1 day') n) < ${bounds.importsADay}::int
    RETURNING ${run}`);
  return created;
}

export async function findRun(db: Db, id: string): Promise<ImportRun | undefined> {
  const [found] = await db.query<ImportRun>(sql`SELECT ${run} FROM import_run WHERE id = ${id}::uuid`);
  return found;
}

/** Takes a checked run for writing, once; nothing when it is not (any more) there to be taken. */
export async function takeRun(db: Db, id: string): Promise<{ run: ImportRun; content: Buffer } | undefined> {
  const [taken] = await db.query<ImportRun & { content: Buffer }>(sql`
    UPDATE import_run SET status = 'applying', done_count = 0, changed_at = now()
     WHERE id = ${id}::uuid AND status = 'checked' AND content IS NOT NULL RETURNING ${run}, content`);
  if (!taken) return undefined;
  const { content, ...rest } = taken;
  return { run: rest, content };
}

/** Seen from outside at once: not part of the transaction that writes. */
export async function tellProgress(db: Db, id: string, rowCount: number, doneCount: number): Promise<void> {
  await db.query(sql`
    UPDATE import_run SET row_count = ${rowCount}::int, done_count = ${doneCount}::int, changed_at = now()
     WHERE id = ${id}::uuid AND status IN ('checking', 'applying') AND done_count <= ${doneCount}::int`);
}

export async function endRun(
  db: Pick<Db, 'query'>,
  id: string,
  status: ImportRun['status'],
  result: ImportResult | null,
): Promise<void> {
  const keepsContent = status === 'checked';
  await db.query(sql`
    UPDATE import_run SET status = ${status}, result = ${result && JSON.stringify(result)}::jsonb, changed_at = now(),
           done_count = CASE WHEN ${status} = 'applied' THEN row_count ELSE done_count END
           ${keepsContent ? sql`` : sql`, content = NULL`}
     WHERE id = ${id}::uuid AND (status IN ('checking', 'applying') OR ${status} = 'applied')`);
}

export async function tellAlive(db: Db, id: string): Promise<void> {
  await db.query(sql`
    UPDATE import_run SET changed_at = now() WHERE id = ${id}::uuid AND status IN ('checking', 'applying')`);
}

/** Ends the runs that were broken off with their process. */
export async function endBrokenOff(db: Db): Promise<{ fileName: string }[]> {
  return db.query(sql`
    UPDATE import_run SET status = 'failed', content = NULL, changed_at = now()
     WHERE status IN ('checking', 'applying') AND changed_at < now() - ${BROKEN_OFF} RETURNING file_name AS "fileName"`);
}

/** One import at a time: what one checked, another would change. */
export async function waitForTurn(tx: Transaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('konnekt import'))`);
}

import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { removeFile } from '#api/kit/files';
import { sql } from '#api/kit/sql';

/** A run shows so often that it is alive. */
export const BEAT_MS = 5000;
/** A run without a sign of life for so long was broken off with its process; nothing of it was written. */
const BROKEN_OFF = sql`interval '30 seconds'`;
const run = sql`id, kind, file_name AS "fileName", row_count AS "rowCount", done_count AS "doneCount", result, created_at AS "createdAt",
  CASE WHEN status IN ('checking', 'applying') AND changed_at < now() - ${BROKEN_OFF} THEN 'failed' ELSE status END AS status`;

/** A file of this person's that was handed in for an import and belongs to no run yet. */
export async function findHandedIn(db: Db, personId: string, fileId: string): Promise<{ name: string } | undefined> {
  const [file] = await db.query<{ name: string }>(sql`
    SELECT f.name FROM stored_file f
     WHERE f.id = ${fileId}::uuid AND f.created_by_id = ${personId}::uuid AND f.purpose = 'import'
       AND NOT EXISTS (SELECT FROM import_run r WHERE r.file_id = f.id)`);
  return file;
}

/** A new run; nothing while as many of this person's are there as there may be. */
export async function createRun(
  db: Db,
  made: { kind: ImportKind; fileName: string; fileId: string; personId: string },
): Promise<ImportRun | undefined> {
  const own = sql`SELECT FROM import_run WHERE created_by_id = ${made.personId}::uuid`;
  const [created] = await db.query<ImportRun>(sql`
    INSERT INTO import_run (kind, file_name, file_id, created_by_id)
    SELECT ${made.kind}, ${made.fileName}, ${made.fileId}::uuid, ${made.personId}::uuid
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
export async function takeRun(db: Db, id: string): Promise<{ run: ImportRun; fileId: string } | undefined> {
  const [taken] = await db.query<ImportRun & { fileId: string }>(sql`
    UPDATE import_run SET status = 'applying', done_count = 0, changed_at = now()
     WHERE id = ${id}::uuid AND status = 'checked' AND file_id IS NOT NULL RETURNING ${run}, file_id AS "fileId"`);
  if (!taken) return undefined;
  const { fileId, ...rest } = taken;
  return { run: rest, fileId };
}

/** Seen from outside at once: not part of the transaction that writes. */
export async function tellProgress(db: Db, id: string, rowCount: number, doneCount: number): Promise<void> {
  await db.query(sql`
    UPDATE import_run SET row_count = ${rowCount}::int, done_count = ${doneCount}::int, changed_at = now()
     WHERE id = ${id}::uuid AND status IN ('checking', 'applying') AND done_count <= ${doneCount}::int`);
}

/** Ends a run; its file is kept as long as it may be written. */
export async function endRun(
  tx: Transaction,
  id: string,
  status: ImportRun['status'],
  result: ImportResult | null,
): Promise<void> {
  const [ended] = await tx.query<{ fileId: string | null }>(sql`
    UPDATE import_run SET status = ${status}, result = ${result && JSON.stringify(result)}::jsonb, changed_at = now(),
           done_count = CASE WHEN ${status} = 'applied' THEN row_count ELSE done_count END
     WHERE id = ${id}::uuid AND (status IN ('checking', 'applying') OR ${status} = 'applied') RETURNING file_id AS "fileId"`);
  if (ended?.fileId && status !== 'checked') await removeFile(tx, ended.fileId);
}

export async function tellAlive(db: Db, id: string): Promise<void> {
  await db.query(sql`
    UPDATE import_run SET changed_at = now() WHERE id = ${id}::uuid AND status IN ('checking', 'applying')`);
}

/** Ends the runs that were broken off with their process. */
export async function endBrokenOff(db: Db): Promise<{ fileName: string }[]> {
  return db.transaction(null, async (tx) => {
    const ended = await tx.query<{ fileName: string; fileId: string | null }>(sql`
      UPDATE import_run SET status = 'failed', changed_at = now()
       WHERE status IN ('checking', 'applying') AND changed_at < now() - ${BROKEN_OFF} RETURNING file_name AS "fileName", file_id AS "fileId"`);
    for (const { fileId } of ended) if (fileId) await removeFile(tx, fileId);
    return ended;
  });
}

/** One import at a time: what one checked, another would change. */
export async function waitForTurn(tx: Transaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('konnekt import'))`);
}

import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { removeFile } from '#api/kit/files';
import { sql } from '#api/kit/sql';

const run = sql`id, kind, file_name AS "fileName", row_count AS "rowCount", done_count AS "doneCount", result, created_at AS "createdAt", status`;

/** A file of this person's that was handed in for an import and belongs to no run yet, once nobody else makes one of it. */
export async function findHandedIn(
  tx: Transaction,
  personId: string,
  fileId: string,
): Promise<{ name: string } | undefined> {
  await tx.query(sql`SELECT FROM stored_file WHERE id = ${fileId}::uuid FOR UPDATE`);
  const [file] = await tx.query<{ name: string }>(sql`
    SELECT f.name FROM stored_file f
     WHERE f.id = ${fileId}::uuid AND f.created_by_id = ${personId}::uuid AND f.purpose = 'import'
       AND NOT EXISTS (SELECT FROM import_run r WHERE r.file_id = f.id)`);
  return file;
}

/** A new run; nothing while as many of this person's are there as there may be. */
export async function createRun(
  tx: Transaction,
  made: { kind: ImportKind; fileName: string; fileId: string; personId: string },
): Promise<ImportRun | undefined> {
  const own = sql`SELECT FROM import_run WHERE created_by_id = ${made.personId}::uuid`;
  const [created] = await tx.query<ImportRun>(sql`
    INSERT INTO import_run (kind, file_name, file_id, created_by_id)
    SELECT ${made.kind}, ${made.fileName}, ${made.fileId}::uuid, ${made.personId}::uuid
     WHERE (SELECT count(*) FROM (${own} AND status IN ('checking', 'applying')) n) < ${bounds.importsUnderWay}::int
       AND (SELECT count(*) FROM (${own} AND created_at > now() - interval '1 day') n) < ${bounds.importsADay}::int
    RETURNING ${run}`);
  return created;
}

export async function findRun(db: Transaction, id: string): Promise<ImportRun | undefined> {
  const [found] = await db.query<ImportRun>(sql`SELECT ${run} FROM import_run WHERE id = ${id}::uuid`);
  return found;
}

/** A run that is being worked on, and its file. */
export async function findUnderWay(db: Db, id: string): Promise<(ImportRun & { fileId: string | null }) | undefined> {
  const [found] = await db.query<ImportRun & { fileId: string | null }>(sql`
    SELECT ${run}, file_id AS "fileId" FROM import_run WHERE id = ${id}::uuid AND status IN ('checking', 'applying')`);
  return found;
}

/** Takes a checked run for writing, once; nothing when it is not (any more) there to be taken. */
export async function takeRun(tx: Transaction, id: string): Promise<ImportRun | undefined> {
  const [taken] = await tx.query<ImportRun>(sql`
    UPDATE import_run SET status = 'applying', done_count = 0, changed_at = now()
     WHERE id = ${id}::uuid AND status = 'checked' AND file_id IS NOT NULL RETURNING ${run}`);
  return taken;
}

/** Seen from outside at once: not part of the transaction that writes. */
export async function tellProgress(db: Db, id: string, rowCount: number, doneCount: number): Promise<void> {
  await db.query(sql`
    UPDATE import_run SET row_count = ${rowCount}::int, done_count = ${doneCount}::int, changed_at = now()
     WHERE id = ${id}::uuid AND status IN ('checking', 'applying') AND done_count <= ${doneCount}::int`);
}

/**
 * Ends a run that is as it was when it was taken up, and says so: whoever was broken off, and goes on all the same, ends nothing. Its file
 * is kept as long as it may be written.
 */
export async function endRun(
  tx: Transaction,
  { id, status: from }: Pick<ImportRun, 'id' | 'status'>,
  status: ImportRun['status'],
  result: ImportResult | null,
): Promise<boolean> {
  const [ended] = await tx.query<{ fileId: string | null }>(sql`
    UPDATE import_run SET status = ${status}, result = ${result && JSON.stringify(result)}::jsonb, changed_at = now(),
           done_count = CASE WHEN ${status} = 'applied' THEN row_count ELSE done_count END
     WHERE id = ${id}::uuid AND status = ${from} RETURNING file_id AS "fileId"`);
  if (ended?.fileId && status !== 'checked') await removeFile(tx, ended.fileId);
  return ended !== undefined;
}

/** One import at a time: what one checked, another would change. Answers whether this one is still to be written by then. */
export async function waitForTurn(tx: Transaction, id: string): Promise<boolean> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('konnekt import'))`);
  const found = await tx.query(sql`SELECT FROM import_run WHERE id = ${id}::uuid AND status = 'applying'`);
  return found.length > 0;
}

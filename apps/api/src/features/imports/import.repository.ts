import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import type { ChosenFields } from '@konnekt/shared/imports/import-heading';
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

/** The run that this person's file was handed in for. */
export async function findRunOfFile(
  tx: Transaction,
  personId: string,
  { kind, fileId }: { kind: ImportKind; fileId: string },
): Promise<ImportRun | undefined> {
  const [found] = await tx.query<ImportRun>(sql`
    SELECT ${run} FROM import_run WHERE file_id = ${fileId}::uuid AND created_by_id = ${personId}::uuid AND kind = ${kind}`);
  return found;
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

/** A check takes seconds, and writing a large file some minutes. */
const UNDER_WAY_SECONDS = 60;

/** How long this person has to wait for the next one: a day after the oldest of as many as a day holds, and for what is under way. */
export async function secondsToWait(tx: Transaction, personId: string): Promise<number> {
  const own = sql`FROM import_run WHERE created_by_id = ${personId}::uuid`;
  const [found] = await tx.query<{ seconds: number }>(sql`
    SELECT greatest((
      SELECT ceil(extract(epoch FROM created_at + interval '1 day' - now()))::int ${own} AND created_at > now() - interval '1 day'
       ORDER BY created_at DESC OFFSET ${bounds.importsADay - 1}::int LIMIT 1), ${UNDER_WAY_SECONDS}::int) AS seconds`);
  return found?.seconds ?? UNDER_WAY_SECONDS;
}

export async function findImportRun(db: Transaction, id: string): Promise<ImportRun | undefined> {
  const [found] = await db.query<ImportRun>(sql`SELECT ${run} FROM import_run WHERE id = ${id}::uuid`);
  return found;
}

/** A run with its file, and what somebody said that its columns are. */
export interface RunWithFile extends ImportRun {
  fileId: string | null;
  fields: ChosenFields | null;
}
const withFile = sql`${run}, file_id AS "fileId", fields`;

/** A run that is being worked on. */
export async function findUnderWay(db: Db, id: string): Promise<RunWithFile | undefined> {
  const [found] = await db.query<RunWithFile>(sql`
    SELECT ${withFile} FROM import_run WHERE id = ${id}::uuid AND status IN ('checking', 'applying')`);
  return found;
}

/** A run with rows that are wrong. */
export async function findRefused(db: Db, id: string): Promise<RunWithFile | undefined> {
  const [found] = await db.query<RunWithFile>(sql`
    SELECT ${withFile} FROM import_run
     WHERE id = ${id}::uuid AND status = 'refused' AND (result ->> 'hasWrongRows')::boolean`);
  return found;
}

/** Takes a run whose file is still there to be checked again, its columns as they were shown; nothing when it is not there to be taken. */
export async function takeForCheck(
  tx: Transaction,
  id: string,
  kind: ImportKind,
  fields: ChosenFields | null,
): Promise<ImportRun | undefined> {
  const [taken] = await tx.query<ImportRun>(sql`
    UPDATE import_run SET kind = ${kind}, fields = ${fields && JSON.stringify(fields)}::jsonb, status = 'checking',
           row_count = 0, done_count = 0, result = NULL, changed_at = now()
     WHERE id = ${id}::uuid AND status IN ('checked', 'refused') AND file_id IS NOT NULL
       AND ${fields?.length ?? null}::int IS NOT DISTINCT FROM ${fields ? sql`jsonb_array_length(result -> 'columns')` : sql`NULL`}
    RETURNING ${run}`);
  return taken;
}

/** What was said that the columns of files of a kind are, by their shape. */
export async function remembered(db: Db, kind: ImportKind): Promise<Map<string, ChosenFields>> {
  const rows = await db.query<{ shape: string; fields: ChosenFields }>(sql`
    SELECT shape, fields FROM import_shape WHERE kind = ${kind} ORDER BY said_at DESC LIMIT ${MOST_SHAPES}::int`);
  return new Map(rows.map(({ shape, fields }) => [shape, fields]));
}
const MOST_SHAPES = 1000;

export async function remember(db: Db, kind: ImportKind, shape: string, fields: ChosenFields): Promise<void> {
  await db.query(sql`
    INSERT INTO import_shape (kind, shape, fields) VALUES (${kind}, ${shape}, ${JSON.stringify(fields)}::jsonb)
    ON CONFLICT (kind, shape) DO UPDATE SET fields = excluded.fields, said_at = now()`);
}

/** Takes a checked run for writing, once, as it was shown; nothing when it is not (any more) there to be taken. */
export async function takeRun(tx: Transaction, id: string, fingerprint: string): Promise<ImportRun | undefined> {
  const [taken] = await tx.query<ImportRun>(sql`
    UPDATE import_run SET status = 'applying', done_count = 0, changed_at = now()
     WHERE id = ${id}::uuid AND status = 'checked' AND file_id IS NOT NULL AND result ->> 'fingerprint' = ${fingerprint}
    RETURNING ${run}`);
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
 * is kept as long as it may be written, or be checked again.
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
  if (ended?.fileId && (status === 'applied' || status === 'failed')) await removeFile(tx, ended.fileId);
  return ended !== undefined;
}

/** What was said of runs that are over, held until it says less. */
export const holdResults = (tx: Transaction): Promise<{ id: string; fileId: string | null; result: ImportResult }[]> =>
  tx.query(sql`
    SELECT id, file_id AS "fileId", result FROM import_run
     WHERE result IS NOT NULL AND status IN ('applied', 'refused', 'failed') ORDER BY id FOR UPDATE`);

/** Says less of a run; its file, which says more, goes. */
export async function sayLess(tx: Transaction, id: string, fileId: string | null, result: ImportResult): Promise<void> {
  await tx.query(sql`UPDATE import_run SET result = ${JSON.stringify(result)}::jsonb WHERE id = ${id}::uuid`);
  if (fileId) await removeFile(tx, fileId);
}

/** One import at a time: what one checked, another would change. Answers whether this one is still to be written by then. */
export async function waitForTurn(tx: Transaction, id: string): Promise<boolean> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('konnekt import'))`);
  const found = await tx.query(sql`SELECT FROM import_run WHERE id = ${id}::uuid AND status = 'applying'`);
  return found.length > 0;
}

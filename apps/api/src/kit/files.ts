import type { StoredFile } from '@konnekt/shared/files/file.contract';
import type { FilePurpose } from '@konnekt/shared/files/file.words';
import { bounds, refuseWhile } from './bounds.ts';
import type { Db, Transaction } from './database.ts';
import type { FileStore, FileStores, Taken } from './file-store/file-store.ts';
import { sql } from './sql.ts';

/** A file as it came in, or was made: what is in it, as bytes or taken in already. */
export interface HandedIn {
  name: string;
  mediaType: string;
  content: Buffer | Taken;
}

/** What is made here and kept as it is, in the transaction of what refers to it. */
export type MadeFor = 'payroll' | 'invoice';

/** Keeps a file that was made here, and answers its id. */
export const keepMade = async (tx: Transaction, personId: string | null, purpose: MadeFor, file: HandedIn) =>
  (await keep(tx, personId, purpose, file)).id;

/** Keeps a file for whoever handed it in. Throws `too-fast` when it is one too many of theirs within a day. */
export async function keepFile(db: Db, personId: string, purpose: FilePurpose, file: HandedIn): Promise<StoredFile> {
  const most = purpose === 'document' ? bounds.documentFilesADay : bounds.filesADay;
  // A day after the oldest of as many as a day holds there is room for another one.
  const [oldest] = await db.query<{ seconds: number }>(sql`
    SELECT ceil(extract(epoch FROM created_at + interval '1 day' - now()))::int AS seconds FROM stored_file
     WHERE created_by_id = ${personId}::uuid AND purpose = ${purpose} AND created_at > now() - interval '1 day'
     ORDER BY created_at DESC OFFSET ${most - 1}::int LIMIT 1`);
  refuseWhile(oldest?.seconds);
  return whileTaken(db, file.content, async (content) => {
    await (await storeOf(db)).prepare(content);
    return db.transaction(null, (tx) => keepHandedIn(tx, personId, purpose, { ...file, content }));
  });
}

/** The same in the transaction of what uses it; how many there are is for who asks. */
export const keepHandedIn = (tx: Transaction, personId: string, purpose: FilePurpose, file: HandedIn) =>
  keep(tx, personId, purpose, file);

function keep(
  tx: Transaction,
  personId: string | null,
  purpose: FilePurpose | MadeFor,
  { name, mediaType, content }: HandedIn,
): Promise<StoredFile> {
  return whileTaken(tx, content, async (taken) => {
    await keepContent(tx, taken);
    const [stored] = await tx.query<StoredFile>(sql`
      INSERT INTO stored_file (sha256, name, media_type, size, purpose, created_by_id)
      VALUES (${taken.sha256}, ${name}, ${mediaType}, ${taken.size}::int, ${purpose}, ${personId}::uuid)
      RETURNING id, name, media_type AS "mediaType", size, sha256`);
    if (!stored) throw new Error('An insert returned nothing');
    return stored;
  });
}

/**
 * Its bytes are there before its row is. The row is held until the file refers to it: `removeFile` of another one waits for that and looks
 * then, and so does whoever clears away what was unused.
 */
async function keepContent(tx: Transaction, taken: Taken): Promise<void> {
  await tx.query(sql`
    INSERT INTO file_content (sha256) VALUES (${taken.sha256})
    ON CONFLICT (sha256) DO UPDATE SET kept_at = now(), unused_since = NULL`);
  await (await storeOf(tx)).keep(taken);
}

/** What comes as bytes is taken in first, and what nobody kept of it is dropped. */
async function whileTaken<T>(
  { files }: Transaction,
  content: Buffer | Taken,
  work: (taken: Taken) => Promise<T>,
): Promise<T> {
  if (!Buffer.isBuffer(content)) return work(content);
  const taken = await files.take([content]);
  try {
    return await work(taken);
  } finally {
    await files.drop(taken);
  }
}

/**
 * Whether somebody handed a file in for this, and holds it until what uses it is written: the clean-up waits for that. Whether something
 * uses it already is for who asks.
 */
export async function holdHandedIn(
  tx: Transaction,
  { id, personId, purpose }: { id: string; personId: string | null; purpose: FilePurpose },
): Promise<boolean> {
  const found = await tx.query(sql`
    SELECT id FROM stored_file WHERE id = ${id}::uuid AND created_by_id = ${personId}::uuid AND purpose = ${purpose} FOR KEY SHARE`);
  return found.length > 0;
}

/** Removes a file, and what was in it when nothing else refers to that. */
export async function removeFile(tx: Transaction, id: string): Promise<void> {
  const [gone] = await tx.query<{ sha256: string }>(
    sql`DELETE FROM stored_file WHERE id = ${id}::uuid RETURNING sha256`,
  );
  if (gone) await markUnused(tx, [gone.sha256]);
}

/** Removes files of a purpose that were handed in so many days ago, and what was in them. */
export async function removeOldFiles(tx: Transaction, purpose: FilePurpose, days: number): Promise<void> {
  const gone = await tx.query<{ sha256: string }>(sql`
    DELETE FROM stored_file WHERE purpose = ${purpose} AND created_at < now() - make_interval(days => ${days}::int) RETURNING sha256`);
  const hashes = gone.map(({ sha256 }) => sha256);
  if (hashes.length > 0) await markUnused(tx, hashes);
}

/**
 * Two statements: the second one sees what whoever held the content has made of it. Its bytes go once this is stored
 * (`kit/file-clearing.ts`): until then it may be that all of it never happened.
 */
async function markUnused(tx: Transaction, hashes: string[]): Promise<void> {
  await tx.query(sql`
    SELECT FROM file_content WHERE sha256 = ANY(${hashes}::text[]) ORDER BY sha256 FOR UPDATE`);
  await tx.query(sql`
    UPDATE file_content c SET unused_since = now() WHERE c.sha256 = ANY(${hashes}::text[])
       AND NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = c.sha256)`);
}

const stores = new WeakMap<FileStores, FileStore>();

/** This database's part of the store. */
export async function storeOf({ files, query }: Transaction): Promise<FileStore> {
  const known = stores.get(files);
  if (known) return known;
  const [own] = await query<{ id: string }>(sql`SELECT id FROM file_store`);
  if (!own) throw new Error('The database does not say which part of the store is its own');
  const store = files.of(own.id);
  stores.set(files, store);
  return store;
}

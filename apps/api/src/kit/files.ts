import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { StoredFile } from '@konnekt/shared/files/file.contract';
import type { FilePurpose } from '@konnekt/shared/files/file.words';
import { bounds } from './bounds.ts';
import type { Db, Transaction } from './database.ts';
import { Problem } from './problem.ts';
import { sql } from './sql.ts';

/** A file as it came in: bytes, and what is in them. */
export interface HandedIn {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** What is made here and kept as it is, in the transaction of what refers to it. */
export type MadeFor = 'payroll' | 'invoice';

/** Keeps a file that was made here, and answers its id. */
export async function keepMade(
  tx: Transaction,
  personId: string | null,
  purpose: MadeFor,
  file: HandedIn,
): Promise<string> {
  const sha256 = await keepContent(tx, file.content);
  const [stored] = await tx.query<{ id: string }>(sql`
    INSERT INTO stored_file (sha256, name, media_type, size, purpose, created_by_id)
    VALUES (${sha256}, ${file.name}, ${file.mediaType}, ${file.content.length}::int, ${purpose}, ${personId}::uuid) RETURNING id`);
  if (!stored) throw new Error('An insert returned nothing');
  return stored.id;
}

/** Keeps a file for whoever handed it in. Throws `too-fast` when it is one too many of theirs within a day. */
export function keepFile(db: Db, personId: string, purpose: FilePurpose, file: HandedIn): Promise<StoredFile> {
  return db.transaction(null, async (tx) => {
    const [counted] = await tx.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM stored_file
       WHERE created_by_id = ${personId}::uuid AND purpose = ${purpose} AND created_at > now() - interval '1 day'`);
    const most = purpose === 'document' ? bounds.documentFilesADay : bounds.filesADay;
    if ((counted?.count ?? 0) >= most) throw new Problem('too-fast', { retryAfterSeconds: 3600 });
    return keepHandedIn(tx, personId, purpose, file);
  });
}

/** The same in the transaction of what uses it; how many there are is for who asks. */
export async function keepHandedIn(
  tx: Transaction,
  personId: string,
  purpose: FilePurpose,
  { name, mediaType, content }: HandedIn,
): Promise<StoredFile> {
  const sha256 = await keepContent(tx, content);
  const [stored] = await tx.query<StoredFile>(sql`
    INSERT INTO stored_file (sha256, name, media_type, size, purpose, created_by_id)
    VALUES (${sha256}, ${name}, ${mediaType}, ${content.length}::int, ${purpose}, ${personId}::uuid)
    RETURNING id, name, media_type AS "mediaType", size, sha256`);
  if (!stored) throw new Error('An insert returned nothing');
  return stored;
}

/** Holds what is in a file until the file refers to it: `removeFile` of another one waits for that, and looks then. */
async function keepContent(tx: Transaction, content: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await tx.query(sql`
    INSERT INTO file_content (sha256, content) VALUES (${sha256}, ${content})
    ON CONFLICT (sha256) DO UPDATE SET kept_at = now()`);
  return sha256;
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

/** What is in a file. */
export async function readContent(db: Transaction, id: string): Promise<Buffer | undefined> {
  const [found] = await db.query<{ content: Buffer }>(sql`
    SELECT c.content FROM stored_file f JOIN file_content c ON c.sha256 = f.sha256 WHERE f.id = ${id}::uuid`);
  return found?.content;
}

/** So much of a file is in memory at a time. */
const PIECE = 256 * 1024;

/** What is in a file, piece by piece as it is asked for: no more of it is in memory. The transaction stays open meanwhile. */
export function streamContent(tx: Transaction, id: string): Readable {
  async function* pieces() {
    for (let from = 1; ; from += PIECE) {
      const [found] = await tx.query<{ piece: Buffer }>(sql`
        SELECT substring(c.content FROM ${from}::int FOR ${PIECE}::int) AS piece
          FROM stored_file f JOIN file_content c ON c.sha256 = f.sha256 WHERE f.id = ${id}::uuid`);
      if (!found) throw new Error('The file is gone');
      if (found.piece.length > 0) yield found.piece;
      if (found.piece.length < PIECE) return;
    }
  }
  return Readable.from(pieces());
}

/** Removes a file, and what was in it when nothing else refers to that. */
export async function removeFile(tx: Transaction, id: string): Promise<void> {
  const [gone] = await tx.query<{ sha256: string }>(
    sql`DELETE FROM stored_file WHERE id = ${id}::uuid RETURNING sha256`,
  );
  if (gone) await removeUnused(tx, [gone.sha256]);
}

/** Removes files of a purpose that were handed in so many days ago, and what was in them. */
export async function removeOldFiles(tx: Transaction, purpose: FilePurpose, days: number): Promise<void> {
  const gone = await tx.query<{ sha256: string }>(sql`
    DELETE FROM stored_file WHERE purpose = ${purpose} AND created_at < now() - make_interval(days => ${days}::int) RETURNING sha256`);
  const hashes = gone.map(({ sha256 }) => sha256);
  if (hashes.length > 0) await removeUnused(tx, hashes);
}

/** Two statements: the second one sees what whoever held the content has made of it. */
async function removeUnused(tx: Transaction, hashes: string[]): Promise<void> {
  await tx.query(sql`
    SELECT FROM file_content WHERE sha256 = ANY(${hashes}::text[]) ORDER BY sha256 FOR UPDATE`);
  await tx.query(sql`
    DELETE FROM file_content c WHERE c.sha256 = ANY(${hashes}::text[])
       AND NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = c.sha256)`);
}

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Transaction } from './database.ts';
import { storeOf } from './files.ts';
import { Problem } from './problem.ts';
import { sql } from './sql.ts';

/** What is in a file, piece by piece as it is asked for; it has to be read or destroyed. */
export interface Content {
  size: number;
  bytes: Readable;
}

export async function openContent(db: Transaction, id: string): Promise<Content | undefined> {
  const [found] = await db.query<{ sha256: string; size: number; inside: Buffer | null }>(sql`
    SELECT f.sha256, f.size, c.content AS inside FROM stored_file f JOIN file_content c ON c.sha256 = f.sha256 WHERE f.id = ${id}::uuid`);
  if (!found) return undefined;
  const { sha256, size, inside } = found;
  return { size, bytes: inside ? Readable.from([inside]) : await (await storeOf(db)).open(sha256) };
}

/** All of it, for who has to have it whole. */
export async function readContent(db: Transaction, id: string): Promise<Buffer | undefined> {
  const content = await openContent(db, id);
  return content && buffer(content.bytes);
}

/** The same for who begins to read later: nothing is opened before that. */
export function streamContent(db: Transaction, id: string): Readable {
  async function* pieces() {
    const content = await openContent(db, id);
    if (!content) throw new Error('The file is gone');
    yield* content.bytes;
  }
  return Readable.from(pieces());
}

/** The same as a file of this machine, for as long as the work takes: for who goes to and fro in one that is too large to hold. */
export async function whileCopied<T>(db: Transaction, id: string, work: (path: string) => Promise<T>): Promise<T> {
  const content = await openContent(db, id);
  if (!content) throw new Problem('not-found');
  const copy = await db.files.take(content.bytes);
  try {
    return await work(copy.path);
  } finally {
    await db.files.drop(copy);
  }
}

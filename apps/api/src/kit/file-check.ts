import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Db } from './database.ts';
import { parts } from './file-clearing.ts';
import { storeOf } from './files.ts';
import { sql } from './sql.ts';

/** What does not agree between rows and bytes, by hash. */
export interface FileFaults {
  /** Rows whose bytes are not there: what was in these files is lost. */
  missing: string[];
  /** Bytes of another size, or with another hash, than their row and name say. */
  wrong: string[];
  /** Bytes without a row: of what was broken off. They go after a day. */
  left: string[];
}

interface Row {
  sha256: string;
  size: number | null;
  isInside: boolean;
}

/** Holds rows against bytes, part by part; changes nothing. With `reads` every byte is read and its hash made anew. */
export async function checkFiles(db: Db, { reads = false } = {}): Promise<FileFaults> {
  const faults: FileFaults = { missing: [], wrong: [], left: [] };
  const store = await storeOf(db);
  for (const part of parts()) {
    // Bytes first: what is handed in meanwhile has a row by then, or is not among them.
    const there = new Map<string, number>();
    for await (const { sha256, size } of store.list(part)) there.set(sha256, size);
    const rows = await db.query<Row>(sql`
      SELECT c.sha256, (SELECT max(f.size) FROM stored_file f WHERE f.sha256 = c.sha256) AS size, c.content IS NOT NULL AS "isInside"
        FROM file_content c WHERE c.sha256 >= ${part} AND c.sha256 < ${`${part}g`}`);
    for (const { sha256, size, isInside } of rows) {
      const found = there.get(sha256);
      there.delete(sha256);
      // What no file has any more is on its way out.
      if (size === null || isInside) continue;
      if (found === undefined) faults.missing.push(sha256);
      else if (found !== size || (reads && (await hashOf(await store.open(sha256))) !== sha256))
        faults.wrong.push(sha256);
    }
    faults.left.push(...there.keys());
  }
  return { ...faults, missing: await stillMissing(db, faults.missing) };
}

/** Those that were handed in, or removed, while it was looked are asked for once more. */
async function stillMissing(db: Db, missing: readonly string[]): Promise<string[]> {
  const store = await storeOf(db);
  const gone: string[] = [];
  for (const sha256 of missing)
    await store.open(sha256).then(
      (bytes) => bytes.destroy(),
      () => gone.push(sha256),
    );
  const kept = await db.query<{ sha256: string }>(
    sql`SELECT DISTINCT sha256 FROM stored_file WHERE sha256 = ANY(${gone}::text[])`,
  );
  return kept.map(({ sha256 }) => sha256);
}

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(bytes, hash);
  return hash.digest('hex');
}

import type { Db, Transaction } from './database.ts';
import { storeOf } from './files.ts';
import { sql } from './sql.ts';

/** What nobody finished handing in goes after a day: it may be under way. */
const DAY_MS = 24 * 3600 * 1000;
const [AT_ONCE, PARTS] = [500, 256];

/** Has the bytes go that no file has any more, and moves in what lies in the database from before there was a store. */
export async function clearFiles(db: Db): Promise<void> {
  while (await db.transaction(null, clearOne, { isLong: true }));
  while (await db.transaction(null, moveOne, { isLong: true }));
}

/**
 * One whose process is killed between both leaves a row without bytes, still marked: whoever hands the same in again brings them along, and
 * else it goes the next time.
 */
async function clearOne(tx: Transaction): Promise<boolean> {
  const [unused] = await tx.query<{ sha256: string }>(sql`
    SELECT sha256 FROM file_content WHERE unused_since IS NOT NULL ORDER BY unused_since LIMIT 1 FOR UPDATE SKIP LOCKED`);
  if (!unused) return false;
  await (await storeOf(tx)).remove(unused.sha256);
  await tx.query(sql`DELETE FROM file_content WHERE sha256 = ${unused.sha256}`);
  return true;
}

async function moveOne(tx: Transaction): Promise<boolean> {
  const [inside] = await tx.query<{ sha256: string; content: Buffer }>(sql`
    SELECT sha256, content FROM file_content WHERE content IS NOT NULL LIMIT 1 FOR UPDATE SKIP LOCKED`);
  if (!inside) return false;
  const taken = await tx.files.take([inside.content]);
  try {
    await (await storeOf(tx)).keep(taken);
  } finally {
    await tx.files.drop(taken);
  }
  await tx.query(sql`UPDATE file_content SET content = NULL WHERE sha256 = ${inside.sha256}`);
  return true;
}

/** Marks bytes without a row as unused: of what was broken off between the one and the other. They go like all that is unused. */
export async function findLeftBehind(db: Db, before = new Date(Date.now() - DAY_MS)): Promise<void> {
  await db.files.dropOld(before);
  const store = await storeOf(db);
  for (const part of parts()) {
    const old: string[] = [];
    for await (const { sha256, at } of store.list(part)) if (at < before) old.push(sha256);
    for (let from = 0; from < old.length; from += AT_ONCE)
      await db.query(sql`
        INSERT INTO file_content (sha256, unused_since) SELECT sha256, now() FROM unnest(${old.slice(from, from + AT_ONCE)}::text[]) AS x (sha256)
         WHERE NOT EXISTS (SELECT FROM file_content c WHERE c.sha256 = x.sha256) ORDER BY sha256
        ON CONFLICT DO NOTHING`);
  }
}

/** The hashes of a store by their first two letters: so many that no part is large. */
export function* parts(): Iterable<string> {
  for (let n = 0; n < PARTS; n++) yield n.toString(16).padStart(2, '0');
}

import type { Db } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

export interface Throttle {
  failures: number;
  secondsAgo: number;
}

export async function readThrottle(db: Db, key: Buffer): Promise<Throttle | undefined> {
  const [row] = await db.query<Throttle>(sql`
    SELECT failures, extract(epoch FROM now() - last_failed_at)::float8 AS "secondsAgo" FROM login_throttle WHERE key = ${key}`);
  return row;
}

/**
 * Counts a try before it is made, as failed until it succeeds, so that many at the same moment count as many. False, and
 * not counted, when others came since `seen` failures were read and no free try is left.
 */
export async function countTry(
  db: Db,
  key: Buffer,
  { seen, freeTries, forgetAfterSeconds }: { seen: number; freeTries: number; forgetAfterSeconds: number },
): Promise<boolean> {
  const counted = await db.query(sql`
    INSERT INTO login_throttle AS t (key, failures, last_failed_at) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET last_failed_at = now(), failures = CASE
      WHEN t.last_failed_at < now() - make_interval(secs => ${forgetAfterSeconds}::int) THEN 1 ELSE t.failures + 1 END
     WHERE t.failures < ${freeTries}::int OR t.failures = ${seen}::int
    RETURNING key`);
  return counted.length > 0;
}

/**
 * Counts a try that is under way, and returns how many are, this one included; nothing when there are `most` already. What a process
 * that ended left behind is forgotten after a while.
 */
export async function beginTry(
  db: Db,
  key: Buffer,
  { most, forgetAfterSeconds }: { most: number; forgetAfterSeconds: number },
): Promise<number | undefined> {
  const isOld = sql`t.last_failed_at < now() - make_interval(secs => ${forgetAfterSeconds}::int)`;
  const [begun] = await db.query<{ underWay: number }>(sql`
    INSERT INTO login_throttle AS t (key, failures, last_failed_at) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET failures = CASE WHEN ${isOld} THEN 1 ELSE t.failures + 1 END,
           last_failed_at = CASE WHEN ${isOld} THEN now() ELSE t.last_failed_at END
     WHERE t.failures < ${most}::int OR ${isOld}
    RETURNING failures AS "underWay"`);
  return begun?.underWay;
}

/** One that ended, or was not made after all. */
export async function endTry(db: Db, key: Buffer): Promise<void> {
  await db.query(sql`UPDATE login_throttle SET failures = greatest(failures - 1, 0) WHERE key = ${key}`);
}

export async function forgetFailures(db: Db, key: Buffer): Promise<void> {
  await db.query(sql`DELETE FROM login_throttle WHERE key = ${key}`);
}

/** A counter that forgets its failures one by one. `last_failed_at` is the moment up to which it has forgotten them. */
interface Drain {
  perMinute: number;
  /** It counts no further, so that it is empty again in the end. */
  most: number;
}
const drained = ({ perMinute }: Drain): Sql =>
  sql`floor(extract(epoch FROM now() - t.last_failed_at) * ${perMinute}::int / 60)::int`;
const level = (drain: Drain): Sql => sql`greatest(t.failures - ${drained(drain)}, 0)`;

export async function readLevel(db: Db, key: Buffer, drain: Drain): Promise<number> {
  const [row] = await db.query<{ level: number }>(sql`
    SELECT ${level(drain)} AS level FROM login_throttle t WHERE key = ${key}`);
  return row?.level ?? 0;
}

/** Counts a failure, and returns how many there are with it. */
export async function countAtLevel(db: Db, key: Buffer, drain: Drain): Promise<number> {
  const [row] = await db.query<{ failures: number }>(sql`
    INSERT INTO login_throttle AS t (key, failures, last_failed_at) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET failures = least(${level(drain)} + 1, ${drain.most}::int),
           last_failed_at = CASE WHEN ${level(drain)} = 0 THEN now()
             ELSE t.last_failed_at + ${drained(drain)} * make_interval(secs => 60.0 / ${drain.perMinute}::int) END
    RETURNING failures`);
  return row?.failures ?? 0;
}

/** True for one at a time, and for nobody sooner than so many seconds after the one before. */
export async function takeTurn(db: Db, key: Buffer, secondsApart: number): Promise<boolean> {
  const taken = await db.query(sql`
    INSERT INTO login_throttle AS t (key, failures, last_failed_at) VALUES (${key}, 0, now())
    ON CONFLICT (key) DO UPDATE SET last_failed_at = now()
     WHERE t.last_failed_at <= now() - make_interval(secs => ${secondsApart}::float8)
    RETURNING key`);
  return taken.length > 0;
}

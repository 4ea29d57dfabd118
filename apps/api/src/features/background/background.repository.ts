import type { Failure } from '@konnekt/shared/background/background.contract';
import type { Db } from '#api/kit/database';
import { keysetList } from '#api/kit/keyset-list';
import { sql } from '#api/kit/sql';
import { failureInSight, type Sight } from '#api/kit/visibility';

/** What fails each minute for one reason is one line, told again after an hour. */
export async function recordFailure(
  db: Db,
  { work, subject, error, tookMs }: Pick<Failure, 'work' | 'error' | 'tookMs'> & { subject?: string | undefined },
): Promise<void> {
  await db.query(sql`
    INSERT INTO background_failure (work, subject, error, took_ms)
    SELECT ${work}, ${subject ?? null}, ${error.slice(0, 500)}, ${tookMs}::int
     WHERE ${subject !== undefined}::boolean OR NOT EXISTS (
       SELECT FROM background_failure f WHERE f.work = ${work} AND f.error = ${error.slice(0, 500)} AND f.at > now() - interval '1 hour')`);
}

/** Newest first. */
export const listFailures = (db: Db, sight: Sight, page: { limit: number; cursor?: string | undefined }) =>
  keysetList<Failure>(db, {
    columns: sql`f.id, f.work, f.subject, f.error, f.took_ms AS "tookMs", f.at`,
    matching: sql`FROM background_failure f WHERE ${failureInSight(sight)}`,
    id: sql`f.id`,
    isDescending: true,
    page,
  });

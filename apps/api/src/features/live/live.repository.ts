import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** Of these sessions those that live, with the role of whom they are of. */
export async function rolesOfLive(db: Db, sessionIds: string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; role: string }>(sql`
    SELECT s.id, a.role FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.id = ANY(${sessionIds}::uuid[]) AND s.ended_at IS NULL AND s.expires_at > now() AND a.status = 'active'`);
  return new Map(rows.map(({ id, role }) => [id, role]));
}

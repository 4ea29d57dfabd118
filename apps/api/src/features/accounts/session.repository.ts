import type { Session } from '@konnekt/shared/accounts/office-account.schema';
import type { Actor } from '@konnekt/shared/basics/actor';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** Who a session belongs to; nobody once it ended. */
export async function readActor(db: Db, sessionId: string): Promise<Actor | undefined> {
  const [actor] = await db.query<Actor>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", e.id AS "employeeId", a.role, p.full_name AS name,
           s.id AS "sessionId", s.auth_method AS "authMethod"
      FROM session s
      JOIN account a ON a.id = s.account_id
      JOIN person p ON p.id = a.person_id
      LEFT JOIN employee e ON e.person_id = p.id
     WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > now() AND a.status = 'active'`);
  return actor;
}

/** Where an account is logged in now, the latest first. */
export function listSessions(db: Db, accountId: string, currentId: string): Promise<Session[]> {
  return db.query<Session>(sql`
    SELECT id, id = ${currentId}::uuid AS "isCurrent", user_agent AS "userAgent", address, created_at AS "startedAt",
           last_used_at AS "lastSeenAt"
      FROM session WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND expires_at > now()
     ORDER BY last_used_at DESC, id DESC`);
}

/** Ends those that were used longest ago, of an account that is logged in more often than anybody is. */
export async function endOldest(db: Db, accountId: string): Promise<void> {
  await db.query(sql`
    UPDATE session SET ended_at = now(), end_reason = 'ended' WHERE ended_at IS NULL AND id IN (
      SELECT id FROM session WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND expires_at > now()
       ORDER BY last_used_at DESC, id DESC OFFSET ${bounds.sessions}::int)`);
}

/** Ends sessions of one account: all, one, or all but one. Returns which. */
export async function endSessions(
  tx: Transaction,
  accountId: string,
  which: 'all' | { only: string } | { except: string },
): Promise<string[]> {
  const chosen: Sql =
    which === 'all' ? sql`TRUE` : 'only' in which ? sql`id = ${which.only}::uuid` : sql`id <> ${which.except}::uuid`;
  const ended = await tx.query<{ id: string }>(sql`
    UPDATE session SET ended_at = now(), end_reason = 'ended'
     WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND ${chosen} RETURNING id`);
  return ended.map(({ id }) => id);
}

import type { Session } from '@konnekt/shared/accounts/office-account.schema';
import type { Actor } from '@konnekt/shared/basics/actor';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { GRACE_SECONDS, REFRESH_DAYS } from './session.ts';

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

interface NewSession {
  accountId: string;
  /** The one that the password was checked against. */
  passwordHash: string;
  keyHash: Buffer;
  refreshHash: Buffer;
  deviceHash: Buffer;
  userAgent: string | null;
  address: string;
  days: number;
}

/**
 * Nothing when the account is not active any more at this moment, or has another password by now. The device is known from now on,
 * and the audit log tells of it, in the same statement.
 */
export async function startSession(db: Db, session: NewSession): Promise<string | undefined> {
  const [started] = await db.query<{ id: string }>(sql`
    WITH started AS (
      INSERT INTO session (account_id, key_hash, refresh_hash, user_agent, address, expires_at, auth_method)
      SELECT id, ${session.keyHash}, ${session.refreshHash}, ${session.userAgent}, ${session.address}, now() + make_interval(days => ${session.days}::int),
             ${authMethod}
        FROM account a WHERE id = ${session.accountId}::uuid AND status = 'active' AND password_hash = ${session.passwordHash}
         FOR SHARE OF a
      RETURNING id, account_id),
    device AS (
      INSERT INTO login_device (token_hash, account_id) SELECT ${session.deviceHash}, account_id FROM started
      ON CONFLICT (token_hash, account_id) DO UPDATE SET last_used_at = now()),
    told AS (${tellOfSession('log-in', sql`started`, session.address)})
    SELECT id FROM started`);
  return started?.id;
}

/**
 * How the owner of account `a` logs in. Who set the password by a link to an address that the office had changed may be somebody else
 * (decision 17): that is part of the proof until they have approved something.
 */
const authMethod = sql`CASE WHEN EXISTS (
    SELECT FROM address_change c WHERE c.account_id = a.id AND c.reset_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM worksheet_event e WHERE e.actor_id = a.person_id AND e.auth_method = 'password-after-address-change' AND e.at >= c.reset_at
         AND (e.action = 'approve' OR e.action = 'send' AND e.to_status <> 'submitted')))
  THEN 'password-after-address-change' ELSE 'password' END`;

/**
 * Swaps the refresh token if the given one is good now; one that was swapped moments ago for the same is good too, and changes nothing.
 * Nothing otherwise.
 */
export async function rotateSession(
  db: Db,
  swap: { sessionId: string; keyHash: Buffer; from: Buffer; to: Buffer },
): Promise<{ accountId: string } | undefined> {
  const isNow = sql`s.refresh_hash = ${swap.from}`;
  const [session] = await db.query<{ accountId: string }>(sql`
    UPDATE session s
       SET previous_hash = CASE WHEN ${isNow} THEN s.refresh_hash ELSE s.previous_hash END,
           refreshed_at = CASE WHEN ${isNow} THEN now() ELSE s.refreshed_at END,
           refresh_hash = ${swap.to}, last_used_at = now(), expires_at = now() + make_interval(days => ${REFRESH_DAYS}::int)
      FROM account a
     WHERE s.id = ${swap.sessionId}::uuid AND s.key_hash = ${swap.keyHash} AND s.ended_at IS NULL AND s.expires_at > now()
       AND (${isNow} OR s.refresh_hash = ${swap.to} AND ${isJustSwapped(swap.from)})
       AND a.id = s.account_id AND a.status = 'active'
    RETURNING a.id AS "accountId"`);
  return session;
}

const isJustSwapped = (hash: Buffer): Sql =>
  sql`previous_hash = ${hash} AND refreshed_at > now() - make_interval(secs => ${GRACE_SECONDS}::int)`;

/** By its owner: where no access token proved who asks, a refresh token that is good now does. */
export async function logOutSession(
  db: Db,
  { sessionId, ...token }: { sessionId: string } | { sessionId: string; keyHash: Buffer; refreshHash: Buffer },
  address: string,
): Promise<void> {
  const isProven =
    'keyHash' in token
      ? sql`key_hash = ${token.keyHash} AND (refresh_hash = ${token.refreshHash} OR ${isJustSwapped(token.refreshHash)})`
      : sql`TRUE`;
  await db.query(sql`
    WITH ended AS (
      UPDATE session SET ended_at = now(), end_reason = 'logged-out'
       WHERE id = ${sessionId}::uuid AND ended_at IS NULL AND ${isProven} RETURNING id, account_id)
    ${tellOfSession('log-out', sql`ended`, address)}`);
}

/** By the system, because a token of it was used that had been used long before. Whoever made a token up has no key to it. */
export async function endReusedSession(db: Db, sessionId: string, keyHash: Buffer, address: string): Promise<void> {
  await db.query(sql`
    WITH ended AS (
      UPDATE session SET ended_at = now(), end_reason = 'token-reused'
       WHERE id = ${sessionId}::uuid AND key_hash = ${keyHash} AND ended_at IS NULL AND expires_at > now()
      RETURNING id, account_id)
    ${tellOfSession('session-ended', sql`ended`, address)}`);
}

/** One event of the audit log for each session of `sessions`, made by its owner or by the system, asked for from `address`. */
function tellOfSession(action: 'log-in' | 'log-out' | 'session-ended', sessions: Sql, address: string): Sql {
  const by = action === 'session-ended' ? sql`NULL::uuid, NULL, NULL` : sql`p.id, p.full_name, a.role`;
  return sql`
  INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, session_id, actor_id, actor_name, actor_role, address)
  SELECT ${action}, 'account', a.id, a.email, p.id, s.id, ${by}, ${address}
    FROM ${sessions} s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id`;
}

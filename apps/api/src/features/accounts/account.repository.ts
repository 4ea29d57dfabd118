import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Language } from '@konnekt/shared/basics/actor';
import type { Author, Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { isHeldOn } from '#api/kit/visibility';
import { GRACE_SECONDS, REFRESH_DAYS } from './session.ts';

export interface LoginAccount {
  accountId: string;
  passwordHash: string | null;
  status: 'invited' | 'active' | 'blocked';
}

/** By e-mail address or user name, in the form that keys are compared by. */
export async function findForLogin(db: Db, login: string): Promise<LoginAccount | undefined> {
  const [account] = await db.query<LoginAccount>(sql`
    SELECT id AS "accountId", password_hash AS "passwordHash", status FROM account
     WHERE key_form(email) = ${login} OR key_form(user_name) = ${login}
     ORDER BY key_form(email) = ${login} DESC LIMIT 1`);
  return account;
}

export async function findPasswordHash(db: Db, accountId: string): Promise<string | null> {
  const [account] = await db.query<{ passwordHash: string | null }>(sql`
    SELECT password_hash AS "passwordHash" FROM account WHERE id = ${accountId}::uuid`);
  return account?.passwordHash ?? null;
}

/** The words that whoever knows an account's owner tries first: address, names, and the name of the agency. */
export async function wordsAbout(db: Db, accountId: string): Promise<string[]> {
  const [own] = await db.query<{ words: string[] }>(sql`
    SELECT ARRAY[a.email, p.full_name, p.first_name, p.last_name, g.name] || coalesce(a.user_name, '') AS words
      FROM account a JOIN person p ON p.id = a.person_id CROSS JOIN agency g WHERE a.id = ${accountId}::uuid`);
  return own?.words ?? [];
}

export async function findMe(db: Db, accountId: string, today: string): Promise<Me | undefined> {
  const [me] = await db.query<Me>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", p.full_name AS name, a.email, a.role, a.language,
           e.id AS "employeeId", coalesce(r.approve, false) AS "mayApprove", coalesce(r.register, false) AS "mayRegister",
           coalesce(r.invoices, false) AS "maySeeInvoices"
      FROM account a
      JOIN person p ON p.id = a.person_id
      LEFT JOIN employee e ON e.person_id = p.id
      LEFT JOIN LATERAL (
        SELECT bool_or(r.may_approve) AS approve, bool_or(r.may_register) AS register, bool_or(r.may_see_invoices) AS invoices FROM supervisor_right r
         WHERE r.person_id = p.id AND ${isHeldOn(today)}
      ) r ON true
     WHERE a.id = ${accountId}::uuid`);
  return me;
}

export async function changeLanguage(db: Db, author: Author, accountId: string, language: Language): Promise<void> {
  await db.transaction(author, (tx) =>
    tx.query(sql`UPDATE account SET language = ${language} WHERE id = ${accountId}::uuid`),
  );
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

/** A log-in that was refused: whose account was tried, where there is one; never what was typed, which may be a password. */
export async function tellOfRefusedLogIn(db: Db, accountId: string | undefined, address: string): Promise<void> {
  await db.query(sql`
    INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, address)
    SELECT 'log-in-refused', 'account', a.id, a.email, a.person_id, ${address}
      FROM (SELECT ${accountId ?? null}::uuid AS id) tried LEFT JOIN account a ON a.id = tried.id`);
}

/** The same password, hashed anew: it ends nothing (`is_rehash` of the migrations). False when it is another by now. */
export function rehash(
  db: Db,
  { accountId, passwordHash: before }: LoginAccount,
  passwordHash: string,
): Promise<boolean> {
  return db.transaction(nobody, async (tx) => {
    await tx.query(sql`SELECT set_config('konnekt.rehash', 'on', true)`);
    const written = await tx.query(sql`
      UPDATE account SET password_hash = ${passwordHash} WHERE id = ${accountId}::uuid AND password_hash = ${before} RETURNING id`);
    return written.length > 0;
  });
}
const nobody: Author = { personId: null, name: null, role: null, sessionId: null, address: null };

/** By who knew the one before. Ends every session of the account too (trigger of the first migration). */
export async function changePassword(tx: Transaction, accountId: string, passwordHash: string): Promise<void> {
  await tx.query(sql`UPDATE account SET password_hash = ${passwordHash} WHERE id = ${accountId}::uuid`);
  // Their password was older than the change of their address: it is the owner who is there.
  await tx.query(sql`DELETE FROM address_change WHERE account_id = ${accountId}::uuid AND reset_at IS NULL`);
}

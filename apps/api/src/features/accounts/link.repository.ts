import type { LinkPurpose } from '@konnekt/shared/accounts/link.rules';
import { LINK_HOURS } from '@konnekt/shared/accounts/link.rules';
import type { Language, Role } from '@konnekt/shared/basics/actor';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** Who a link is sent to. */
export interface LinkAccount {
  accountId: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  language: Language;
  status: 'invited' | 'active' | 'blocked';
}

/** The account of a link, held until the transaction ends: two links at the same moment come one after the other. */
export async function holdAccount(tx: Transaction, accountId: string): Promise<LinkAccount | undefined> {
  const [account] = await tx.query<LinkAccount>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", p.full_name AS name, a.email, a.role, a.language, a.status
      FROM account a JOIN person p ON p.id = a.person_id
     WHERE a.id = ${accountId}::uuid FOR NO KEY UPDATE OF a`);
  return account;
}

/** How long an account has to wait for the next mail: there were as many within the hour as there may be. */
export async function secondsToNextLink(tx: Transaction, accountId: string): Promise<number | null> {
  const [found] = await tx.query<{ seconds: number }>(sql`
    SELECT ceil(extract(epoch FROM x.created_at + interval '1 hour' - now()))::int AS seconds FROM (
      SELECT created_at FROM account_link WHERE account_id = ${accountId}::uuid
      UNION ALL SELECT created_at FROM mail WHERE account_id = ${accountId}::uuid AND kind = 'colleague-invitation') x
     ORDER BY x.created_at DESC OFFSET ${bounds.linksAnHour - 1}::int LIMIT 1`);
  return found?.seconds ?? null;
}

/** A new link kills the old ones of the account. Returns until when it works. */
export async function addLink(
  tx: Transaction,
  link: { accountId: string; email: string; purpose: LinkPurpose; tokenHash: Buffer },
): Promise<Date> {
  await tx.query(sql`
    UPDATE account_link SET replaced_at = now()
     WHERE account_id = ${link.accountId}::uuid AND used_at IS NULL AND replaced_at IS NULL`);
  const [added] = await tx.query<{ expiresAt: string }>(sql`
    INSERT INTO account_link (account_id, sent_to, purpose, token_hash, expires_at)
    VALUES (${link.accountId}::uuid, ${link.email}, ${link.purpose}, ${link.tokenHash}, now() + make_interval(hours => ${LINK_HOURS}::int))
    RETURNING expires_at AS "expiresAt"`);
  return new Date(added?.expiresAt ?? 0);
}

export interface FoundLink extends LinkAccount {
  purpose: LinkPurpose;
  /** To the address that the account has now. */
  isSentHere: boolean;
  isUsed: boolean;
  isReplaced: boolean;
  isPast: boolean;
}

export async function findLink(db: Db, tokenHash: Buffer): Promise<FoundLink | undefined> {
  const [link] = await db.query<FoundLink>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", p.full_name AS name, a.email, a.role, a.language, a.status, l.purpose,
           lower(l.sent_to) IS NOT DISTINCT FROM lower(a.email) AS "isSentHere", l.used_at IS NOT NULL AS "isUsed", l.replaced_at IS NOT NULL AS "isReplaced", l.expires_at <= now() AS "isPast"
      FROM account_link l
      JOIN account a ON a.id = l.account_id
      JOIN person p ON p.id = a.person_id
     WHERE l.token_hash = ${tokenHash}`);
  return link;
}

/**
 * Uses a link up and sets the password, if the link is good at this moment and nobody blocked the account in it. A password that takes the
 * place of another after the address was changed is remembered as that.
 */
export async function useLink(tx: Transaction, tokenHash: Buffer, passwordHash: string): Promise<boolean> {
  const used = await tx.query(sql`
    WITH link AS (
      UPDATE account_link l SET used_at = now() FROM account a
       WHERE l.token_hash = ${tokenHash} AND l.used_at IS NULL AND l.replaced_at IS NULL AND l.expires_at > now()
         AND a.id = l.account_id AND a.status = CASE l.purpose WHEN 'activation' THEN 'invited' ELSE 'active' END
      RETURNING l.account_id, l.purpose),
    reset AS (
      UPDATE address_change c SET reset_at = now() FROM link
       WHERE c.account_id = link.account_id AND link.purpose = 'new-password' AND (c.reset_at IS NULL OR c.reset_at < c.changed_at))
    UPDATE account SET password_hash = ${passwordHash}, status = 'active' FROM link
     WHERE id = link.account_id AND status <> 'blocked' RETURNING id`);
  return used.length > 0;
}

import { LINK_HOURS } from '@konnekt/shared/accounts/link.rules';
import type { Transaction } from '#api/kit/database';
import { accountState } from '#api/kit/person-record';
import { type Sql, sql } from '#api/kit/sql';
import type { LinkAccount } from './link.repository.ts';

/** A list from FROM on, with person `pn` and account `a`. */
export type Matching = Sql;

/** The accounts of a list that were never invited, held until the transaction ends. */
export const holdNew = (tx: Transaction, matching: Matching): Promise<LinkAccount[]> =>
  tx.query<LinkAccount>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", p.full_name AS name, a.email, a.role, a.language, a.status
      FROM account a JOIN person p ON p.id = a.person_id
     WHERE a.id IN (SELECT a.id ${matching} AND ${accountState} = 'new')
     ORDER BY a.id FOR NO KEY UPDATE OF a`);

/** Links of accounts that have none. Whoever has one meanwhile is left out. */
export const addFirstLinks = (
  tx: Transaction,
  given: { accountId: string; email: string; tokenHash: Buffer }[],
): Promise<{ accountId: string; expiresAt: string }[]> =>
  tx.query(sql`
    INSERT INTO account_link (account_id, sent_to, purpose, token_hash, expires_at)
    SELECT given.id, given.email, 'activation', decode(given.hash, 'hex'), now() + make_interval(hours => ${LINK_HOURS}::int)
      FROM unnest(${given.map(({ accountId }) => accountId)}::uuid[], ${given.map(({ email }) => email)}::text[],
                  ${given.map(({ tokenHash }) => tokenHash.toString('hex'))}::text[]) AS given (id, email, hash)
     WHERE NOT EXISTS (SELECT FROM account_link l WHERE l.account_id = given.id)
    RETURNING account_id AS "accountId", expires_at AS "expiresAt"`);

export async function recordInvitations(
  tx: Transaction,
  invited: { accountId: string; email: string; personId: string }[],
): Promise<void> {
  await tx.query(sql`
    SELECT count(record_event('invite', 'account', e.account_id, e.email, e.person_id))
      FROM unnest(${invited.map(({ accountId }) => accountId)}::uuid[], ${invited.map(({ email }) => email)}::text[],
                  ${invited.map(({ personId }) => personId)}::uuid[]) AS e (account_id, email, person_id)`);
}

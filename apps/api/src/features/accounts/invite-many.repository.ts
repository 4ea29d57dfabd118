import type { InvitableState } from '@konnekt/shared/accounts/account.words';
import { LINK_HOURS } from '@konnekt/shared/accounts/link.rules';
import { bounds } from '#api/kit/bounds';
import type { Db, Transaction } from '#api/kit/database';
import { accountState } from '#api/kit/person-record';
import { type Sql, sql } from '#api/kit/sql';
import type { LinkAccount } from './link.repository.ts';

/** A list from FROM on, with person `pn` and account `a`. */
export type Matching = Sql;

/** How many of a list stand how with their account. */
export const countStates = (db: Db, matching: Matching): Promise<{ state: string; count: number }[]> =>
  db.query(sql`SELECT ${accountState} AS state, count(*)::int AS count ${matching} GROUP BY 1`, 'once');

/** The accounts of a list that stand so, held until the transaction ends. */
export async function holdAccounts(
  tx: Transaction,
  matching: Matching,
  states: readonly InvitableState[],
): Promise<string[]> {
  const held = await tx.query<{ id: string }>(
    sql`
    SELECT a.id FROM account a
     WHERE a.id IN (SELECT a.id ${matching} AND ${accountState} = ANY(${[...states]}::text[]))
     ORDER BY a.id FOR NO KEY UPDATE`,
    'once',
  );
  return held.map(({ id }) => id);
}

/** Of accounts that are held, those that still stand so; which were sent as many links within the hour as there may be, and have to wait. */
export const findInvitable = (
  tx: Transaction,
  ids: readonly string[],
  states: readonly InvitableState[],
): Promise<(LinkAccount & { hasToWait: boolean })[]> =>
  tx.query<LinkAccount & { hasToWait: boolean }>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", p.full_name AS name, a.email, a.role, a.language, a.status,
           (SELECT count(*) FROM account_link l WHERE l.account_id = a.id AND l.created_at > now() - interval '1 hour') >= ${bounds.linksAnHour}::int AS "hasToWait"
      FROM account a JOIN person p ON p.id = a.person_id
     WHERE a.id = ANY(${[...ids]}::uuid[]) AND ${accountState} = ANY(${[...states]}::text[])
     ORDER BY a.id`);

/** New links, which kill the old ones; answers until when each works. */
export async function addLinks(
  tx: Transaction,
  given: { accountId: string; email: string; tokenHash: Buffer }[],
): Promise<{ accountId: string; expiresAt: string }[]> {
  const ids = given.map(({ accountId }) => accountId);
  await tx.query(sql`
    UPDATE account_link SET replaced_at = now()
     WHERE account_id = ANY(${ids}::uuid[]) AND used_at IS NULL AND replaced_at IS NULL`);
  return tx.query(sql`
    INSERT INTO account_link (account_id, sent_to, purpose, token_hash, expires_at)
    SELECT given.id, given.email, 'activation', decode(given.hash, 'hex'), now() + make_interval(hours => ${LINK_HOURS}::int)
      FROM unnest(${ids}::uuid[], ${given.map(({ email }) => email)}::text[],
                  ${given.map(({ tokenHash }) => tokenHash.toString('hex'))}::text[]) AS given (id, email, hash)
    RETURNING account_id AS "accountId", expires_at AS "expiresAt"`);
}

export async function recordInvitations(
  tx: Transaction,
  invited: { accountId: string; email: string; personId: string }[],
): Promise<void> {
  await tx.query(sql`
    SELECT count(record_event('invite', 'account', e.account_id, e.email, e.person_id))
      FROM unnest(${invited.map(({ accountId }) => accountId)}::uuid[], ${invited.map(({ email }) => email)}::text[],
                  ${invited.map(({ personId }) => personId)}::uuid[]) AS e (account_id, email, person_id)`);
}

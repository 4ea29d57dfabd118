import { randomBytes } from 'node:crypto';
import { LINK_HOURS } from '@konnekt/shared/accounts/link.rules';
import { oneLine } from '@konnekt/shared/basics/typed-text';
import { readSender } from '#api/features/mail/mail.repository';
import { accountState } from '#api/features/people/person.repository';
import { type Author, type Db, type Sql, sql, type Transaction } from '#api/kit/database';
import type { Services } from '#api/kit/services';
import { linkMail } from './link.mails.ts';
import type { LinkAccount } from './link.repository.ts';
import { activationLink, hashOf } from './link.service.ts';

/** So many mails go to the database in one statement. */
const atOnce = 500;

/**
 * Invites everybody of a list who has an account and was never invited: all or nobody, in one transaction. `matching` is the list
 * from FROM, with person `pn` and account `a`. Answers how many.
 */
export async function inviteMany(
  db: Db,
  sending: Pick<Services, 'publicUrl' | 'wakeMail'>,
  author: Author,
  matching: Sql,
): Promise<number> {
  const count = await db.transaction(author, async (tx) => {
    const found = await tx.query<LinkAccount>(sql`
      SELECT a.id AS "accountId", p.id AS "personId", p.full_name AS name, a.email, a.role, a.language, a.status
        FROM account a JOIN person p ON p.id = a.person_id
       WHERE a.id IN (SELECT a.id ${matching} AND ${accountState} = 'new')
       ORDER BY a.id FOR NO KEY UPDATE OF a`);
    let invited = 0;
    for (let at = 0; at < found.length; at += atOnce)
      invited += await invite(tx, sending.publicUrl, found.slice(at, at + atOnce));
    return invited;
  });
  if (count > 0) sending.wakeMail();
  return count;
}

/** Links, mails and what the audit log says of them. Whoever somebody else invited meanwhile is left out. */
async function invite(tx: Transaction, publicUrl: string, accounts: LinkAccount[]): Promise<number> {
  const tokens = new Map(accounts.map(({ accountId }) => [accountId, randomBytes(32).toString('base64url')]));
  const hashes = [...tokens.values()].map((token) => hashOf(token).toString('hex'));
  const added = await tx.query<{ accountId: string; expiresAt: string }>(sql`
    INSERT INTO account_link (account_id, sent_to, purpose, token_hash, expires_at)
    SELECT given.id, given.email, 'activation', decode(given.hash, 'hex'), now() + make_interval(hours => ${LINK_HOURS}::int)
      FROM unnest(${[...tokens.keys()]}::uuid[], ${accounts.map(({ email }) => email)}::text[], ${hashes}::text[]) AS given (id, email, hash)
     WHERE NOT EXISTS (SELECT FROM account_link l WHERE l.account_id = given.id)
    RETURNING account_id AS "accountId", expires_at AS "expiresAt"`);
  const until = new Map(added.map(({ accountId, expiresAt }) => [accountId, new Date(expiresAt)]));
  const sender = await readSender(tx);
  const mails = accounts.flatMap((account) => {
    const [expires, token] = [until.get(account.accountId), tokens.get(account.accountId)];
    if (!expires || !token) return [];
    const link = activationLink(publicUrl, token);
    return [{ ...account, ...linkMail('activation', { ...account, sender, link, until: expires }) }];
  });
  const list = <T>(of: (mail: (typeof mails)[number]) => T) => mails.map(of);
  await tx.query(sql`
    INSERT INTO mail (kind, to_address, language, subject, body_text, body_html, account_id)
    SELECT 'activation', m.* FROM unnest(${list((m) => oneLine(m.email))}::text[], ${list((m) => m.language)}::text[], ${list((m) => oneLine(m.subject))}::text[],
      ${list((m) => m.text)}::text[], ${list((m) => m.html)}::text[], ${list((m) => m.accountId)}::uuid[]) AS m`);
  await tx.query(sql`
    SELECT count(record_event('invite', 'account', e.account_id, e.email, e.person_id))
      FROM unnest(${list((m) => m.accountId)}::uuid[], ${list((m) => m.email)}::text[], ${list((m) => m.personId)}::uuid[])
        AS e (account_id, email, person_id)`);
  return mails.length;
}

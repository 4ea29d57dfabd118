import type { Account, AccountQuery } from '@konnekt/shared/accounts/office-account.schema';
import type { Role } from '@konnekt/shared/basics/actor';
import type { Db, Transaction } from '#api/kit/database';
import { contains, keysetList } from '#api/kit/keyset-list';
import { placementsHeld } from '#api/kit/person-record';
import { noSql, sql } from '#api/kit/sql';
import { accountInSight, type Sight } from '#api/kit/visibility';

const columns = sql`a.id, p.id AS "personId", p.first_name AS "firstName", p.prefix, p.last_name AS "lastName", p.full_name AS name,
  a.email, a.user_name AS "userName", a.role, a.language, a.status, p.version,
  (SELECT max(s.last_used_at) FROM session s WHERE s.account_id = a.id) AS "lastSeenAt",
  (SELECT json_build_object('purpose', l.purpose, 'sentAt', l.created_at, 'expiresAt', l.expires_at,
            'isAlive', l.used_at IS NULL AND l.replaced_at IS NULL AND l.expires_at > now(),
            'mail', CASE WHEN m.failed_at IS NOT NULL AND m.failure <> 'replaced' THEN 'failed' WHEN m.sent_at IS NULL AND m.failed_at IS NULL AND m.id IS NOT NULL THEN 'waiting' ELSE 'sent' END,
            'failure', CASE WHEN m.sent_at IS NULL AND m.failure <> 'replaced' THEN m.failure END)
     FROM account_link l
     LEFT JOIN LATERAL (SELECT * FROM mail WHERE account_id = a.id AND kind = l.purpose ORDER BY id DESC LIMIT 1) m ON true
    WHERE l.account_id = a.id ORDER BY l.id DESC LIMIT 1) AS link`;
const tables = sql`account a JOIN person p ON p.id = a.person_id`;

export async function listOfficeAccounts(db: Db, sight: Sight, filter: AccountQuery) {
  const page = await keysetList<Account>(db, {
    columns,
    matching: sql`FROM ${tables} WHERE a.role IN ('staff', 'admin') AND ${accountInSight(sight)}
    ${filter.role ? sql`AND a.role = ${filter.role}` : noSql}
    ${filter.status ? sql`AND a.status = ${filter.status}` : noSql}
    ${contains(filter.q, sql`p.full_name`, sql`a.email`, sql`a.user_name`)}`,
    key: { column: sql`p.sort_name` },
    id: sql`a.id`,
    isDescending: filter.sort === '-name',
    page: filter,
  });
  return { ...page, items: page.items.map(withInstants) };
}

export async function findAccount(
  db: Db,
  sight: Sight,
  by: { id: string } | { personId: string },
): Promise<Account | undefined> {
  const [account] = await db.query<Account>(sql`
    SELECT ${columns} FROM ${tables}
     WHERE ${'id' in by ? sql`a.id = ${by.id}::uuid` : sql`p.id = ${by.personId}::uuid`} AND ${accountInSight(sight)}`);
  return account && withInstants(account);
}

/** JSON made by the database writes moments in its own way. */
function withInstants({ link, ...account }: Account): Account {
  const instant = (text: string) => new Date(text).toISOString();
  return {
    ...account,
    link: link && { ...link, sentAt: instant(link.sentAt), expiresAt: instant(link.expiresAt) },
  };
}

/** Holds every active admin until the transaction ends, so that two at the same moment cannot both be the last but one. */
export async function countOtherAdmins(tx: Transaction, accountId: string): Promise<number> {
  const rows = await tx.query<{ id: string }>(sql`
    SELECT id FROM account WHERE role = 'admin' AND status = 'active' ORDER BY id FOR NO KEY UPDATE`);
  return rows.filter(({ id }) => id !== accountId).length;
}

/** False when it was blocked (or not) already. Who never had a password is invited again. */
export async function setBlocked(tx: Transaction, accountId: string, isBlocked: boolean): Promise<boolean> {
  const changed = await tx.query(sql`
    UPDATE account SET status = CASE WHEN ${isBlocked}::boolean THEN 'blocked' WHEN password_hash IS NULL THEN 'invited' ELSE 'active' END
     WHERE id = ${accountId}::uuid AND (status = 'blocked') <> ${isBlocked}::boolean RETURNING id`);
  return changed.length > 0;
}

interface NameParts {
  firstName: string;
  prefix: string | null;
  lastName: string;
}

export async function addAccount(
  tx: Transaction,
  account: NameParts & { email: string; role: Role; language: string },
): Promise<string> {
  const [added] = await tx.query<{ id: string }>(sql`
    WITH added AS (
      INSERT INTO person (first_name, prefix, last_name) VALUES (${account.firstName}, ${account.prefix}, ${account.lastName}) RETURNING id)
    INSERT INTO account (person_id, email, role, language, status)
    SELECT id, ${account.email}, ${account.role}, ${account.language}, 'invited' FROM added RETURNING id`);
  if (!added) throw new Error('The account was not added');
  return added.id;
}

/** Raises the person's version, and changes the name where one is given. False when it was not this version any more. */
export async function raisePersonVersion(
  tx: Transaction,
  personId: string,
  version: number,
  name: NameParts | undefined,
): Promise<boolean> {
  const names = name
    ? sql`, first_name = ${name.firstName}, prefix = ${name.prefix}, last_name = ${name.lastName}`
    : noSql;
  const raised = await tx.query(sql`
    WITH held AS MATERIALIZED (${placementsHeld([personId])})
    UPDATE person SET version = version + 1 ${names}
     WHERE id = ${personId}::uuid AND version = ${version}::int AND (SELECT count(*) FROM held) >= 0 RETURNING id`);
  return raised.length > 0;
}

/** Another address ends the links that were mailed to the one before (trigger of the migrations). */
export async function changeAccount(
  tx: Transaction,
  accountId: string,
  change: { email: string; userName: string | null; language: string; role: Role },
): Promise<void> {
  await tx.query(sql`
    UPDATE account SET email = ${change.email}, user_name = ${change.userName}, language = ${change.language}, role = ${change.role}
     WHERE id = ${accountId}::uuid`);
}

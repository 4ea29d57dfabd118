import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Language } from '@konnekt/shared/basics/actor';
import type { Author, Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { isHeldOn } from '#api/kit/visibility';

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

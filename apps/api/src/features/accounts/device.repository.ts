import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** The account that `login` is of, where it was logged in on this device before. Of a device that nobody knows it looks at no account. */
export async function isDeviceOf(db: Db, tokenHash: Buffer, login: string): Promise<string | undefined> {
  const [known] = await db.query<{ accountId: string }>(sql`
    SELECT a.id AS "accountId" FROM login_device d JOIN account a ON a.id = d.account_id
     WHERE d.token_hash = ${tokenHash} AND (key_form(a.email) = ${login} OR key_form(a.user_name) = ${login})
     ORDER BY key_form(a.email) = ${login} DESC LIMIT 1`);
  return known?.accountId;
}

export async function findDevice(db: Db, tokenHash: Buffer): Promise<boolean> {
  const known = await db.query(sql`SELECT FROM login_device WHERE token_hash = ${tokenHash} LIMIT 1`);
  return known.length > 0;
}

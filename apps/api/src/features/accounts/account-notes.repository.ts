import type { Language } from '@konnekt/shared/basics/actor';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

export interface Told {
  accountId: string;
  name: string;
  language: Language;
  /** Where the note goes. */
  email: string;
}

/** Who logged in with an address before that is another one now, each at the address of before. */
export const findOldAddresses = (
  tx: Transaction,
  before: { personId: string; email: string | null }[],
): Promise<Told[]> =>
  tx.query<Told>(sql`
    SELECT a.id AS "accountId", p.full_name AS name, a.language, before.email
      FROM unnest(${before.map(({ personId }) => personId)}::uuid[], ${before.map(({ email }) => email)}::text[]) AS before (person_id, email)
      JOIN account a ON a.person_id = before.person_id AND lower(a.email) <> lower(before.email) AND a.password_hash IS NOT NULL
      JOIN person p ON p.id = a.person_id ORDER BY a.id`);

export async function findOwner(tx: Transaction, accountId: string): Promise<Told | undefined> {
  const [told] = await tx.query<Told>(sql`
    SELECT a.id AS "accountId", p.full_name AS name, a.language, a.email
      FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ${accountId}::uuid`);
  return told;
}

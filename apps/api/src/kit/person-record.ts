import type { Language, Role } from '@konnekt/shared/basics/actor';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Transaction } from '#api/kit/database';
import { invalidInput } from '#api/kit/problem';
import { type Sql, sql } from '#api/kit/sql';
import { accountInSight, type Sight } from '#api/kit/visibility';

/** Name and phone: what every person has, whatever they do here. */
export interface PersonFields {
  firstName: string;
  prefix: string | null;
  lastName: string;
  phone: string | null;
}

export async function insertPerson(
  tx: Transaction,
  { firstName, prefix, lastName, phone }: PersonFields,
): Promise<string> {
  const [written] = await tx.query<{ id: string }>(sql`
    INSERT INTO person (first_name, prefix, last_name, phone) VALUES (${firstName}, ${prefix}, ${lastName}, ${phone}) RETURNING id`);
  if (!written) throw new Error('An insert returned nothing');
  return written.id;
}

/** False when the person is not there in this version. Everything that belongs to a person goes by this version. */
export async function updatePerson(
  tx: Transaction,
  id: string,
  version: number,
  { firstName, prefix, lastName, phone }: PersonFields,
): Promise<boolean> {
  const written = await tx.query(sql`
    WITH held AS MATERIALIZED (${placementsHeld([id])})
    UPDATE person SET version = version + 1, first_name = ${firstName}, prefix = ${prefix}, last_name = ${lastName}, phone = ${phone}
     WHERE id = ${id}::uuid AND version = ${version}::int AND erased_at IS NULL AND (SELECT count(*) FROM held) >= 0 RETURNING id`);
  return written.length > 0;
}

/** Holds the placements of people, which get their new names, before the people: as whoever changes placements does. */
export const placementsHeld = (personIds: string[]): Sql => sql`
  SELECT p.id FROM placement p JOIN employee e ON e.id = p.employee_id WHERE e.person_id = ANY(${personIds}::uuid[])
   ORDER BY p.id FOR NO KEY UPDATE OF p`;

/**
 * An account that waits to be invited, or a change of the one that is there: its role and state stay as they are. What a
 * colleague logs in with is changed by admins alone.
 */
export async function writeAccount(
  tx: Transaction,
  sight: Sight,
  personId: string,
  account: { email: string; language: Language; role: Role },
): Promise<void> {
  const written = await tx.query(sql`
    INSERT INTO account AS a (person_id, email, language, role, status)
    VALUES (${personId}::uuid, ${account.email}, ${account.language}, ${account.role}, 'invited')
    ON CONFLICT (person_id) DO UPDATE SET email = EXCLUDED.email, language = EXCLUDED.language
      WHERE ${accountInSight(sight)} OR (a.email = EXCLUDED.email AND a.language = EXCLUDED.language)
    RETURNING id`);
  if (written.length > 0) return;
  const [own] = await tx.query<{ email: string }>(sql`SELECT email FROM account WHERE person_id = ${personId}::uuid`);
  throw invalidInput([{ pointer: own?.email === account.email ? '/language' : '/email', code: 'office-account' }]);
}

/** What a new or changed account can run into. */
export const accountFields: Record<string, FieldProblem> = {
  account_email_key: { pointer: '/email', code: 'taken' },
};

/** How far the person of account `a` is with logging in; new is who was never invited. */
export const accountState: Sql = sql`CASE WHEN a.id IS NULL THEN 'none'
  WHEN a.status = 'invited' AND NOT EXISTS (SELECT FROM account_link al WHERE al.account_id = a.id) THEN 'new' ELSE a.status END`;

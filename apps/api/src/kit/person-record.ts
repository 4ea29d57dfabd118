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

/** The newest link of account `a` with the mail that carried it, as `al` and `m`; more conditions follow in SELECT. */
const lastLink = sql`FROM account_link al LEFT JOIN LATERAL (
    SELECT * FROM mail WHERE mail.account_id = al.account_id AND mail.kind = al.purpose ORDER BY mail.id DESC LIMIT 1) m ON TRUE
  WHERE al.account_id = a.id ORDER BY al.id DESC LIMIT 1`;

/** A mail `m` that was given up, and not for a newer one. */
const isGivenUp = sql`(m.failed_at IS NOT NULL AND m.failure IS DISTINCT FROM 'replaced')`;

/** How far the person of account `a` is with logging in (`accountStates`), as it is at this moment. */
export const accountState: Sql = sql`CASE WHEN a.id IS NULL THEN 'none' WHEN a.status <> 'invited' THEN a.status ELSE coalesce((
  SELECT CASE WHEN ${isGivenUp} THEN 'not-delivered'
              WHEN al.used_at IS NOT NULL OR al.replaced_at IS NOT NULL OR al.expires_at <= now() THEN 'expired'
              WHEN m.id IS NOT NULL AND m.sent_at IS NULL THEN 'on-its-way' ELSE 'invited' END ${lastLink}), 'new') END`;

/** Why the mail with the link of account `a` did not go, or not yet. */
export const invitationFailure: Sql = sql`CASE WHEN a.status = 'invited' THEN (
  SELECT CASE WHEN m.sent_at IS NULL AND m.failure <> 'replaced' THEN m.failure END ${lastLink}) END`;

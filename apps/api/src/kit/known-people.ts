import type { KnownPerson } from '@konnekt/shared/basics/problem.schema';
import { fullName, type PersonName } from '@konnekt/shared/people/person-name';
import type { Transaction } from './database.ts';
import { Problem } from './problem.ts';
import { type Sql, sql } from './sql.ts';
import { accountInSight, type Sight, supervisorInSight } from './visibility.ts';

/** So many of a name are named; more say no more. */
const most = 5;

/**
 * Refuses to make a person who is there already: an address has one owner, and somebody of the same name, and birth date as far as both
 * are known, is shown first. `isAnother` says that whoever writes has seen them.
 */
export async function refuseKnown(
  tx: Transaction,
  sight: Sight,
  fields: PersonName & { email: string | null; birthDate?: string | null; isAnother: boolean },
): Promise<void> {
  const { email, birthDate = null } = fields;
  const owner = email === null ? [] : await find(tx, sight, sql`key_form(a.email) = key_form(${email})`);
  if (owner.length > 0)
    throw new Problem('invalid-input', { errors: [{ pointer: '/email', code: 'taken' }], people: owner });
  if (fields.isAnother) return;
  // One at a time of a name: who is being made this moment counts too.
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('person ' || search_text(${fullName(fields)}), 0))`);
  const namesakes = await find(
    tx,
    sight,
    sql`search_text(pn.full_name) = search_text(${fullName(fields)})
        AND (e.birth_date IS NULL OR ${birthDate}::date IS NULL OR e.birth_date = ${birthDate}::date)`,
  );
  if (namesakes.length > 0) throw new Problem('looks-like-somebody', { people: namesakes });
}

/** The office reads who they are; what its own people log in with is the admins' to see. */
const find = (tx: Transaction, sight: Sight, which: Sql): Promise<KnownPerson[]> =>
  tx.query<KnownPerson>(sql`
    SELECT pn.id AS "personId", pn.full_name AS name, e.id AS "employeeId", e.personnel_number AS "personnelNumber",
           coalesce(${supervisorInSight(sight)}, FALSE) AS "isSupervisor", CASE WHEN ${accountInSight(sight)} THEN a.email END AS email
      FROM person pn LEFT JOIN employee e ON e.person_id = pn.id LEFT JOIN account a ON a.person_id = pn.id
     WHERE pn.erased_at IS NULL AND ${which} ORDER BY pn.id LIMIT ${most}::int`);

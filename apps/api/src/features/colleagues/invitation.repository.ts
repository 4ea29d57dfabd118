import { bounds } from '#api/kit/bounds';
import { isNotOver } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { isForMe, isWithin, managesHere } from './colleague-conditions.repository.ts';

/** How long the next invitation has to wait, of this supervisor and of this person: counted alike, whoever has the address. */
export async function secondsToNextInvitation(
  tx: Transaction,
  { actor }: Sight,
  personId: string | undefined,
): Promise<number | null> {
  const wait = (
    which: Sql,
    most: number,
  ) => sql`(SELECT ceil(extract(epoch FROM v.at + interval '1 hour' - now()))::int FROM audit_event v
    WHERE ${which} AND v.action = 'invite' AND v.subject_type = 'person' ORDER BY v.id DESC OFFSET ${most - 1}::int LIMIT 1)`;
  const [found] = await tx.query<{ seconds: number | null }>(sql`
    SELECT greatest(${wait(sql`v.actor_id = ${actor.personId}::uuid`, bounds.invitationsAnHour)},
      ${wait(sql`v.record_id = ${personId ?? null}::uuid`, bounds.linksAnHour)}) AS seconds`);
  return found?.seconds ?? null;
}

/** The name of a colleague who was invited and did not come yet, where the reader manages people and has every right of theirs. */
export async function findInvited(tx: Transaction, sight: Sight, personId: string): Promise<string | undefined> {
  const [found] = await tx.query<{ name: string }>(sql`
    SELECT n.full_name AS name FROM person n
     WHERE n.id = ${personId}::uuid
       AND (EXISTS (SELECT FROM account a WHERE a.person_id = n.id AND a.role = 'supervisor' AND a.status = 'invited')
         OR EXISTS (SELECT FROM colleague_invitation i WHERE i.person_id = n.id))
       AND EXISTS (SELECT FROM supervisor_right c JOIN supervisor_right r ON r.organisation_id = c.organisation_id
        WHERE c.person_id = n.id AND c.on_behalf_of_id IS NULL AND ${isNotOver(sql`c`, sight.today)}
          AND ${managesHere(sight)} AND ${isWithin(sql`c`, sql`r`)})`);
  return found?.name;
}

interface Invited {
  firstName: string;
  prefix: string | null;
  lastName: string;
  email: string;
  language: string;
}

/** Somebody new under a name as it was typed, whoever has the address. */
export async function addInvited(tx: Transaction, { actor }: Sight, one: Invited): Promise<string> {
  const [made] = await tx.query<{ personId: string }>(sql`
    WITH made AS (
      INSERT INTO person (first_name, prefix, last_name) VALUES (${one.firstName}, ${one.prefix}, ${one.lastName}) RETURNING id
    )
    INSERT INTO colleague_invitation (person_id, email, language, invited_by_id)
    SELECT id, ${one.email}, ${one.language}, ${actor.personId}::uuid FROM made RETURNING person_id AS "personId"`);
  if (!made) throw new Error('A person was not written');
  return made.personId;
}

/** To whom an invitation goes: the account that was made for it now, or the one that has its address; neither once it was answered. */
export async function settleInvited(
  tx: Transaction,
  personId: string,
): Promise<{ accountId: string; isOwners: boolean } | undefined> {
  const [made] = await tx.query<{ id: string }>(sql`
    INSERT INTO account (person_id, email, role, language)
    SELECT person_id, email, 'supervisor', language FROM colleague_invitation WHERE person_id = ${personId}::uuid
    ON CONFLICT DO NOTHING RETURNING id`);
  if (made) {
    await tx.query(sql`DELETE FROM colleague_invitation WHERE person_id = ${personId}::uuid`);
    return { accountId: made.id, isOwners: false };
  }
  const [found] = await tx.query<{ accountId: string; isOwners: boolean }>(sql`
    SELECT a.id AS "accountId", a.person_id <> ${personId}::uuid AS "isOwners" FROM account a
     WHERE a.person_id = ${personId}::uuid
        OR key_form(a.email) = (SELECT key_form(i.email) FROM colleague_invitation i WHERE i.person_id = ${personId}::uuid)`);
  return found;
}

/**
 * Takes over what was offered to the own address, where one has no right at the same time already, or turns it down; the person that
 * stood for it goes. False when there is no such offer.
 */
export async function answerInvitation(
  tx: Transaction,
  sight: Sight,
  id: string,
  answer: 'accept' | 'decline',
): Promise<boolean> {
  const [held] = await tx.query(sql`
    SELECT i.person_id FROM colleague_invitation i WHERE i.person_id = ${id}::uuid AND ${isForMe(sight)} FOR UPDATE`);
  if (!held) return false;
  if (answer === 'accept')
    await tx.query(sql`
      UPDATE supervisor_right r SET person_id = ${sight.actor.personId}::uuid, version = version + 1
       WHERE r.person_id = ${id}::uuid AND NOT EXISTS (
         SELECT FROM supervisor_right own WHERE own.person_id = ${sight.actor.personId}::uuid AND own.organisation_id = r.organisation_id
            AND own.on_behalf_of_id IS NULL AND own.valid_from <= coalesce(r.valid_until, 'infinity'::date)
            AND r.valid_from <= coalesce(own.valid_until, 'infinity'::date))`);
  await tx.query(sql`DELETE FROM supervisor_right WHERE person_id = ${id}::uuid`);
  await tx.query(sql`DELETE FROM colleague_invitation WHERE person_id = ${id}::uuid`);
  await tx.query(sql`DELETE FROM person WHERE id = ${id}::uuid`);
  return true;
}

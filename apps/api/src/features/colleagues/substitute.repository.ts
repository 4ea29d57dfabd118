import { isDated, isNotOver } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { isHeldBy, type Sight } from '#api/kit/visibility';

/** The substitutes whom the reader named and who are not over. */
export async function countSubstitutes(tx: Transaction, { actor, today }: Sight): Promise<number> {
  const [found] = await tx.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM supervisor_right
     WHERE on_behalf_of_id = ${actor.personId}::uuid AND valid_until >= ${today}::date`);
  return found?.count ?? 0;
}

export const lastsAsLong = (until: string | Sql): Sql => isNotOver(sql`r`, until);

/**
 * A substitute at each organisation where the actor has, from the first day to the last, a right of their own to approve; and
 * how many that are. The substitute is a supervisor at one of the actor's organisations.
 */
export async function nameSubstitute(
  tx: Transaction,
  sight: Sight,
  named: { personId: string; organisationIds: string[]; validFrom: string; validUntil: string },
): Promise<number> {
  const rows = await tx.query(sql`
    INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from, valid_until, on_behalf_of_id)
    SELECT ${named.personId}::uuid, r.organisation_id, true, ${named.validFrom}::date, ${named.validUntil}::date, r.person_id
      FROM supervisor_right r
     WHERE ${isHeldBy(sight)} AND r.on_behalf_of_id IS NULL AND r.may_approve AND r.organisation_id = ANY(${named.organisationIds}::uuid[])
       AND ${lastsAsLong(named.validUntil)}
       AND EXISTS (SELECT FROM supervisor_right c JOIN account a ON a.person_id = c.person_id AND a.role = 'supervisor' AND a.status = 'active'
             WHERE c.person_id = ${named.personId}::uuid AND c.person_id <> r.person_id AND c.on_behalf_of_id IS NULL
               AND ${isNotOver(sql`c`, sight.today)}
               AND c.organisation_id IN (SELECT o.organisation_id FROM supervisor_right o
                     WHERE o.person_id = r.person_id AND o.on_behalf_of_id IS NULL AND ${isDated(sql`o`, sight.today)}))
    RETURNING id`);
  return rows.length;
}

/** Ends at once what one named: what never began is gone, what runs ended yesterday. */
export async function endSubstitute(tx: Transaction, { actor, today }: Sight, id: string, version: number) {
  const own = sql`id = ${id}::uuid AND on_behalf_of_id = ${actor.personId}::uuid AND version = ${version}::int AND valid_until >= ${today}::date`;
  const removed = await tx.query(
    sql`DELETE FROM supervisor_right WHERE ${own} AND valid_from >= ${today}::date RETURNING id`,
  );
  if (removed.length > 0) return true;
  const ended = await tx.query(
    sql`UPDATE supervisor_right SET valid_until = ${today}::date - 1, version = version + 1 WHERE ${own} RETURNING id`,
  );
  return ended.length > 0;
}

/** Whether the actor named this substitute: then a refusal can say more than "not found". */
export async function isOwnSubstitute(db: Pick<Db, 'query'>, { actor }: Sight, id: string): Promise<boolean> {
  const found = await db.query(sql`
    SELECT id FROM supervisor_right WHERE id = ${id}::uuid AND on_behalf_of_id = ${actor.personId}::uuid`);
  return found.length > 0;
}

import { isNotOver } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { noSql, sql } from '#api/kit/sql';

/** Raises the version of a person who has this role besides the other one; false when it is not this version, or they have not. */
export async function raisePersonVersion(
  tx: Transaction,
  personId: string,
  version: number,
  has: { employee: boolean },
): Promise<boolean> {
  const raised = await tx.query(sql`
    UPDATE person SET version = version + 1
     WHERE id = ${personId}::uuid AND version = ${version}::int AND erased_at IS NULL
       AND EXISTS (SELECT FROM account a WHERE a.person_id = person.id AND a.role = 'supervisor')
       AND ${has.employee ? noSql : sql`NOT`} EXISTS (SELECT FROM employee e WHERE e.person_id = person.id) RETURNING id`);
  return raised.length > 0;
}

export async function findEmployeeOf(tx: Transaction, personId: string): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }>(sql`SELECT id FROM employee WHERE person_id = ${personId}::uuid`);
  return found?.id;
}

/** Somebody who was never placed. Answers whether they were removed. */
export async function removeEmployee(tx: Transaction, personId: string): Promise<boolean> {
  const removed = await tx.query(sql`
    DELETE FROM employee WHERE person_id = ${personId}::uuid AND NOT EXISTS (SELECT FROM placement p WHERE p.employee_id = employee.id) RETURNING id`);
  return removed.length > 0;
}

/**
 * Rights that hold end yesterday, those to come are gone, and with them those of whoever stands in for this person; the account is an
 * employee's.
 */
export async function endSupervising(tx: Transaction, personId: string, today: string): Promise<void> {
  const theirs = sql`(person_id = ${personId}::uuid OR on_behalf_of_id = ${personId}::uuid)`;
  await tx.query(sql`DELETE FROM supervisor_right WHERE ${theirs} AND valid_from >= ${today}::date`);
  await tx.query(sql`
    UPDATE supervisor_right r SET valid_until = ${today}::date - 1, version = version + 1
     WHERE ${theirs} AND ${isNotOver(sql`r`, today)}`);
  await tx.query(sql`UPDATE account SET role = 'employee' WHERE person_id = ${personId}::uuid AND role = 'supervisor'`);
}

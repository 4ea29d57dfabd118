import { owedByEmployees } from '#api/features/worksheets/worksheet.service';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { isHeldOn } from '#api/kit/visibility';

/** Who is asked something still, whether they were mailed or not: accounts. */
export async function findAsked(tx: Transaction, today: string, round: 'employees' | 'supervisors'): Promise<string[]> {
  const people =
    round === 'employees'
      ? sql`SELECT e.person_id FROM (${owedByEmployees(today, {})}) owed JOIN placement p ON p.id = owed.placement_id JOIN employee e ON e.id = p.employee_id`
      : sql`SELECT r.person_id FROM worksheet_waiting w JOIN supervisor_right r ON r.organisation_id = w.organisation_id AND r.may_approve AND ${isHeldOn(today)}
             WHERE w.status = 'submitted'`;
  const asked = await tx.query<{ id: string }>(
    sql`SELECT a.id FROM account a WHERE a.person_id IN (${people})`,
    'once',
  );
  return asked.map(({ id }) => id);
}

/** Reminders that wait for the mail server and make no sense any more: their receivers have done what they were asked. */
export async function dropDone(
  tx: Transaction,
  kinds: readonly string[],
  stillAsked: readonly string[],
): Promise<void> {
  await tx.query(sql`
    UPDATE mail SET failed_at = now(), failure = 'replaced', last_error = NULL
     WHERE id IN (SELECT id FROM mail WHERE kind = ANY(${[...kinds]}::text[]) AND sent_at IS NULL AND failed_at IS NULL AND attempts > 0
                     AND NOT account_id = ANY(${[...stillAsked]}::uuid[]) FOR UPDATE SKIP LOCKED)`);
}

/** Whether any reminder of these kinds waits after a try that failed. */
export async function hasWaiting(tx: Transaction, kinds: readonly string[]): Promise<boolean> {
  const [found] = await tx.query<{ waits: boolean }>(sql`
    SELECT EXISTS (SELECT FROM mail WHERE kind = ANY(${[...kinds]}::text[]) AND sent_at IS NULL AND failed_at IS NULL AND attempts > 0) AS waits`);
  return found?.waits ?? false;
}

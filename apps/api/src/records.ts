import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { constraintOf, sql, type Transaction } from './plugins/database.ts';
import { invalidInput, Problem } from './plugins/problems.ts';

/**
 * A write named a version that is not there any more: says which is, who made it and when. A record that is not there at all is
 * not found.
 */
export async function changedSince(
  tx: Transaction,
  id: string,
  now: { version: number } | undefined,
): Promise<Problem> {
  if (!now) return new Problem('not-found');
  const [last] = await tx.query<{ by: string | null; at: string }>(sql`
    SELECT actor_name AS by, at FROM audit_event WHERE record_id = ${id}::uuid ORDER BY id DESC LIMIT 1`);
  return new Problem('record-changed', {
    version: now.version,
    ...(last?.by && { changedBy: last.by }),
    ...(last && { changedAt: last.at }),
  });
}

/** Runs a write; a constraint of the database that it runs into is said at the field it is about. */
export async function atFields<T>(fields: Record<string, FieldProblem>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const found = fields[constraintOf(error) ?? ''];
    throw found ? invalidInput([found]) : error;
  }
}

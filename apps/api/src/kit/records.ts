import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { invalidInput, Problem } from '#api/kit/problem';
import { constraintOf, type Transaction } from './database.ts';
import { constantsSql, sql } from './sql.ts';

/**
 * A write named a version that is not there any more: says which is, who made it and when. A record that is not there at all is
 * not found. `part` is what was written where that has a version of its own; `id` is the record in whose history it stands.
 */
export async function changedSince(
  tx: Transaction,
  id: string,
  now: { version: number; id: string } | undefined,
  part?: (typeof partsWithVersion)[number],
): Promise<Problem> {
  if (!now) return new Problem('not-found');
  const isPart = part
    ? sql`subject_type = ${part} AND subject_id = ${now.id}::uuid`
    : sql`subject_type NOT IN (${constantsSql(partsWithVersion)})`;
  const [last] = await tx.query<{ by: string | null; at: string }>(sql`
    SELECT actor_name AS by, at FROM audit_event
     WHERE record_id = ${id}::uuid AND action IN ('create', 'change', 'remove') AND ${isPart} AND ${isOfRecord}
     ORDER BY id DESC LIMIT 1`);
  return new Problem('record-changed', {
    version: now.version,
    ...(last?.by && { changedBy: last.by }),
    ...(last && { changedAt: last.at }),
  });
}

/** What stands in the history of a record and has a version of its own. */
const partsWithVersion = ['supervisor-right', 'budget-number'] as const;

/** Not what becomes of an account besides: a first password, blocking, the language that somebody chose for themselves. */
const isOfRecord = sql`(subject_type <> 'account' OR changes ?| ARRAY['email', 'user_name', 'role']
  OR (changes ? 'language' AND actor_id IS DISTINCT FROM record_id))`;

/** Runs a write; a constraint of the database that it runs into is said at the field it is about. */
export async function atFields<T>(fields: Record<string, FieldProblem>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const found = fields[constraintOf(error) ?? ''];
    throw found ? invalidInput([found]) : error;
  }
}

import { type Author, sql, type Transaction } from './plugins/database.ts';

interface Act {
  action: 'import' | 'export' | 'erase';
  subjectType: string;
  subjectId?: string | null;
  subjectName?: string;
  /** How many, by what. */
  counts?: Record<string, number>;
}

/** Writes an act into the audit log that is no change of one row, which the database would tell of by itself. */
export async function recordAct(tx: Transaction, author: Author, act: Act): Promise<void> {
  const changes = Object.fromEntries(Object.entries(act.counts ?? {}).map(([name, count]) => [name, [null, count]]));
  await tx.query(sql`
    INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, changes, actor_id, actor_name, actor_role, session_id, address)
    VALUES (${act.action}, ${act.subjectType}, ${act.subjectId ?? null}::uuid, ${act.subjectName ?? null}, ${act.subjectId ?? null}::uuid,
            ${JSON.stringify(changes)}::jsonb, ${author.personId}::uuid, ${author.name}, ${author.role}, ${author.sessionId}::uuid, ${author.address})`);
}

import type { AuditAction, AuditSubject } from '@konnekt/shared/audit/audit.actions';
import { type Sql, sql } from './sql.ts';

interface RecordedEvent {
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string | null;
  subjectName: string | null;
  /** In whose history it stands; none for what belongs to no record. */
  recordId: string | null;
  /** What it counted, by field of the log. */
  counts?: Record<string, number>;
}

/**
 * Writes an event that is no change of a row into the audit log, made by the author of the transaction. Never holds what
 * somebody typed: a password may have been typed into the wrong field.
 */
export function recordEvent({
  action,
  subjectType,
  subjectId,
  subjectName,
  recordId,
  counts = {},
}: RecordedEvent): Sql {
  const changes = JSON.stringify(
    Object.fromEntries(Object.entries(counts).map(([field, count]) => [field, [null, count]])),
  );
  return sql`SELECT record_event(${action}, ${subjectType}, ${subjectId}::uuid, ${subjectName}, ${recordId}::uuid, ${changes}::jsonb)`;
}

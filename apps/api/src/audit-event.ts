import type { AuditAction, AuditSubject } from '@konnekt/shared/audit/audit.actions';
import { type Sql, sql } from './plugins/database.ts';

interface RecordedEvent {
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string | null;
  subjectName: string | null;
  /** In whose history it stands; none for what belongs to no record. */
  recordId: string | null;
}

/**
 * Writes an event that is no change of a row into the audit log, made by the author of the transaction. Never holds what
 * somebody typed: a password may have been typed into the wrong field.
 */
export const recordEvent = (event: RecordedEvent): Sql =>
  sql`SELECT record_event(${event.action}, ${event.subjectType}, ${event.subjectId}::uuid, ${event.subjectName}, ${event.recordId}::uuid)`;

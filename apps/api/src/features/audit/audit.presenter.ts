import type { AuditEvent } from '@konnekt/shared/audit/audit.contract';
import { auditFields, isAuditField } from '@konnekt/shared/audit/audit.fields';
import { zId } from '@konnekt/shared/basics/fields';

/** A row as the database has it: changes are { column: [before, after] }. */
export type AuditRow = Omit<AuditEvent, 'changes'> & { changes: Record<string, [unknown, unknown]> };

type Change = AuditEvent['changes'][number];

/** Changes in the order of the table of fields; what only repeats whose history this is says nothing. */
export function toAuditEvent({ changes, ...event }: AuditRow): AuditEvent {
  const all = Object.entries(changes).map(([field, [before, after]]) => ({
    field,
    before: plainValue(before),
    after: plainValue(after),
  }));
  return {
    ...event,
    changes: all.filter((change) => !repeats(change, event.recordId)).sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

/** The ids of records that these events name: in their changes, and whose account it is. */
export function namedIn(events: AuditEvent[]): string[] {
  const ids = events.flatMap(({ subjectType, recordId, changes }) => [
    ...(subjectType === 'account' && recordId ? [recordId] : []),
    ...changes
      .filter(({ field }) => isAuditField(field) && auditFields[field] === 'record')
      .flatMap(({ before, after }) => [before, after].filter(isId)),
  ]);
  return [...new Set(ids)];
}

/** What was erased is a dot, not an id. */
const isId = (value: Change['before']): value is string => zId.safeParse(value).success;

const repeats = ({ before, after }: Change, recordId: string | null): boolean =>
  recordId !== null && (before ?? recordId) === recordId && (after ?? recordId) === recordId && before !== after;

const order = Object.keys(auditFields);
const placeOf = ({ field }: Change): number => (isAuditField(field) ? order.indexOf(field) : order.length);

function plainValue(value: unknown): Change['before'] {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

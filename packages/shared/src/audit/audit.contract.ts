import { z } from 'zod';
import { zDay, zId, zInstant, zList, zPage, zSearch } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { byTime } from '../basics/sorts.ts';
import { auditActions, auditSubjects } from './audit.actions.ts';

const zValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One line of the audit log. What was changed is named as it was at that moment. */
const zAuditEvent = z.object({
  id: zId,
  at: zInstant,
  action: z.enum(auditActions),
  subjectType: z.string(),
  subjectId: zId.nullable(),
  subjectName: z.string().nullable(),
  /** In whose history it stands. */
  recordId: zId.nullable(),
  /** None is the system itself, or somebody who was not logged in. */
  actorId: zId.nullable(),
  actorName: z.string().nullable(),
  actorRole: z.string().nullable(),
  address: z.string().nullable(),
  /** Columns of the database with what was there before and after; another record by its id. */
  changes: z.array(z.object({ field: z.string(), before: zValue, after: zValue })),
});
export type AuditEvent = z.output<typeof zAuditEvent>;

/** Events, newest first, with the names of the records that their changes speak of. */
const zAuditList = zList(zAuditEvent).extend({
  names: z.record(zId, z.object({ nl: z.string(), en: z.string() })),
});
export type AuditList = z.output<typeof zAuditList>;

const auditFilters = {
  q: zSearch.optional().describe('In the names of who did it, of what was changed, and of whose record it is'),
  actorId: zId.optional().describe('What one person did'),
  action: z.enum(auditActions).optional(),
  subjectType: z.enum(auditSubjects).optional(),
  from: zDay.optional(),
  until: zDay.optional().describe('The last day, included'),
  sort: z.enum(byTime).default('-at'),
};
const zAuditQuery = z.object({ ...auditFilters, ...zPage });
export type AuditQuery = z.output<typeof zAuditQuery>;
const zAuditFile = z.object({ ...auditFilters, ...zSheetAsked });
export type AuditFile = z.output<typeof zAuditFile>;

const office = ['staff', 'admin'] as const;

export const auditRoutes = {
  'GET /api/audit': {
    access: ['admin'],
    summary: 'The audit log, newest first where it is not asked otherwise',
    query: zAuditQuery,
    response: zAuditList,
  },
  'GET /api/audit/export': {
    access: ['admin'],
    summary: 'The same as a file: a line for each field that an event changed, and one for an event that changed none',
    query: zAuditFile,
    answersFile: true,
  },
  'GET /api/records/:id/history': {
    access: office,
    summary: 'Who changed one record, when, from where, before and after; `agency` is the settings',
    params: z.object({ id: z.union([z.literal('agency'), zId]) }),
    query: z.object(zPage),
    response: zAuditList,
  },
} as const satisfies Routes;

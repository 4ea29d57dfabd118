import type { AuditFile } from '@konnekt/shared/audit/audit.contract';
import { call, type Input } from '../../../api/client.ts';
import { addressOf } from '../../../api/route-address.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { listPages, pages } from '../../../kit/list/pages.ts';

/** Every key of the audit log starts so: whoever changes a record asks for its history anew. */
export const auditKeys = {
  all: ['audit'],
  record: recordKeys.history,
} as const;

/** What became of one record, page by page, always the latest; `agency` is the settings. */
export const recordHistoryQuery = (id: string) =>
  pages(
    auditKeys.record(id),
    (cursor, signal) =>
      call('GET /api/records/:id/history', { params: { id }, query: { limit: 20, cursor } }, { signal }),
    { staleTime: 0 },
  );

/** The whole log, narrowed down. While another search loads, the one before stays on screen. */
export const auditQuery = (query: Omit<NonNullable<Input<'GET /api/audit'>['query']>, 'cursor'>) =>
  listPages(
    [...auditKeys.all, 'list', query],
    (cursor, signal) => call('GET /api/audit', { query: { ...query, cursor } }, { signal }),
    { staleTime: 0 },
  );

/** The same list as a file. */
export const auditFileAddress = (query: Partial<AuditFile>): string =>
  addressOf('GET /api/audit/export', { query }).url;

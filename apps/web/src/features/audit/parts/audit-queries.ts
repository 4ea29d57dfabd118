import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { call, type Input } from '../../../api/client.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';

/** Every key of the audit log starts so: whoever changes a record asks for its history anew. */
export const auditKeys = {
  all: ['audit'],
  record: recordKeys.history,
} as const;

/** What became of one record, page by page; `agency` is the settings. */
export const recordHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: auditKeys.record(id),
    queryFn: ({ signal, pageParam }) =>
      call('GET /api/records/:id/history', { params: { id }, query: { limit: 20, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // A history that is looked at is the latest.
    staleTime: 0,
  });

/** The whole log, narrowed down. While another search loads, the one before stays on screen. */
export const auditQuery = (query: Omit<NonNullable<Input<'GET /api/audit'>['query']>, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...auditKeys.all, 'list', query],
    queryFn: ({ signal, pageParam }) => call('GET /api/audit', { query: { ...query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { worksheetKeys } from '../worksheets/parts/worksheet-queries.ts';

export const behindQuery = (query: NonNullable<Input<'GET /api/dashboard/worksheets'>['query']>) =>
  infiniteQueryOptions({
    queryKey: [...worksheetKeys.all, 'dashboard', 'behind', query],
    queryFn: ({ signal, pageParam }) =>
      call('GET /api/dashboard/worksheets', { query: { ...query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const dashboardQuery = (query: NonNullable<Input<'GET /api/dashboard'>['query']>) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'dashboard', query],
    queryFn: ({ signal }) => call('GET /api/dashboard', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

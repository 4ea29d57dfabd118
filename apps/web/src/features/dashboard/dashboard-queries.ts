import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { pages } from '../../kit/list/pages.ts';
import { worksheetKeys } from '../worksheets/parts/worksheet-queries.ts';

export const behindQuery = (query: NonNullable<Input<'GET /api/dashboard/worksheets'>['query']>) =>
  pages([...worksheetKeys.all, 'dashboard', 'behind', query], (cursor, signal) =>
    call('GET /api/dashboard/worksheets', { query: { ...query, cursor } }, { signal }),
  );

export const dashboardQuery = (query: NonNullable<Input<'GET /api/dashboard'>['query']>) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'dashboard', query],
    queryFn: ({ signal }) => call('GET /api/dashboard', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

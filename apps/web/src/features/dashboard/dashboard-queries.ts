import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { worksheetKeys } from '../worksheets/parts/worksheet-queries.ts';

export const dashboardQuery = (query: NonNullable<Input<'GET /api/dashboard'>['query']>) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'dashboard', query],
    queryFn: ({ signal }) => call('GET /api/dashboard', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';

export const periodRecords = (query: { type: 'week' | 'four-weeks' | 'month'; year: number }) =>
  queryOptions({
    queryKey: [...recordKeys.all, 'periods', query],
    queryFn: ({ signal }) => call('GET /api/office/periods', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

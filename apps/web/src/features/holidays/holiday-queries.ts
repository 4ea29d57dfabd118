import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';

export const holidayList = (query: { organisationId: string | undefined; year: number }) =>
  queryOptions({
    queryKey: [...recordKeys.all, 'holidays', query],
    queryFn: ({ signal }) => call('GET /api/office/holidays', { query }, { signal }),
  });

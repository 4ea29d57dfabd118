import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';

export const hourTypeRecords = queryOptions({
  queryKey: [...recordKeys.all, 'hour-types'],
  queryFn: ({ signal }) => call('GET /api/office/hour-types', undefined, { signal }),
});

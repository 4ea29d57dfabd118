import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';

export const settingsRecord = queryOptions({
  queryKey: [...recordKeys.all, 'settings'],
  queryFn: ({ signal }) => call('GET /api/settings', undefined, { signal }),
});

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';

export const helpLinksQuery = queryOptions({
  queryKey: ['help-links'],
  queryFn: ({ signal }) => call('GET /api/help-links', undefined, { signal }),
  staleTime: 5 * 60_000,
});

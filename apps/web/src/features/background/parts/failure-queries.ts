import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';

export const failuresQuery = infiniteQueryOptions({
  queryKey: ['failures'],
  queryFn: ({ signal, pageParam }) =>
    call('GET /api/failures', { query: { limit: 10, cursor: pageParam } }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  staleTime: 0,
});

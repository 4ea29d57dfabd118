import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { documentCountsKey } from './counts.ts';

/** So often is asked where there is no stream of events (api/live.ts). */
const LOOK_EACH_MS = 5 * 60_000;

export const documentCountsQuery = queryOptions({
  queryKey: documentCountsKey,
  queryFn: ({ signal }) => call('GET /api/documents/counts', undefined, { signal }),
  staleTime: LOOK_EACH_MS / 2,
  refetchInterval: LOOK_EACH_MS,
});

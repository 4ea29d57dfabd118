import { call } from '../../../api/client.ts';
import { pages } from '../../../kit/list/pages.ts';

export const failuresQuery = pages(
  ['failures'],
  (cursor, signal) => call('GET /api/failures', { query: { limit: 10, cursor } }, { signal }),
  { staleTime: 0 },
);

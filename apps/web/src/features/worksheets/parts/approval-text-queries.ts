import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';

/** What one agrees to by approving. */
export const approvalTextsQuery = queryOptions({
  queryKey: ['approval-texts'],
  queryFn: ({ signal }) => call('GET /api/approval-texts', undefined, { signal }),
});

import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

export const sumsQuery = queryOptions({
  queryKey: ['reconciliation', 'sums'],
  queryFn: ({ signal }) => call('GET /api/reconciliation', {}, { signal }),
  staleTime: 0,
});

/** Asked again while a check is under way. */
export const checkQuery = queryOptions({
  queryKey: ['reconciliation', 'check'],
  queryFn: ({ signal }) => call('GET /api/reconciliation/check', {}, { signal }),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.check?.endedAt === null ? 500 : false),
});

export const useCheckNow = () =>
  useMutation({
    mutationFn: () => call('POST /api/reconciliation/check'),
    onSuccess: (answer) => {
      queryClient.setQueryData(checkQuery.queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ['reconciliation'] });
    },
  });

import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../../api/client.ts';
import { worksheetKeys } from '../../worksheets/parts/worksheet-queries.ts';

/** Numbers that others change: asked again each minute while they are on screen. */
const live = { refetchInterval: 60_000, placeholderData: keepPreviousData };

export const statusQuery = (query: NonNullable<Input<'GET /api/status'>['query']>) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'places', query],
    queryFn: ({ signal }) => call('GET /api/status', { query }, { signal }),
    ...live,
  });

export type DeadlineFilter = NonNullable<Input<'GET /api/status/deadline'>['query']>;

const deadlineKey = [...worksheetKeys.all, 'deadline'] as const;
export const deadlineQuery = (query: DeadlineFilter) =>
  queryOptions({
    queryKey: [...deadlineKey, query],
    queryFn: ({ signal }) => call('GET /api/status/deadline', { query }, { signal }),
    ...live,
  });

/** Reminds those of a period now. */
export function useRemind() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Input<'POST /api/reminders'>['body']) => call('POST /api/reminders', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: deadlineKey }),
  });
}

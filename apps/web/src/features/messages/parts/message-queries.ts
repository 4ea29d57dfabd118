import type { MessageCounts } from '@konnekt/shared/messages/message.contract';
import type { Thread } from '@konnekt/shared/messages/message.schema';
import { keepPreviousData, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../../api/client.ts';
import { isAlreadySent } from '../../../api/problem.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import type { Asked } from '../../../kit/list/paged.ts';
import { listPages } from '../../../kit/list/pages.ts';
import { countsKey } from './counts.ts';

/** So often is asked on a screen that stays open; where there is a stream of events, at once (api/live.ts). All begin with the name of its kind. */
const LOOK_EACH_MS = 2 * 60_000;
const keys = {
  all: ['messages'],
  list: (asked: object) => ['messages', 'list', asked],
  one: (id: string) => ['messages', 'one', id],
} as const;

export const threadRows = (asked: Asked<'GET /api/messages'>) =>
  listPages(
    keys.list(asked),
    (cursor, signal) => call('GET /api/messages', { query: { ...asked, limit: 50, cursor } }, { signal }),
    { refetchInterval: LOOK_EACH_MS },
  );

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => call('GET /api/messages/:id', { params: { id } }, { signal }),
    refetchInterval: LOOK_EACH_MS,
  });

export const countsQuery = queryOptions({
  queryKey: countsKey,
  queryFn: ({ signal }) => call('GET /api/messages/counts', undefined, { signal }),
  staleTime: LOOK_EACH_MS / 2,
  refetchInterval: LOOK_EACH_MS,
});

/** An act on a thread answers what it is now; lists and counts are asked anew. */
function useThreadAct<Asked>(act: (asked: Asked) => Promise<Thread>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (thread) => {
      takeAnswer(queryClient, keys.one(thread.id), thread);
      void queryClient.invalidateQueries({
        queryKey: keys.all,
        predicate: ({ queryKey }) => queryKey[1] !== 'one',
      });
    },
    onError: (error) => showArrived(queryClient, error),
  });
}

/** What was sent first has arrived: screens show it. */
function showArrived(queryClient: QueryClient, error: Error): void {
  if (isAlreadySent(error)) void queryClient.invalidateQueries({ queryKey: keys.all });
}

type Body<K extends Parameters<typeof call>[0]> = Input<K> extends { body: infer B } ? B : never;

export const useBegin = () => useThreadAct((body: Body<'POST /api/messages'>) => call('POST /api/messages', { body }));

export const useReply = (id: string) =>
  useThreadAct((body: Body<'POST /api/messages/:id/replies'>) =>
    call('POST /api/messages/:id/replies', { params: { id }, body }),
  );

export const useHandle = (id: string) =>
  useThreadAct((body: Body<'POST /api/messages/:id/handle'>) =>
    call('POST /api/messages/:id/handle', { params: { id }, body }),
  );

export const useArchive = (id: string) =>
  useThreadAct((body: Body<'POST /api/messages/:id/archive'>) =>
    call('POST /api/messages/:id/archive', { params: { id }, body }),
  );

export function useSendToMany() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/messages/to-many'>) => call('POST /api/messages/to-many', { body }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.all }),
    onError: (error) => showArrived(queryClient, error),
  });
}

export function useMarkThreadRead(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (number: number) => call('POST /api/messages/:id/read', { params: { id }, body: { number } }),
    onSuccess: (counts) => {
      takeAnswer<MessageCounts>(queryClient, countsKey, counts);
      takeAnswer<Thread>(queryClient, keys.one(id), (before) => before && { ...before, isUnread: false });
      void queryClient.invalidateQueries({ queryKey: [...keys.all, 'list'] });
    },
  });
}

export const receiversQuery = (query: NonNullable<Input<'GET /api/messages/receivers'>['query']>) =>
  queryOptions({
    queryKey: ['message-receivers', query],
    queryFn: ({ signal }) => call('GET /api/messages/receivers', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

/** In a thread, or for a new one: about something, or about nothing. */
export interface DraftPlace {
  threadId: string | null;
  aboutId: string | null;
}

/** What one was writing, wherever that was; the device may have what did not get here. Asked again when somebody comes back to the page. */
export const draftQuery = ({ threadId, aboutId }: DraftPlace) =>
  queryOptions({
    queryKey: ['message-draft', threadId, aboutId],
    queryFn: ({ signal }) =>
      call(
        'GET /api/message-draft',
        { query: { ...(threadId && { threadId }), ...(aboutId && { aboutId }) } },
        { signal },
      ),
    staleTime: 0,
    gcTime: 0,
  });

export const templatesQuery = queryOptions({
  queryKey: ['answer-templates'],
  queryFn: ({ signal }) => call('GET /api/answer-templates', undefined, { signal }),
});

export const useTemplatesChanged = () => {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
};

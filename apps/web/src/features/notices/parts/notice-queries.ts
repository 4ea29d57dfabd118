import type { Notice } from '@konnekt/shared/notices/notice.contract';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../api/client.ts';
import { takeAnswer } from '../../../api/take-answer.ts';

const noticeKeys = { lists: ['notices'], choices: ['notice-choices'] } as const;
/** So often is looked for news on a screen that stays open. */
const LOOK_EACH_MS = 2 * 60_000;

/** What the reader was told, newest first: so many. Not page by page: what that takes is for screens with long lists. */
export const noticesQuery = (limit: number) =>
  queryOptions({
    queryKey: [...noticeKeys.lists, limit],
    queryFn: ({ signal }) => call('GET /api/notices', { query: { limit } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: LOOK_EACH_MS / 2,
    refetchInterval: LOOK_EACH_MS,
  });

/** These are read, or all. */
export function useReadNotices(limit: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) => call('POST /api/notices/read', { body: ids ? { ids } : {} }),
    onSuccess: ({ unread }, ids) =>
      takeAnswer<Output<'GET /api/notices'>>(
        queryClient,
        noticesQuery(limit).queryKey,
        (before) => before && { ...before, unread, items: before.items.map((item) => readIf(item, ids)) },
      ),
  });
}

const readIf = (notice: Notice, ids: string[] | undefined): Notice =>
  ids === undefined || ids.includes(notice.id) ? { ...notice, isRead: true } : notice;

/** Where one hears of what. */
export const noticeChoicesQuery = queryOptions({
  queryKey: noticeKeys.choices,
  queryFn: ({ signal }) => call('GET /api/me/notices', undefined, { signal }),
});

export function useChooseNotices() {
  const queryClient = useQueryClient();
  return useMutation({
    // One after the other: the last tick is what is kept.
    scope: { id: 'notice-choices' },
    mutationFn: (items: Input<'PUT /api/me/notices'>['body']['items']) =>
      call('PUT /api/me/notices', { body: { items } }),
    onSuccess: (answer) => takeAnswer(queryClient, noticeChoicesQuery.queryKey, answer),
  });
}

import type { Notice } from '@konnekt/shared/notices/notice.contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../api/client.ts';
import { takeAnswer } from '../../../api/take-answer.ts';

const noticeKeys = { list: ['notices'], choices: ['notice-choices'] } as const;
/** So often is looked for news on a screen that stays open. */
const LOOK_EACH_MS = 2 * 60_000;

/** What the reader was told, newest first. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: noticeKeys.list,
  queryFn: ({ signal, pageParam }) => call('GET /api/notices', { query: { limit: 10, cursor: pageParam } }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  staleTime: LOOK_EACH_MS / 2,
  refetchInterval: LOOK_EACH_MS,
});

/** These are read, or all. On screen at once. */
export function useReadNotices() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) => call('POST /api/notices/read', { body: ids ? { ids } : {} }),
    onSuccess: ({ unread }, ids) =>
      takeAnswer<Pages>(
        queryClient,
        noticesQuery.queryKey,
        (before) =>
          before && {
            ...before,
            pages: before.pages.map((page) => ({
              ...page,
              unread,
              items: page.items.map((item) => readIf(item, ids)),
            })),
          },
      ),
  });
}
interface Pages {
  pages: Output<'GET /api/notices'>[];
  pageParams: (string | undefined)[];
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
    mutationFn: (items: Input<'PUT /api/me/notices'>['body']['items']) =>
      call('PUT /api/me/notices', { body: { items } }),
    onSuccess: (answer) => takeAnswer(queryClient, noticeChoicesQuery.queryKey, answer),
  });
}

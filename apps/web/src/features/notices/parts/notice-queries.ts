import type { Notice } from '@konnekt/shared/notices/notice.contract';
import { type InfiniteData, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../api/client.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import type { Asked } from '../../../kit/list/paged.ts';
import { listPages } from '../../../kit/list/pages.ts';

const noticeKeys = { lists: ['notices'], choices: ['notice-choices'] } as const;
/** So often is looked for news on a screen that stays open. */
const LOOK_EACH_MS = 2 * 60_000;

/** The newest of what the reader was told. */
export const noticesQuery = (limit: number) =>
  queryOptions({
    queryKey: [...noticeKeys.lists, limit],
    queryFn: ({ signal }) => call('GET /api/notices', { query: { limit } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: LOOK_EACH_MS / 2,
    refetchInterval: LOOK_EACH_MS,
  });

/** All of them, page by page. */
export const noticeRows = (asked: Asked<'GET /api/notices'>) =>
  listPages(
    [...noticeKeys.lists, 'all', asked],
    (cursor, signal) => call('GET /api/notices', { query: { ...asked, limit: 50, cursor } }, { signal }),
    { refetchInterval: LOOK_EACH_MS },
  );

/** These are read, or all: wherever they are shown. */
export function useReadNotices() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) => call('POST /api/notices/read', { body: ids ? { ids } : {} }),
    onSuccess: ({ unread }, ids) => {
      const readIn = (page: Page): Page => ({ ...page, unread, items: page.items.map((item) => readIf(item, ids)) });
      queryClient.setQueriesData<Page | InfiniteData<Page>>({ queryKey: noticeKeys.lists }, (before) => {
        if (!before) return before;
        return 'pages' in before ? { ...before, pages: before.pages.map(readIn) } : readIn(before);
      });
    },
  });
}
type Page = Output<'GET /api/notices'>;

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
    mutationFn: (body: Input<'PUT /api/me/notices'>['body']) => call('PUT /api/me/notices', { body }),
    onSuccess: (answer) => takeAnswer(queryClient, noticeChoicesQuery.queryKey, answer),
  });
}

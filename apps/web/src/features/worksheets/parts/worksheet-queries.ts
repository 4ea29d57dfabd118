import { mostInPage } from '@konnekt/shared/basics/list-bounds';
import { type InfiniteData, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../api/client.ts';
import { listPages, pages } from '../../../kit/list/pages.ts';

type ListQuery = NonNullable<Input<'GET /api/worksheets'>['query']>;
export type WorksheetPage = Output<'GET /api/worksheets'>;

/** Every key of worksheets starts with these words, so that one decision refreshes all that shows them. */
export const worksheetKeys = {
  all: ['worksheets'],
  lists: ['worksheets', 'list'],
  entries: ['worksheets', 'entry'],
  home: ['home'],
  approvalTexts: ['approval-texts'],
} as const;

/** A list of worksheets, page by page. While another one loads, the one before stays on screen. */
export const worksheetsQuery = (query: Omit<ListQuery, 'cursor'>) =>
  listPages([...worksheetKeys.lists, query], (cursor, signal) =>
    call('GET /api/worksheets', { query: { ...query, cursor } }, { signal }),
  );

/** All that waits for this supervisor: enough for everybody at once, then page by page. */
export const toApprove = { phase: 'to-approve', sort: 'period', limit: mostInPage } as const satisfies ListQuery;
export const toApproveQuery = worksheetsQuery(toApprove);

export const worksheetQuery = (id: string) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'one', id],
    queryFn: ({ signal }) => call('GET /api/worksheets/:id', { params: { id } }, { signal }),
  });

/** Everything that happened to a worksheet, the last first, page by page: asked for where its own answer holds not all. */
export const worksheetHistoryQuery = (id: string) =>
  pages([...worksheetKeys.all, 'history', id], (cursor, signal) =>
    call('GET /api/worksheets/:id/history', { params: { id }, query: { limit: 100, cursor } }, { signal }),
  );

/** What the home screen shows, in one answer. */
export const homeQuery = queryOptions({
  queryKey: worksheetKeys.home,
  queryFn: ({ signal }) => call('GET /api/home', undefined, { signal }),
});

/** How many wait to be filled in, approved and finalised. */
export const statusCountsQuery = (query: NonNullable<Input<'GET /api/worksheets/status'>['query']>) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'status', query],
    queryFn: ({ signal }) => call('GET /api/worksheets/status', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

export function without(list: InfiniteData<WorksheetPage, unknown> | undefined, gone: Set<string>) {
  if (!list) return list;
  let minutes = 0;
  let worked = 0;
  let count = 0;
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.filter((row) => {
      if (row.id === null || !gone.has(row.id)) return true;
      minutes += row.totalMinutes;
      worked += row.workedMinutes;
      count += 1;
      return false;
    }),
  }));
  const left = pages.map((page) => ({
    ...page,
    total: page.total - count,
    totalMinutes: page.totalMinutes === null ? null : page.totalMinutes - minutes,
    workedMinutes: page.workedMinutes === null ? null : page.workedMinutes - worked,
  }));
  return { ...list, pages: left };
}

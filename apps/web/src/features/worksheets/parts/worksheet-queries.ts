import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Decision, stepOf, type WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { Decided } from '@konnekt/shared/worksheets/worksheet-step.schema';
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../api/client.ts';
import { isLost } from '../../../api/problem.ts';
import { useMe } from '../../../api/session-queries.ts';
import { takeAnswer } from '../../../api/take-answer.ts';

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
  infiniteQueryOptions({
    queryKey: [...worksheetKeys.lists, query],
    queryFn: ({ signal, pageParam }) =>
      call('GET /api/worksheets', { query: { ...query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** All that waits for this supervisor: enough for everybody at once, then page by page. */
export const toApprove = { phase: 'to-approve', sort: 'period', limit: 500 } as const satisfies ListQuery;
export const toApproveQuery = worksheetsQuery(toApprove);

export const worksheetQuery = (id: string) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'one', id],
    queryFn: ({ signal }) => call('GET /api/worksheets/:id', { params: { id } }, { signal }),
  });

/** Everything that happened to a worksheet, the last first, page by page: asked for where its own answer holds not all. */
export const worksheetHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...worksheetKeys.all, 'history', id],
    queryFn: ({ signal, pageParam }) =>
      call('GET /api/worksheets/:id/history', { params: { id }, query: { limit: 100, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

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

export interface DecideInput {
  decision: Decision;
  items: { id: string; version: number }[];
  /** Required where something is sent back. */
  reason?: string;
  /** What was read, and is agreed to by approving. */
  approvalTextIds?: string[];
}

/** One decision on 1 to 500 worksheets. What was decided on leaves the lists at once; everything else is asked again. */
export function useDecide() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: async ({ done, refused }) => {
      if (refused.some(({ code }) => code === 'approval-text'))
        void queryClient.invalidateQueries({ queryKey: worksheetKeys.approvalTexts });
      const gone = new Set(done.map(({ id }) => id));
      takeAnswer(queryClient, toApproveQuery.queryKey, (list: Parameters<typeof without>[0]) => without(list, gone));
    },
    onSettled: (_, error) => {
      const asked = Promise.all([
        queryClient.invalidateQueries({ queryKey: worksheetKeys.all }),
        queryClient.invalidateQueries({ queryKey: worksheetKeys.home }),
      ]);
      // What failed is said at once: without a connection the lists are asked for until there is one.
      return error ? undefined : asked;
    },
  });
}

/** Of a try whose answer was lost, it tells what that one did; when none comes at all, the worksheets are asked instead. */
export async function decide(input: DecideInput): Promise<Decided> {
  try {
    return await decideOrAsk(input);
  } catch (error) {
    if (!isLost(error)) throw error;
    const { decision, items } = input;
    const answer = await withLostAnswers(decision, items, {
      done: [],
      refused: items.map(({ id }) => ({ id, code: 'changed' as const })),
    });
    if (answer.done.length === 0) throw error;
    return answer;
  }
}

async function decideOrAsk({ decision, items, reason = '', approvalTextIds = [] }: DecideInput): Promise<Decided> {
  let wasRepeated = false;
  const options = {
    onRepeat: () => {
      wasRepeated = true;
    },
  };
  const answer =
    decision === 'decline' || decision === 'refuse'
      ? await call(`POST /api/worksheets/${decision}`, { body: { items, reason } }, options)
      : decision === 'approve'
        ? await call('POST /api/worksheets/approve', { body: { items, approvalTextIds } }, options)
        : await call(`POST /api/worksheets/${decision}`, { body: { items } }, options);
  return wasRepeated ? withLostAnswers(decision, items, answer) : answer;
}

/**
 * A first try got no answer, and what it did is refused the second time: what stands where the decision leads, one version on, is done.
 */
async function withLostAnswers(decision: Decision, items: DecideInput['items'], answer: Decided): Promise<Decided> {
  const asked = new Map(items.map((item) => [item.id, item]));
  const done = [...answer.done];
  const refused: Decided['refused'] = [];
  for (const one of answer.refused) {
    const version = (asked.get(one.id)?.version ?? 0) + 1;
    const now = await call('GET /api/worksheets/:id', { params: { id: one.id } }).catch(() => undefined);
    if (now?.version === version && leadsTo(decision).includes(now.status)) done.push({ id: one.id, version });
    else refused.push(one);
  }
  return { done, refused };
}

/** Where a decision leads, at whatever agency. */
const leadsTo = (decision: Decision): WorksheetStatus[] =>
  [true, false].flatMap((lastApproval) =>
    (['employee', 'supervisor'] as const).map((filledBy) => stepOf(decision, { lastApproval, filledBy }).to),
  );

export function useAddComment(worksheet: Worksheet) {
  const queryClient = useQueryClient();
  const { name } = useMe();
  const { id } = worksheet;
  return useMutation({
    mutationFn: (text: string) => placeComment(worksheet, text, name),
    onSuccess: (after) => {
      takeAnswer(queryClient, worksheetQuery(id).queryKey, after);
      void queryClient.invalidateQueries({ queryKey: worksheetHistoryQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: worksheetKeys.entries });
    },
  });
}

/** A comment is never sent twice by itself: when the answer is lost, the history says whether it arrived. */
async function placeComment({ id, history }: Worksheet, text: string, name: string): Promise<Worksheet> {
  const known = new Set(history.map((event) => event.id));
  const isThis = (event: WorksheetEvent) =>
    event.action === 'comment' && event.actorName === name && event.reason === text && !known.has(event.id);
  try {
    return await call('POST /api/worksheets/:id/comments', { params: { id }, body: { text } });
  } catch (error) {
    if (!isLost(error)) throw error;
    const now = await call('GET /api/worksheets/:id', { params: { id } });
    if (!now.history.some(isThis)) throw error;
    return now;
  }
}

function without(list: InfiniteData<WorksheetPage, unknown> | undefined, gone: Set<string>) {
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

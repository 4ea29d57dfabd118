import type { RouteKey } from '@konnekt/shared/routes';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { Input } from '../../api/client.ts';
import { recordKeys } from '../form/record-keys.ts';

/** What a list may be narrowed down by, but for its pages. */
export type Asked<K extends RouteKey> = Omit<NonNullable<Input<K>['query']>, 'cursor' | 'limit'>;

const pageSize = 100;

/** One list of the office, page by page. While another one loads, the one before stays on screen. */
export const paged = <Page extends { nextCursor: string | null }>(
  of: string,
  query: object,
  ask: (page: { limit: number; cursor: string | undefined }, signal: AbortSignal) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey: recordKeys.list(of, query),
    queryFn: ({ signal, pageParam }) => ask({ limit: pageSize, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

import { infiniteQueryOptions, keepPreviousData, type QueryKey } from '@tanstack/react-query';

type AskPage<Page> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;
/** For how many ms what was read is new, and after how many it is read again; else as all queries. */
interface Freshness {
  staleTime?: number;
  refetchInterval?: number;
}

/** Something long, page by page: `ask` is given the cursor of a page, none for the first. */
export const pages = <Page extends { nextCursor: string | null }>(
  queryKey: QueryKey,
  ask: AskPage<Page>,
  freshness: Freshness = {},
) =>
  infiniteQueryOptions({
    ...freshness,
    queryKey,
    queryFn: ({ signal, pageParam }) => ask(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The same of a list that is narrowed down and put in order: while another one loads, the one before stays on screen. */
export const listPages = <Page extends { nextCursor: string | null }>(
  queryKey: QueryKey,
  ask: AskPage<Page>,
  freshness?: Freshness,
) => infiniteQueryOptions({ ...pages(queryKey, ask, freshness), placeholderData: keepPreviousData });

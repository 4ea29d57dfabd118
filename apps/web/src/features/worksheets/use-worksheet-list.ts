import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { worksheetsQuery } from './parts/worksheet-queries.ts';
import { useArranged } from './use-arranged.ts';
import { useWorksheetColumns } from './worksheet-columns.tsx';

/** How many rows are read to put those that stand out first: only here is known what does. */
const mostArranged = 1000;

/** A list that the API filters, sorts and hands over page by page. */
export function useWorksheetList(
  input: Parameters<typeof worksheetsQuery>[0],
  shown: { showOrganisation?: boolean; showStatus?: boolean; showEmployee?: boolean; isDeviationsFirst?: boolean },
) {
  const { isDeviationsFirst = false } = shown;
  const query = useInfiniteQuery(worksheetsQuery({ ...input, limit: 100 }));
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const columns = useWorksheetColumns(rows, { showOrganisation: true, ...shown });
  const arranged = useArranged({
    rows,
    columns,
    sort: isDeviationsFirst ? '-stands-out' : (input.sort ?? '-period'),
    isSortedByServer: !isDeviationsFirst,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const readsOn = isDeviationsFirst && hasNextPage && !isFetchingNextPage && rows.length < mostArranged;
  useEffect(() => {
    if (readsOn) void fetchNextPage();
  }, [readsOn, fetchNextPage]);
  const first = query.data?.pages[0];
  const cursor = query.data?.pages.at(-1)?.nextCursor;
  // In another order than the API's there is no next part.
  const rest =
    cursor && !isDeviationsFirst ? { total: first?.total, rest: { ...input, limit: 100, cursor } } : undefined;
  return { query, rows, arranged, rest, first, total: first?.total ?? 0 };
}

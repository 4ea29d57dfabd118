import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type Address, oneOf } from '../../kit/address/use-address.ts';
import { filterIn, matches } from './arrange.ts';
import { toApprove, type WorksheetPage } from './parts/worksheet-queries.ts';
import { useArranged } from './use-arranged.ts';
import { useWorksheetColumns, type WorksheetColumn } from './worksheet-columns.tsx';

/** What waits for a supervisor, filtered and arranged here as the address says. */
export function useApprovalList(query: UseInfiniteQueryResult<InfiniteData<WorksheetPage>>, address: Address) {
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const filter = filterIn(address);
  const isFiltered = Object.values(filter).some(Boolean);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is new each time; its values are what counts
  const shown = useMemo(() => rows.filter((row) => matches(row, filter)), [rows, ...Object.values(filter)]);
  const organisations = new Set(rows.map(({ organisationId }) => organisationId));
  const group = oneOf(['organisation', 'period', 'none'] as const, address.read('group')) ?? 'none';
  const columns = useWorksheetColumns(rows, { showOrganisation: organisations.size > 1, isAllHere: true });
  const sorts = sortsOf(columns);
  const sort = oneOf(sorts, address.read('sort')) ?? 'period';
  const arranged = useArranged({ rows: shown, columns, sort, group });

  // A filter or an order of some of the rows only would hide what it should find or put on top.
  const isOfAll = isFiltered || sort !== 'period' || group !== 'none';
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (isOfAll && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isOfAll, hasNextPage, isFetchingNextPage, fetchNextPage]);

  // The next part goes on in the API's order.
  const cursor = query.data?.pages.at(-1)?.nextCursor;
  const rest =
    cursor && sort === 'period' && group === 'none'
      ? { total: query.data?.pages[0]?.total, rest: { ...toApprove, cursor } }
      : undefined;

  return { rows, filter, isFiltered, shown, group, sorts, sort, arranged, rest };
}

/** The words an address sorts by. */
const sortsOf = (columns: readonly WorksheetColumn[]) =>
  columns.flatMap(({ id, isSortable }) => (isSortable ? [id, `-${id}`] : []));

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { worksheetsQuery } from './parts/worksheet-queries.ts';
import { useArranged } from './use-arranged.ts';
import { useWorksheetColumns } from './worksheet-columns.tsx';

/** A list that the API filters, sorts and hands over page by page. */
export function useWorksheetList(
  input: Parameters<typeof worksheetsQuery>[0],
  shown: { showOrganisation?: boolean; showStatus?: boolean; showEmployee?: boolean },
) {
  const query = useInfiniteQuery(worksheetsQuery({ ...input, limit: 100 }));
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const columns = useWorksheetColumns(rows, { showOrganisation: true, ...shown });
  const arranged = useArranged({ rows, columns, sort: input.sort ?? '-period', isSortedByServer: true });
  const first = query.data?.pages[0];
  const cursor = query.data?.pages.at(-1)?.nextCursor;
  const rest = cursor ? { total: first?.total, rest: { ...input, limit: 100, cursor } } : undefined;
  return { query, rows, arranged, rest, first, total: first?.total ?? 0 };
}

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
  return { query, rows, arranged, first: query.data?.pages[0], total: query.data?.pages[0]?.total ?? 0 };
}

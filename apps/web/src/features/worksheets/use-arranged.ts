import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Row, type SortingState, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { type Group, inGroups, keyOf } from './arrange.ts';
import type { Tickable } from './selection.ts';
import { features, type WorksheetColumn } from './worksheet-columns.tsx';

export type TableRow = Row<typeof features, WorksheetRow>;
export type Arranged = ReturnType<typeof useArranged>;

/** Rows in the order and the groups in which they are shown: sorted here when all of them are here, else by the API. */
export function useArranged(input: {
  rows: WorksheetRow[];
  columns: WorksheetColumn[];
  sort: string;
  group?: Group;
  isSortedByServer?: boolean;
}) {
  const { rows, columns, sort, group = 'none' } = input;
  const sorting = useMemo<SortingState>(() => {
    const id = sort.replace(/^-/, '');
    return columns.some((column) => column.id === id) ? [{ id, desc: sort.startsWith('-') }] : [];
  }, [sort, columns]);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: keyOf,
    state: { sorting },
    manualSorting: input.isSortedByServer ?? false,
  });
  const sorted = table.getRowModel().rows;

  return useMemo(() => {
    const items = inGroups(
      sorted.map(({ original }) => original),
      group,
    );
    const shown = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
    return {
      table,
      items,
      tickable: shown.filter(isTickable),
      rowOf: new Map<string, TableRow>(sorted.map((row) => [row.id, row])),
      /** The worksheets that can be opened, in order: what previous and next go along. */
      ids: shown.flatMap(({ id }) => id ?? []),
    };
  }, [table, sorted, group]);
}

export function isTickable(row: WorksheetRow): row is WorksheetRow & Tickable {
  return row.id !== null && row.version !== null;
}

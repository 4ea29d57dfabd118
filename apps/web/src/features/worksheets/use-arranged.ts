import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useMemo } from 'react';
import { sorted } from '../../kit/list/column.ts';
import { type Group, inGroups } from './arrange.ts';
import type { Tickable } from './selection.ts';
import type { WorksheetColumn } from './worksheet-columns.tsx';

export type Arranged = ReturnType<typeof useArranged>;

/** Rows in the order and the groups in which they are shown: sorted here when all of them are here, else by the API. */
export function useArranged(input: {
  rows: WorksheetRow[];
  columns: WorksheetColumn[];
  sort: string;
  group?: Group;
  isSortedByServer?: boolean;
}) {
  const { rows, columns, sort, group = 'none', isSortedByServer = false } = input;
  return useMemo(() => {
    const items = inGroups(isSortedByServer ? rows : sorted(rows, columns, sort), group);
    const shown = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
    return {
      columns,
      items,
      tickable: shown.filter(isTickable),
      /** The worksheets that can be opened, in order: what previous and next go along. */
      ids: shown.flatMap(({ id }) => id ?? []),
    };
  }, [rows, columns, sort, group, isSortedByServer]);
}

export function isTickable(row: WorksheetRow): row is WorksheetRow & Tickable {
  return row.id !== null && row.version !== null;
}

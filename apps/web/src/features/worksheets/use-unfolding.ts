import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useCallback, useState } from 'react';
import { keyOf } from './arrange.ts';

export type Unfolding = ReturnType<typeof useUnfolding>;

/** Which rows show their days. */
export function useUnfolding() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((row: WorksheetRow) => {
    const key = keyOf(row);
    setOpen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  }, []);
  return { open, toggle };
}

import { useRef } from 'react';
import { rangeOf } from '../../kit/list/ticks.ts';
import { type Selection, tickRows } from './selection.ts';
import type { Ticking } from './ticking.ts';

/** Ticking by click, by Shift-click, by group and all at once. */
export function useTicking(
  selection: Selection,
  change: (next: (before: Selection) => Selection) => void,
  onKey: Ticking['onKey'],
): Ticking {
  const anchor = useRef<string>(undefined);
  return {
    selection,
    onKey,
    onTick: (rows, on) => change((before) => tickRows(before, rows, on)),
    onTickOne: (row, on, shift, order) => {
      const rows = shift ? rangeOf(order, anchor.current, row.id) : [row];
      anchor.current = row.id;
      change((before) => tickRows(before, rows, on));
    },
  };
}

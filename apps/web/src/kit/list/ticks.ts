import { useRef, useState } from 'react';

/** The rows from the one clicked before up to this one, both included; only this one when the other is gone. */
export function rangeOf<T extends { id: string }>(rows: readonly T[], anchor: string | undefined, id: string): T[] {
  const end = rows.findIndex((row) => row.id === id);
  const start = anchor === undefined ? -1 : rows.findIndex((row) => row.id === anchor);
  if (end < 0) return [];
  if (start < 0) return rows.slice(end, end + 1);
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}

export type TickState = 'all' | 'some' | 'none';

/** Of so many rows so many are ticked. */
export const tickStateOf = (ticked: number, rows: number): TickState =>
  ticked === 0 ? 'none' : ticked === rows ? 'all' : 'some';

/** Which of some rows are ticked, by click, by Shift-click and all at once; one that is not there any more counts no more. */
export function useTicks(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>(undefined);
  const ticked = ids.filter((id) => chosen.has(id));
  const tick = (some: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of some)
        if (on) after.add(id);
        else after.delete(id);
      return after;
    });
  return {
    ticked,
    isTicked: (id: string) => chosen.has(id),
    /** One row, clicked with Shift or not: with Shift all from the row clicked before. */
    tickOne: (id: string, on: boolean, shift: boolean) => {
      const rows = ids.map((one) => ({ id: one }));
      tick(shift ? rangeOf(rows, anchor.current, id).map((row) => row.id) : [id], on);
      anchor.current = id;
    },
    tickAll: (on: boolean) => tick(ids, on),
    untick: (some: readonly string[]) => tick(some, false),
    state: tickStateOf(ticked.length, ids.length),
  } as const;
}

/** What a list needs so that its rows can be ticked. */
export interface RowTicks<Row> {
  ticks: ReturnType<typeof useTicks>;
  /** What the box of all of them is called. */
  all: string;
  /** What the box of one is called. */
  one: (row: Row) => string;
  /** Why the last act did not go for it. */
  whyNot?: (id: string) => string | undefined;
}

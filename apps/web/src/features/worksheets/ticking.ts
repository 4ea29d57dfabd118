import type { Selection, Tickable } from './selection.ts';

/** What a list of worksheets needs so that its rows can be ticked and decided on. */
export interface Ticking {
  selection: Selection;
  onTick: (rows: readonly Tickable[], on: boolean) => void;
  /** One row, clicked with Shift or not: with Shift all from the row clicked before, in the order shown. */
  onTickOne: (row: Tickable, on: boolean, shift: boolean, order: readonly Tickable[]) => void;
  onKey: (key: 'approve' | 'decline' | 'help') => void;
}

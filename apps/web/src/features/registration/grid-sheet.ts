import type { KeptDraft } from '../hours/parts/kept-draft.ts';

/** What was typed, by placement; a row of which nothing was typed is not in it. */
export type TypedRows = Readonly<Record<string, KeptDraft | undefined>>;

export interface GridSheet {
  typed: TypedRows;
  /** The sheet before each act, oldest first; typing on in one cell is one act. */
  past: readonly { typed: TypedRows; cell: string | null }[];
  /** What was taken back, to be done again; the last one first in line. */
  future: readonly TypedRows[];
}

/** Most acts that can be taken back. */
export const longestPast = 100;

export const sheetOf = (typed: TypedRows): GridSheet => ({ typed, past: [], future: [] });

/**
 * Changes some rows as one act. `cell` names one visit to the cell that is typed in: its next letters belong to the same act.
 */
export function changeRows(sheet: GridSheet, changes: TypedRows, cell: string | null = null): GridSheet {
  const typed = { ...sheet.typed, ...changes };
  const last = sheet.past.at(-1);
  if (cell !== null && last?.cell === cell) return { typed, past: sheet.past, future: [] };
  return { typed, past: [...sheet.past, { typed: sheet.typed, cell }].slice(-longestPast), future: [] };
}

/** Takes the last act back. Rows that were saved or sent since then are left as they are. */
export function undo(sheet: GridSheet): GridSheet {
  const last = sheet.past.at(-1);
  if (!last) return sheet;
  return { typed: last.typed, past: sheet.past.slice(0, -1), future: [...sheet.future, sheet.typed] };
}

/** Does again what was taken back last. */
export function redo(sheet: GridSheet): GridSheet {
  const next = sheet.future.at(-1);
  if (!next) return sheet;
  return { typed: next, past: [...sheet.past, { typed: sheet.typed, cell: null }], future: sheet.future.slice(0, -1) };
}

/** Leaves a cell as it was before this visit to it. */
export function cancel(sheet: GridSheet, cell: string): GridSheet {
  const last = sheet.past.at(-1);
  return last?.cell === cell ? { typed: last.typed, past: sheet.past.slice(0, -1), future: [] } : sheet;
}

/** Which rows differ between two sheets. */
export const changedRows = (before: TypedRows, after: TypedRows): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);

/** Rows that were saved or sent: nothing typed before is left of them, and no act can bring it back; `since` stays. */
export function settleRows(sheet: GridSheet, placementIds: readonly string[], since: TypedRows = {}): GridSheet {
  const gone = new Set(placementIds);
  const without = (typed: TypedRows): TypedRows =>
    Object.fromEntries(Object.entries(typed).filter(([id]) => !gone.has(id)));
  return {
    typed: { ...without(sheet.typed), ...since },
    past: sheet.past.map((step) => ({ ...step, typed: without(step.typed) })),
    future: sheet.future.map(without),
  };
}

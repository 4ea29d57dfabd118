import type { KeyboardEvent } from 'react';

/** The cell of a grid: `data-row` and `data-column` count from 0. */
export interface Place {
  row: number;
  column: number;
}

export function placeOf(field: EventTarget | null): Place | undefined {
  if (!(field instanceof HTMLInputElement) || field.dataset.row === undefined) return undefined;
  return { row: Number(field.dataset.row), column: Number(field.dataset.column) };
}

export const fieldAt = (grid: Element, { row, column }: Place) =>
  grid.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`);

/**
 * Arrows and Enter as in a spreadsheet: they move from cell to cell; after F2 (or a double click) left and right are in
 * the text. Cells that are not open are stepped over. Answers whether it was such a key.
 */
export function moveByKey(event: KeyboardEvent<HTMLElement>, size: { rows: number; columns: number }): boolean {
  const field = event.target;
  const place = placeOf(field);
  if (!place || !(field instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const isEditing = field.dataset.editing !== undefined;
  const step = stepOf(event, isEditing);
  if (!step) return false;
  event.preventDefault();
  let { row, column } = place;
  for (;;) {
    row += step.row;
    column += step.column;
    if (row < 0 || column < 0 || row >= size.rows || column >= size.columns) return true;
    const next = fieldAt(event.currentTarget, { row, column });
    if (next && !next.disabled) {
      next.focus();
      next.select();
      return true;
    }
  }
}

function stepOf({ key, shiftKey }: KeyboardEvent, isEditing: boolean): Place | undefined {
  if (key === 'Enter') return { row: shiftKey ? -1 : 1, column: 0 };
  if (key === 'ArrowDown') return { row: 1, column: 0 };
  if (key === 'ArrowUp') return { row: -1, column: 0 };
  if (isEditing) return undefined;
  if (key === 'ArrowRight') return { row: 0, column: 1 };
  if (key === 'ArrowLeft') return { row: 0, column: -1 };
  return undefined;
}

import type { KeyboardEvent } from 'react';

/**
 * Keys among fields that carry their place as `data-at="row:column"`: Enter goes down (with Shift up) and from the bottom
 * to the top of the next column; up and down always move, left and right where the caret is at that end of the text.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.dataset.at || event.nativeEvent.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const step = stepOf(event, field);
  if (!step) return;
  event.preventDefault();
  const next = nextField(event.currentTarget, field.dataset.at, step);
  next?.focus();
  next?.select();
}

interface Step {
  rows: number;
  columns: number;
  wraps: boolean;
}

function stepOf({ key, shiftKey }: KeyboardEvent, field: HTMLInputElement): Step | undefined {
  const { selectionStart, selectionEnd, value } = field;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'Enter') return { rows: shiftKey ? -1 : 1, columns: 0, wraps: true };
  if (key === 'ArrowDown') return { rows: 1, columns: 0, wraps: false };
  if (key === 'ArrowUp') return { rows: -1, columns: 0, wraps: false };
  if (shiftKey) return undefined;
  if (key === 'ArrowLeft' && (isWhole || selectionEnd === 0)) return { rows: 0, columns: -1, wraps: false };
  if (key === 'ArrowRight' && (isWhole || selectionStart === value.length))
    return { rows: 0, columns: 1, wraps: false };
  return undefined;
}

/** The next field that can be typed in; closed days are stepped over. */
function nextField(grid: HTMLElement, at: string, step: Step): HTMLInputElement | undefined {
  const fields = [...grid.querySelectorAll<HTMLInputElement>('input[data-at]:not(:disabled)')].map((field) => ({
    field,
    ...placeOf(field.dataset.at),
  }));
  const here = placeOf(at);
  const inColumn = fields.filter(({ column }) => column === here.column).sort((a, b) => a.row - b.row);
  const inRow = fields.filter(({ row }) => row === here.row).sort((a, b) => a.column - b.column);
  if (step.columns > 0) return inRow.find(({ column }) => column > here.column)?.field;
  if (step.columns < 0) return inRow.findLast(({ column }) => column < here.column)?.field;
  if (step.rows > 0) {
    const below = inColumn.find(({ row }) => row > here.row)?.field;
    return below ?? (step.wraps ? firstOf(fields.filter(({ column }) => column > here.column))?.field : undefined);
  }
  return inColumn.findLast(({ row }) => row < here.row)?.field;
}

const firstOf = <T extends { row: number; column: number }>(fields: T[]) =>
  fields.toSorted((a, b) => a.column - b.column || a.row - b.row)[0];

function placeOf(at = ''): { row: number; column: number } {
  const [row = 0, column = 0] = at.split(':').map(Number);
  return { row, column };
}

import type { KeyboardEvent } from 'react';
import type { Place } from './grid-selection.ts';

/** The cell of the grid that something stands in: its `data-row` and `data-column` count from 0. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

export const cellAt = (grid: Element | null, { row, column }: Place) =>
  grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);

export const fieldAt = (grid: Element | null, place: Place) => cellAt(grid, place)?.querySelector('input');

/** Where a key goes: so many cells at a time, and as far as there are any. */
export interface Step {
  row: number;
  column: number;
  /** To the last cell that way, as with Ctrl. */
  toTheEnd?: boolean;
}

/**
 * The step of a key, as in a spreadsheet: arrows, Enter, Page Up and Down, Home and End; with Ctrl to the end. After F2 (or a
 * double click) left, right, Home and End are in the text.
 */
export function gridStepOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, isEditing: boolean): Step | undefined {
  const toTheEnd = ctrlKey || metaKey;
  if (key === 'Enter') return toTheEnd ? undefined : { row: shiftKey ? -1 : 1, column: 0 };
  const [row, column] = steps[key] ?? [0, 0];
  if ((row === 0 && column === 0) || (isEditing && column !== 0)) return undefined;
  return { row, column, toTheEnd: toTheEnd || key === 'Home' || key === 'End' };
}

const steps: Record<string, [row: number, column: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [12, 0],
  PageUp: [-12, 0],
  Home: [0, -1],
  End: [0, 1],
};

/** The place that a step leads to, within the grid; cells for which `isOpen` says no are stepped over. */
export function placeAfter(
  from: Place,
  step: Step,
  size: { rows: number; columns: number },
  isOpen: (place: Place) => boolean,
): Place | undefined {
  const [down, along] = [Math.sign(step.row), Math.sign(step.column)];
  const wanted = step.toTheEnd ? Number.POSITIVE_INFINITY : Math.max(Math.abs(step.row), Math.abs(step.column));
  let found: Place | undefined;
  let place = { row: from.row + down, column: from.column + along };
  for (let n = 1; isWithin(place, size) && (n <= wanted || !found); n += 1) {
    if (isOpen(place)) found = place;
    place = { row: place.row + down, column: place.column + along };
  }
  return found;
}

const isWithin = ({ row, column }: Place, size: { rows: number; columns: number }): boolean =>
  row >= 0 && column >= 0 && row < size.rows && column < size.columns;

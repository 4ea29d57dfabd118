import type { KeyboardEvent } from 'react';
import type { Place } from './places.ts';

/** Where something stands among fields that carry their place as `data-at="row:column"`, counted from 0. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const at = target instanceof Element && target.closest<HTMLElement>('[data-at]')?.dataset.at;
  if (!at) return undefined;
  const [row = 0, column = 0] = at.split(':').map(Number);
  return { row, column };
}

export const atOf = ({ row, column }: Place): string => `${row}:${column}`;

/** Where a key goes: so many cells at a time, and as far as there are any. */
export interface Step {
  row: number;
  column: number;
  /** To the last cell that way, as with Ctrl. */
  toTheEnd?: boolean;
}

/**
 * The step of a key, as in a spreadsheet: arrows, Enter, Page Up and Down, Home and End; with Ctrl to the end. Of who is in a text, left,
 * right, Home and End are of that text.
 */
export function stepOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, isInText: boolean): Step | undefined {
  const toTheEnd = ctrlKey || metaKey;
  if (key === 'Enter') return toTheEnd ? undefined : { row: shiftKey ? -1 : 1, column: 0 };
  const [row, column] = steps[key] ?? [0, 0];
  if ((row === 0 && column === 0) || (isInText && column !== 0)) return undefined;
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

/** Keys among the fields of days, without a state of their own: who typed is in the text until the caret is at its end. */
export function moveInFields(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key, shiftKey } = event;
  const here = placeOf(target);
  if (!here || !(target instanceof HTMLInputElement) || event.nativeEvent.isComposing || event.altKey) return;
  const step = stepOf(event, isInText(target, key));
  if (!step || (shiftKey && key !== 'Enter')) return;
  const inputs = currentTarget.querySelectorAll<HTMLInputElement>('input[data-at]:not(:disabled)');
  const fields = new Map([...inputs].map((field) => [field.dataset.at, field]));
  const places = [...inputs].map((field) => placeOf(field) ?? here);
  const size = {
    rows: 1 + Math.max(...places.map(({ row }) => row)),
    columns: 1 + Math.max(...places.map(({ column }) => column)),
  };
  const isOpen = (place: Place) => fields.has(atOf(place));
  const next = placeAfter(here, step, size, isOpen) ?? (key === 'Enter' && !shiftKey && topOfNext(here, places));
  if (key !== 'PageDown' && key !== 'PageUp') event.preventDefault();
  if (!next) return;
  event.preventDefault();
  fields.get(atOf(next))?.focus();
  fields.get(atOf(next))?.select();
}

/** From the bottom, Enter goes on at the top of the next column. */
const topOfNext = (here: Place, places: readonly Place[]): Place | undefined =>
  places
    .filter(({ column }) => column > here.column)
    .sort((one, other) => one.column - other.column || one.row - other.row)[0];

function isInText({ selectionStart, selectionEnd, value }: HTMLInputElement, key: string): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return false;
  return key === 'ArrowLeft' || key === 'Home' ? selectionEnd !== 0 : selectionStart !== value.length;
}

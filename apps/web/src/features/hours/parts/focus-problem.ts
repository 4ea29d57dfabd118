import { focusLater } from '../../../ui/focus-later.ts';
import { noteButton } from './cell-note.tsx';
import type { CellProblem } from './read-sheet.ts';

/** Goes to a field that is about to be drawn. */
export function focusSoon(key: string, field: string): void {
  focusLater(() => {
    document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"][data-field="${field}"]`)?.focus();
  });
}

/** Brings somebody to the field that is wrong; to the button of the remark where that is what is wrong. */
export function focusProblem({ key, field }: CellProblem): void {
  const cell = CSS.escape(key);
  const wrong = document.querySelector<HTMLElement>(`[data-cell="${cell}"][data-field="${field}"]`);
  const target = wrong ?? noteButton(document, key);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

import { focusLater } from './focus-later.ts';

/** What of a form is not right, the first of it, once that was drawn: a field, or the button of a place for files. */
export const focusWrong = (form: HTMLElement | null): void =>
  focusLater(() => form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] button')?.focus());

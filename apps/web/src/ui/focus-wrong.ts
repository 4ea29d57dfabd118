import { focusLater } from './focus-later.ts';

/** What of a form is not right, the first of it: a field, or the button of a place for files. */
export function focusFirstWrong(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] button');
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
}

/** The same once what is wrong was drawn. */
export const focusWrong = (form: HTMLElement | null): void => focusLater(() => focusFirstWrong(form));

/** Brings somebody to the field that is wrong. */
export function focusField(form: HTMLElement | null, key: string): void {
  const at = CSS.escape(key);
  const field =
    form?.querySelector<HTMLElement>(`[data-key="${at}"], [data-cell="${at}"][aria-invalid]`) ??
    form?.querySelector<HTMLElement>(`[data-cell="${at}"], [data-note="${at}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

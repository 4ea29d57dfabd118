/** Moves the focus once what it goes to is drawn, unless somebody moved it meanwhile: a late frame takes no keys from another field. */
export function focusLater(focus: () => void): void {
  const from = document.activeElement;
  requestAnimationFrame(() => {
    const now = document.activeElement;
    if (now === null || now === document.body || now === from) focus();
  });
}

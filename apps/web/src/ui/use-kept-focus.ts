import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard's focus in a part of the screen when what had it goes (a row that was decided, a button that was
 * pressed): `next` names what takes it then, if anything should.
 */
export function useKeptFocus<Part extends HTMLElement>(
  part: RefObject<Part | null>,
  next: (part: Part) => HTMLElement | null | undefined,
) {
  const held = useRef<HTMLElement>(undefined);

  // After every change of the screen: a browser says nothing when it takes the focus from what is not there any more.
  useEffect(() => {
    const active = document.activeElement;
    // Given back by a dialog, without an event that React hears.
    if (active instanceof HTMLElement && part.current?.contains(active)) held.current = active;
    const before = held.current;
    if (!before || !part.current || (active && active !== document.body && active !== before)) return;
    if (before.isConnected && !before.matches(':disabled')) return;
    held.current = undefined;
    next(part.current)?.focus({ preventScroll: true });
  });

  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      held.current = target;
    },
    onBlur: () => {
      held.current = undefined;
    },
  };
}

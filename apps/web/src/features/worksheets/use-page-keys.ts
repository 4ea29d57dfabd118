import { useEffect, useRef } from 'react';

export type PageKey = 'j' | 'k' | 'a' | 'd' | 'x' | '?';

/**
 * Single keys that work wherever the focus is on a page, except where one types or chooses, in a dialog, and with a key such as Ctrl. They
 * can be turned off, as WCAG 2.1.4 asks.
 */
export function usePageKeys(isOn: boolean, onKey: (key: PageKey) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isPageKey(event.key) || takesKeys(event.target)) return;
      event.preventDefault();
      latest.current(event.key);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [isOn]);
}

const isPageKey = (key: string): key is PageKey => ['j', 'k', 'a', 'd', 'x', '?'].includes(key);

const takesKeys = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')));

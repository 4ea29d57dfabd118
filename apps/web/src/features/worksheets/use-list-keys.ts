import type { KeyboardEvent } from 'react';
import type { Ticking } from './ticking.ts';
import { type Arranged, isTickable } from './use-arranged.ts';

/**
 * Moving, ticking, opening and deciding by key, while the focus is in the list: every line has `data-index`, its link
 * `data-open`. Focus stays on links where it was on a link, and on boxes where it was on a box.
 */
export function useListKeys(input: { arranged: Arranged; ticking?: Ticking; scrollTo: (index: number) => void }) {
  const { items } = input.arranged;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = event.currentTarget;
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1);
    const isBox = target instanceof HTMLInputElement;
    if (handle()) event.preventDefault();

    function handle(): boolean {
      switch (event.key) {
        case 'ArrowDown':
        case 'j':
          return move(1);
        case 'ArrowUp':
        case 'k':
          return move(-1);
        case ' ':
          return !isBox && target instanceof HTMLAnchorElement && tick();
        case 'x':
          return tick();
        case 'o':
          return open();
        case 'Enter':
          return isBox && open();
        case 'a':
          return decide('approve');
        case 'd':
          return decide('decline');
        case '?':
          return decide('help');
        default:
          return false;
      }
    }

    function move(step: 1 | -1): boolean {
      let next = index + step;
      while (items[next]?.kind === 'group') next += step;
      if (!items[next]) return true;
      input.scrollTo(next);
      focusLine(list, next, isBox ? 'input' : '[data-open]');
      return true;
    }

    function tick(): boolean {
      const item = items[index];
      if (!input.ticking || item?.kind !== 'row' || !isTickable(item.row)) return false;
      input.ticking.onTick([item.row], !(item.row.id in input.ticking.selection.ticks));
      return true;
    }

    function open(): boolean {
      const link =
        target instanceof HTMLElement && target.closest('[data-index]')?.querySelector<HTMLElement>('[data-open]');
      if (!link) return false;
      link.click();
      return true;
    }

    function decide(key: 'approve' | 'decline' | 'help'): boolean {
      input.ticking?.onKey(key);
      return input.ticking !== undefined;
    }
  }

  return onKeyDown;
}

/** A line that was not drawn yet is there a frame or two later. */
function focusLine(list: HTMLElement, index: number, selector: string, tries = 10): void {
  const element = list.querySelector<HTMLElement>(`[data-index="${index}"] ${selector}`);
  if (element) {
    element.focus({ preventScroll: true });
    element.closest('[data-index]')?.scrollIntoView({ block: 'nearest' });
  } else if (tries > 0) requestAnimationFrame(() => focusLine(list, index, selector, tries - 1));
}

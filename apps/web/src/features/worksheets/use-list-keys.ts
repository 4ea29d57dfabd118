import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useReturn } from './parts/use-return.ts';
import type { Ticking } from './ticking.ts';
import { type Arranged, isTickable } from './use-arranged.ts';

/**
 * Moving, ticking, opening and deciding by key, while the focus is in the list: every line has `data-index`, its link
 * `data-open`. Focus stays on links where it was on a link, and on boxes where it was on a box. When its line is decided and goes,
 * the line that takes its place has it.
 */
export function useListKeys<List extends HTMLElement>(input: {
  list: RefObject<List | null>;
  arranged: Arranged;
  ticking?: Ticking;
  scrollTo: (index: number) => void;
}) {
  const { items } = input.arranged;
  const last = useRef({ key: '', index: 0, selector: '[data-open]' });
  const kept = useKeptFocus(input.list, (list) => {
    const { key, index: before, selector } = last.current;
    // Scrolled out of sight it is only not drawn.
    const index = items.some((item) => item.key === key) ? undefined : rowNear(items, before);
    if (index === undefined) return undefined;
    input.scrollTo(index);
    focusLine(list, index, selector);
    return undefined;
  });

  useReturn(input.arranged.ids, (id) => {
    const index = items.findIndex((item) => item.kind === 'row' && item.row.id === id);
    if (index < 0 || !input.list.current) return;
    input.scrollTo(index);
    focusLine(input.list.current, index, '[data-open]');
  });

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

  function onFocus(event: FocusEvent<HTMLElement>) {
    kept.onFocus(event);
    const line = event.target.closest<HTMLElement>('[data-index]');
    const selector = event.target instanceof HTMLInputElement ? 'input' : '[data-open]';
    const index = Number(line?.dataset.index);
    if (line) last.current = { key: items[index]?.key ?? '', index, selector };
  }

  return { ...kept, onFocus, onKeyDown };
}

/** The row at this place, or the nearest: heads of groups are none. */
function rowNear(items: Arranged['items'], index: number): number | undefined {
  const after = items.findIndex(({ kind }, at) => at >= index && kind === 'row');
  if (after >= 0) return after;
  const before = items.findLastIndex(({ kind }) => kind === 'row');
  return before >= 0 ? before : undefined;
}

/** A line that was not drawn yet is there a frame or two later. */
function focusLine(list: HTMLElement, index: number, selector: string, tries = 10): void {
  const element = list.querySelector<HTMLElement>(`[data-index="${index}"] ${selector}`);
  if (element) {
    element.focus({ preventScroll: true });
    element.closest('[data-index]')?.scrollIntoView({ block: 'nearest' });
  } else if (tries > 0) requestAnimationFrame(() => focusLine(list, index, selector, tries - 1));
}

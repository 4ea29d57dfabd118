import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import classes from './menu.module.css';

/**
 * A button that opens a small panel of links and buttons below it. Choosing one closes it (not within `data-keep`), so do
 * Escape, a click elsewhere and moving on with Tab; the arrow keys go along what is in it.
 */
export function Menu(props: {
  button: ReactNode;
  /** Instead of the look of a button beside others. */
  buttonClass?: string | undefined;
  isHere?: boolean;
  align?: 'start' | 'end';
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  // A panel that would reach out of the window is moved into it.
  useLayoutEffect(() => {
    const panel = isOpen && document.getElementById(id);
    if (!panel) return;
    const { left, right } = panel.getBoundingClientRect();
    const over = Math.max(0, right + gap - document.documentElement.clientWidth) || Math.min(0, left - gap);
    if (over !== 0) panel.style.translate = `${-over}px`;
  }, [isOpen, id]);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      setIsOpen(false);
      button.current?.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    flushSync(() => setIsOpen(true));
    const stops = [...(root.current?.querySelectorAll<HTMLElement>(`[id="${id}"] :is(a, button)`) ?? [])];
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    stops.at(at < 0 ? (step === 1 ? 0 : -1) : (at + step) % stops.length)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the button and what it opened
    <div ref={root} className={classes.root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={props.buttonClass ?? classes.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-here={props.isHere || undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {props.button}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only hears that a link or button in it was chosen
        // biome-ignore lint/a11y/useKeyWithClickEvents: choosing by key makes a click too
        <div
          id={id}
          className={classes.panel}
          data-align={props.align ?? 'start'}
          onClick={({ target }) => {
            if (target instanceof Element && target.closest('a, button') && !target.closest('[data-keep]'))
              setIsOpen(false);
          }}
        >
          {props.children}
        </div>
      )}
    </div>
  );
}

/** Between the panel and the edge of the window, in pixels. */
const gap = 12;

/** How a link or button in a menu looks. */
export const menuItem = classes.item;
export const menuLabel = classes.label;
/** More about a choice, below it. */
export const menuText = classes.text;
export const menuLine = classes.line;

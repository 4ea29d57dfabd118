import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import classes from './page.module.css';

let shownPath: string | undefined;
/** What the router calls the place that the browser itself loaded. */
const keyOfLoad = 'default';

/**
 * A screen: its title in the tab and as the one h1, which takes focus when somebody navigates here, so that a screen
 * reader says where they are and Tab goes on from the top. A step that wants to keep focus says so in its state.
 */
export function Page(props: {
  title: string;
  children: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
  /** Behind the title, as the way to another of its kind. */
  beside?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, state, key } = useLocation();

  useEffect(() => {
    const isNew = shownPath !== undefined && shownPath !== pathname;
    shownPath = pathname;
    // From the door one comes to the first screen, or back to the one before: the form that had the focus is gone.
    const isFromDoor = key !== keyOfLoad && document.activeElement === document.body;
    if ((isNew || isFromDoor) && !keepsFocus(state)) heading.current?.focus({ preventScroll: true });
  }, [pathname, state, key]);

  // What had the focus went as the screen became another, such as the button that made a draft final.
  const shownTitle = useRef(props.title);
  useEffect(() => {
    if (shownTitle.current === props.title) return;
    shownTitle.current = props.title;
    const isLost = navigator.userActivation?.hasBeenActive && document.activeElement === document.body;
    if (isLost) heading.current?.focus({ preventScroll: true });
  }, [props.title]);

  return (
    <>
      <title>{`${props.title} · ${document.documentElement.dataset.agency ?? 'Konnekt'}`}</title>
      {props.above}
      <header className={classes.header}>
        <div className={classes.words}>
          <div className={classes.first}>
            <h1 ref={heading} tabIndex={-1} className={classes.title}>
              {props.title}
            </h1>
            {props.beside}
          </div>
          {props.lead && <div className={classes.lead}>{props.lead}</div>}
        </div>
        {props.actions && <div className={classes.actions}>{props.actions}</div>}
      </header>
      {props.children}
    </>
  );
}

const keepsFocus = (state: unknown) => typeof state === 'object' && state !== null && 'keepFocus' in state;

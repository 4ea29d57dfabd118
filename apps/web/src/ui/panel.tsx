import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

/** A block of a screen with a heading. */
export function Panel(props: { title: ReactNode; children: ReactNode; aside?: ReactNode; flush?: boolean }) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </header>
      <div className={classes.body} data-flush={props.flush || undefined}>
        {props.children}
      </div>
    </section>
  );
}

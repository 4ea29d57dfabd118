import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** Where there is nothing to show: says so, and what to do. */
export function Empty(props: {
  icon: Icon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  small?: boolean;
}) {
  return (
    <div className={classes.empty} data-small={props.small || undefined}>
      <span className={classes.disc}>
        <props.icon size={props.small ? 18 : 22} stroke={1.75} aria-hidden />
      </span>
      <p className={classes.title}>{props.title}</p>
      {props.children && <p className={classes.text}>{props.children}</p>}
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </div>
  );
}

import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './badge.module.css';

/** A state, by word and icon. */
export function Badge(props: { icon: Icon; tone: 'quiet' | 'info' | 'good' | 'warn' | 'bad'; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={props.tone}>
      <props.icon size={14} stroke={2} aria-hidden />
      {props.children}
    </span>
  );
}

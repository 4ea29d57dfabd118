import type { ReactNode } from 'react';
import classes from './timeline.module.css';

/** What happened, one below the other along a line. */
export const Timeline = (props: { children: ReactNode }) => <ol className={classes.list}>{props.children}</ol>;

export const TimelineItem = (props: { tone?: 'good' | 'bad' | undefined; children: ReactNode }) => (
  <li data-tone={props.tone}>{props.children}</li>
);

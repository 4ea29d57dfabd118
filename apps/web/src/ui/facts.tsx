import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** What there is to know of something, beside each other where there is room. */
export function Facts({ isInFigures, children }: { isInFigures?: boolean; children: ReactNode }) {
  return <dl className={isInFigures ? `${classes.facts} figures` : classes.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

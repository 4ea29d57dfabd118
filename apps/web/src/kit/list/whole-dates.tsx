import { cloneElement, Fragment, isValidElement, type ReactNode } from 'react';
import classes from './whole-dates.module.css';

/**
 * A text whose dates stay on one line each: `01-12-2025` would break after a hyphen, `1 Dec 2025` at a blank. So do those in an element of the page. What a component draws
 * is its own affair.
 */
export function wholeDates(shown: ReactNode): ReactNode {
  if (isValidElement<{ children?: ReactNode }>(shown)) {
    if (typeof shown.type !== 'string' && shown.type !== Fragment) return shown;
    const { children } = shown.props;
    const within = Array.isArray(children) ? children : [children];
    return children === undefined ? shown : cloneElement(shown, undefined, ...within.map(wholeDates));
  }
  if (typeof shown !== 'string') return shown;
  const parts = shown.split(/(\d{1,2}-\d{1,2}-\d{4}|\d{1,2} \p{Lu}\p{Ll}{2} \d{4})/u);
  if (parts.length === 1) return shown;
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole
      <span key={index} className={classes.date}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import classes from './button.module.css';

interface Look {
  variant?: 'filled' | 'default' | 'subtle' | 'danger';
  size?: 'xs' | 'sm';
  leftSection?: ReactNode;
  rightSection?: ReactNode;
  fullWidth?: boolean;
}

/**
 * A button. While it is loading it keeps its focus and its place, and does nothing. One that can be loading does something to what is
 * stored: it takes a double click for one press, also where another act stands in its place by the second.
 */
export function Button({
  variant = 'filled',
  size = 'sm',
  leftSection,
  rightSection,
  fullWidth,
  loading,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: Look & ComponentProps<'button'> & { loading?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={`${classes.button} ${className ?? ''}`}
      data-variant={variant}
      data-size={size}
      data-full={fullWidth || undefined}
      data-loading={loading || undefined}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={(event) => {
        const isSecondOfDouble = loading !== undefined && event.detail > 1;
        if (loading || isSecondOfDouble) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {leftSection}
      <span className={classes.label}>{children}</span>
      {rightSection}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant = 'filled',
  size = 'sm',
  leftSection,
  rightSection,
  fullWidth,
  className,
  children,
  ...rest
}: Look & LinkProps) {
  return (
    <Link
      {...rest}
      className={`${classes.button} ${className ?? ''}`}
      data-variant={variant}
      data-size={size}
      data-full={fullWidth || undefined}
    >
      {leftSection}
      <span className={classes.label}>{children}</span>
      {rightSection}
    </Link>
  );
}

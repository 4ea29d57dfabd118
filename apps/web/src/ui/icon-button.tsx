import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import classes from './icon-button.module.css';

/** A button that is only an icon, with its name for those who cannot see it. */
export function IconButton({
  icon: Picture,
  label,
  className,
  ...rest
}: ComponentProps<'button'> & { icon: Icon; label: string }) {
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={`${classes.button} ${className ?? ''}`}>
      <Picture size={18} stroke={1.75} aria-hidden />
    </button>
  );
}

/** A link that is only an icon. */
export const IconLink = ({ icon: Picture, label, ...rest }: LinkProps & { icon: Icon; label: string }) => (
  <Link {...rest} aria-label={label} title={label} className={classes.button}>
    <Picture size={18} stroke={1.75} aria-hidden />
  </Link>
);

import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../kit/address/use-address.ts';
import { behindAddress } from './behind-address.ts';
import classes from './dashboard.module.css';

/** A number that opens the list which it is the sum of, of the kind of period that is shown. `label`: what it is of, for who hears it alone. */
export function BehindLink({
  of,
  label,
  children,
}: {
  of: Omit<Parameters<typeof behindAddress>[0], 'type'>;
  label: string;
  children: ComponentProps<typeof Link>['children'];
}) {
  const type = useAddress().read('type');
  return (
    <Link to={behindAddress({ ...of, type })} className={classes.count} aria-label={label}>
      {children}
    </Link>
  );
}

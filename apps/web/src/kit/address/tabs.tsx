import { Link, useLocation } from 'react-router';
import { intoView } from '../../ui/into-view.ts';
import classes from './tabs.module.css';
import { UnknownValues } from './unknown-values.tsx';
import { useAddress } from './use-address.ts';

/**
 * The parts of a screen, each an address of its own: `to`, or this one with the tab's name, which the first has not. Says so where the address
 * names a part that there is not.
 */
export function Tabs<T extends string>(props: {
  label: string;
  current: T;
  /** All that there are, where some are not there for everybody or at all times: they mean something, too. */
  all?: readonly string[];
  tabs: readonly { id: T; label: string; count?: string | undefined; to?: string }[];
}) {
  const { pathname } = useLocation();
  const address = useAddress();
  const [first] = props.tabs;
  const isTold = props.tabs.every(({ to }) => to === undefined);
  return (
    <>
      {isTold && (
        <UnknownValues address={address} known={{ tab: props.all ?? props.tabs.map(({ id }) => id) }} isPart />
      )}
      <nav aria-label={props.label} className={classes.tabs}>
        {props.tabs.map(({ id, label, count, to }) => (
          <Link
            key={id}
            ref={id === props.current ? intoView : undefined}
            to={to ?? (id === first?.id ? pathname : `${pathname}?tab=${id}`)}
            state={{ keepFocus: true }}
            aria-current={id === props.current ? 'page' : undefined}
          >
            {label}
            {count !== undefined && <span className="figures">{count}</span>}
          </Link>
        ))}
      </nav>
    </>
  );
}

import { useFormat } from '../../../i18n/format.ts';
import classes from './notice-count.module.css';

/** How much is new, on the bell; whoever hears the page is told by its name. */
export function NoticeCount({ unread }: { unread: number }) {
  const format = useFormat();
  if (unread === 0) return null;
  return (
    <span className={classes.count} aria-hidden>
      {unread > 99 ? '99+' : format.count(unread)}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import { useKnownCounts } from '../features/messages/parts/counts.ts';
import hidden from '../ui/hidden.module.css';
import classes from './side-menu.module.css';

/** How many threads have something new, behind the item of the menu. */
export function MenuCount() {
  const { t } = useTranslation();
  const unread = useKnownCounts()?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <b className={classes.count}>
      {unread}
      <span className={hidden.hidden}> {t('menu.new')}</span>
    </b>
  );
}

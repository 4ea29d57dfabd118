import { useTranslation } from 'react-i18next';
import { useAvailability } from '../api/availability.ts';
import { BusyNotice } from '../ui/busy-notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import classes from './starting.module.css';

/** While the first screen is being fetched; where that takes long, the place of it. */
export function Starting() {
  const { t } = useTranslation();
  const isBusy = useAvailability() !== 'fine';
  return (
    <main className={classes.starting} aria-label={t('state.loading')}>
      <BusyNotice />
      {isBusy ? <Skeleton rows={8} height={32} /> : <div className={classes.turning} />}
    </main>
  );
}

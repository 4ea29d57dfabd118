import { useTranslation } from 'react-i18next';
import classes from './starting.module.css';

/** While the first screen is being fetched. */
export function Starting() {
  const { t } = useTranslation();
  return <div className={classes.starting} role="status" aria-label={t('state.loading')} />;
}

import { IconSortDescending } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';

/** Puts what stands out on top, so that the rest can be ticked at one look. */
export function DeviationsFirst({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation('worksheets');
  return (
    <button type="button" className={classes.toggle} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      <IconSortDescending size={16} stroke={1.75} aria-hidden />
      {t('filter.deviationsFirst')}
    </button>
  );
}

import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './office-page.module.css';
import { TickCalm } from './tick-calm.tsx';

/** Over a list with what stands out on top: of how many that was seen, and the way to tick all the others. */
export function DeviationsShown(props: { shown: number; total: number } & ComponentProps<typeof TickCalm>) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { shown, total, calm, change } = props;
  return (
    <div className={classes.calm}>
      {shown < total && <span>{t('office.deviationsOfShown', { shown, total: format.count(total) })}</span>}
      {calm.length > 0 && <TickCalm calm={calm} change={change} />}
    </div>
  );
}

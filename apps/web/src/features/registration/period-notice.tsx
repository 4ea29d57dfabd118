import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './entry.module.css';

/** Why no hours of this period can be registered now. */
export function PeriodNotice({ registration }: { registration: Pick<Registration, 'period' | 'periodState'> }) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { period, periodState } = registration;
  if (periodState === 'open') return null;
  return (
    <div className={classes.notice}>
      <Notice tone="warn">
        {periodState === 'closed'
          ? t('period.closed')
          : t('period.future', { day: format.dayInWords(period.startsOn) })}
      </Notice>
    </div>
  );
}

import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './entry.module.css';

/** Why no hours of this period can be registered now, or need not be. */
export function PeriodNotice({ registration }: { registration: Registration }) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { period, periodState, rows } = registration;
  if (periodState === 'open') {
    const here = new Set(rows.map(({ placement }) => placement.organisationId));
    const later = registration.organisations.filter(
      ({ id, hoursFrom }) => here.has(id) && hoursFrom !== null && period.endsOn < hoursFrom,
    );
    if (later.length === 0) return null;
    return (
      <div className={classes.notice}>
        <Notice tone="info">
          {later.map(({ id, name, hoursFrom }) => (
            <p key={id}>{t('period.before', { organisation: name, day: format.dayInFull(hoursFrom ?? '') })}</p>
          ))}
        </Notice>
      </div>
    );
  }
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

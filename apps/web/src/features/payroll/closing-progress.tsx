import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './payroll.module.css';

/** How far somebody is who closes the run; or that it was broken off. */
export function ClosingProgress({ closing }: { closing: PayrollRunDetail['closing'] }) {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  if (closing?.isBrokenOff)
    return (
      <Notice tone="bad" title={t('closing.brokenTitle')}>
        {t('closing.broken', { name: closing.byName })}
      </Notice>
    );
  const far = closing?.total ? closing : undefined;
  return (
    <Notice tone="info" title={t('closing.title')}>
      <progress
        className={classes.progress}
        aria-label={t('closing.title')}
        {...(far && { value: far.done, max: far.total })}
      />
      <p className="figures">
        {far
          ? t('closing.progress', { done: format.count(far.done), total: format.count(far.total) })
          : t('closing.begins')}
      </p>
      {closing && <p>{t('closing.by', { name: closing.byName, moment: format.moment(closing.startedAt) })}</p>}
    </Notice>
  );
}

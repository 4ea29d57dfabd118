import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './dashboard.module.css';
import { useDuration } from './use-duration.ts';

/** How long it took from sent to approved: the middle one, and how many within what time. */
export function ApprovalTimes({ approvals }: { approvals: Dashboard['approvals'] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const duration = useDuration();
  const { count, medianMinutes, within } = approvals;
  if (count === 0) return <p>{t('approvals.none')}</p>;
  const most = Math.max(1, ...within.map((one) => one.count));
  const name = (hours: number | null, index: number) => {
    if (hours === null) return t('approvals.longer', { days: (within[index - 1]?.hours ?? 0) / 24 });
    return hours < 24 ? t('approvals.hours', { hours }) : t('approvals.days', { count: hours / 24 });
  };
  return (
    <>
      <p>{t('approvals.median', { count, number: format.count(count), time: duration(medianMinutes) })}</p>
      <table className={classes.bars} aria-label={t('approvals.title')}>
        <tbody>
          {within.map(({ hours, count: here }, index) => (
            <tr key={String(hours)}>
              <th scope="row">{name(hours, index)}</th>
              <td>
                <span className={classes.measure}>
                  <span className={classes.track}>
                    <i aria-hidden style={{ width: `${(here / most) * 100}%` }} />
                  </span>
                  <span>{format.count(here)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

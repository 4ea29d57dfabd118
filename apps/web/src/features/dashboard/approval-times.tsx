import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BehindLink } from './behind-link.tsx';
import classes from './dashboard.module.css';
import { useDuration } from './use-duration.ts';

/** How long it took from sent to approved: the middle one, and how many within what time. */
export function ApprovalTimes({
  approvals,
  organisationId,
}: {
  approvals: Dashboard['approvals'];
  organisationId: string | undefined;
}) {
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
      <p>
        <BehindLink
          of={{ show: 'approved', organisation: organisationId }}
          label={t('approvals.median', { count, number: format.count(count), time: duration(medianMinutes) })}
        >
          {t('approvals.median', { count, number: format.count(count), time: duration(medianMinutes) })}
        </BehindLink>
      </p>
      <table className={classes.bars} aria-label={t('approvals.title')}>
        <tbody>
          {within.map(({ fromHours, hours, count: here }, index) => (
            <tr key={String(hours)}>
              <th scope="row">{name(hours, index)}</th>
              <td>
                <span className={classes.measure}>
                  <span className={classes.track}>
                    <i aria-hidden style={{ width: `${(here / most) * 100}%` }} />
                  </span>
                  {here === 0 ? (
                    <span>0</span>
                  ) : (
                    <BehindLink
                      of={{ show: 'approved', organisation: organisationId, after: fromHours, within: hours }}
                      label={t('approvals.open', { time: name(hours, index), count: here, number: format.count(here) })}
                    >
                      {format.count(here)}
                    </BehindLink>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './hours-chart.module.css';

type Row = Dashboard['periods'][number];
/** From the bottom up. */
const parts = ['done', 'toFinalise', 'toApprove'] as const;

/** A column for each period, in the three states that hours are in, with a mark at what was agreed. Its numbers are in the table beside it. */
export function HoursChart({ periods }: { periods: readonly Row[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const allOf = (row: Row) => parts.reduce((sum, part) => sum + row[part], 0);
  const most = Math.max(1, ...periods.map((row) => Math.max(allOf(row), row.plannedMinutes)));
  const height = (minutes: number) => `${(minutes / most) * 100}%`;
  return (
    <figure className={classes.figure}>
      <div className={classes.plot} role="img" aria-label={t('hours.chart', { count: periods.length })}>
        {periods.map((row) => (
          <div key={row.period.startsOn} className={classes.column} title={format.period(row.period)}>
            <span className={classes.top}>{format.count(Math.round(allOf(row) / 60))}</span>
            <div className={classes.bar}>
              {parts.map((part) => (
                <span key={part} className={classes.part} data-part={part} style={{ height: height(row[part]) }} />
              ))}
              {row.plannedMinutes > 0 && (
                <span className={classes.plan} style={{ bottom: height(row.plannedMinutes) }} />
              )}
            </div>
            <span className={classes.label}>{row.period.number}</span>
          </div>
        ))}
      </div>
      <figcaption className={classes.legend}>
        {parts.map((part) => (
          <span key={part}>
            <i className={classes.part} data-part={part} aria-hidden /> {t(`hours.${part}`)}
          </span>
        ))}
        <span>
          <i className={classes.planMark} aria-hidden /> {t('hours.planned')}
        </span>
      </figcaption>
    </figure>
  );
}

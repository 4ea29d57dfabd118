import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { ColumnChart } from '../../ui/column-chart.tsx';

type Row = Dashboard['periods'][number];
/** From the bottom up. */
const parts = ['done', 'toFinalise', 'toApprove'] as const;

/** A column for each period, in the three states that hours are in, with a mark at what was agreed. */
export function HoursChart({ periods }: { periods: readonly Row[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  return (
    <ColumnChart
      label={t('hours.chart', { count: periods.length })}
      parts={parts.map((part) => t(`hours.${part}`))}
      plan={t('hours.planned')}
      columns={periods.map((row) => ({
        key: row.period.startsOn,
        label: String(row.period.number),
        title: format.period(row.period),
        top: format.count(Math.round(parts.reduce((sum, part) => sum + row[part], 0) / 60)),
        parts: parts.map((part) => row[part]),
        plan: row.plannedMinutes,
      }))}
    />
  );
}

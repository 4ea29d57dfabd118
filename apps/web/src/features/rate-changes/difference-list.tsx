import type { RateDifference } from '@konnekt/shared/rate-changes/rate-change.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { sizeIn, useSizes } from '../payroll/parts/use-sizes.ts';

/** Lines that were paid or invoiced at another rate: both rates, and the difference. */
export function DifferenceList({ rows, label }: { rows: readonly RateDifference[]; label: string }) {
  const { t } = useTranslation('rateChanges');
  const format = useFormat();
  const { written, money, moneyDifference } = useSizes();
  const columns: Column<RateDifference>[] = [
    {
      id: 'line',
      header: t('difference.line'),
      cell: ({ worksheetId, reference, date, period, hourTypeNl, hourTypeEn }) => (
        <>
          <Link to={paths.worksheet(worksheetId)} className={recordLink}>
            {date ? format.day(date) : format.period(period)}
          </Link>
          <span className={recordQuiet}>
            {format.language === 'nl' ? hourTypeNl : hourTypeEn} · {reference}
          </span>
        </>
      ),
    },
    { id: 'who', header: t('difference.employee'), cell: ({ employeeName }) => employeeName, rank: 1 },
    { id: 'kind', header: t('difference.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      id: 'size',
      header: t('difference.size'),
      cell: ({ unit, minutes, quantity }) => written(unit, sizeIn(unit, { minutes, quantity: quantity ?? 0 })),
      isFigure: true,
      rank: 2,
    },
    {
      id: 'rates',
      header: t('difference.rates'),
      cell: ({ oldCents, newCents }) => `${money(oldCents)} → ${money(newCents)}`,
      isFigure: true,
    },
    {
      id: 'difference',
      header: t('difference.amount'),
      cell: ({ oldAmount, newAmount }) => <strong>{moneyDifference(newAmount - oldAmount)}</strong>,
      isFigure: true,
    },
  ];
  return (
    <RecordList
      label={label}
      rows={rows}
      keyOf={({ worksheetId, lineNumber, kind }) => `${worksheetId} ${lineNumber} ${kind}`}
      columns={columns}
    />
  );
}

import type { PlacementRow } from '@konnekt/shared/placements/placement.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import type { Column } from '../../../kit/list/column.ts';
import { recordLink, recordQuiet } from '../../../kit/list/record-list.tsx';
import { WithoutRate } from './without-rate.tsx';

/** What a list of placements shows; on the page of a client or an employee without their own column. */
export function usePlacementColumns(options: { without?: 'employee' | 'organisation' | undefined }) {
  const { t } = useTranslation('office');
  const format = useFormat();
  const { without } = options;
  const columns: Column<PlacementRow>[] = [
    {
      id: without === 'employee' ? 'organisation' : 'employee',
      header: t(without === 'employee' ? 'field.organisation' : 'field.employee'),
      cell: (row) => (
        <>
          <Link to={paths.placement(row.id)} className={recordLink}>
            {without === 'employee' ? row.organisationName : row.employeeSortName}
          </Link>
          <span className={recordQuiet}>{row.functionName}</span>
        </>
      ),
      isSortable: true,
    },
  ];
  if (!without)
    columns.push({
      id: 'organisation',
      header: t('field.organisation'),
      cell: ({ organisationName }) => organisationName,
      isSortable: true,
    });
  columns.push(
    { id: 'number', header: t('field.number'), cell: ({ number }) => number, isSortable: true, rank: 2 },
    {
      id: 'starts',
      header: t('right.validity'),
      cell: ({ startsOn, endsOn }) =>
        endsOn
          ? t('validity.between', { from: format.day(startsOn), until: format.day(endsOn) })
          : t('validity.from', { from: format.day(startsOn) }),
      isSortable: true,
    },
    {
      id: 'hours',
      header: t('field.plannedMinutes'),
      cell: ({ plannedMinutes }) => format.hours(plannedMinutes),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'notes',
      header: t('placements.notes'),
      cell: (row) => (
        <>
          <WithoutRate placement={row} />
          {row.basis === 'fixed' && <span className={recordQuiet}>{t('placements.fixed')}</span>}
        </>
      ),
    },
  );
  return columns;
}

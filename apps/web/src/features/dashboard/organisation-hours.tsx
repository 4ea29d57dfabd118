import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink } from '../../kit/list/record-list.tsx';
import classes from './dashboard.module.css';
import { useDuration } from './use-duration.ts';

type Row = Dashboard['organisations'][number];
const all = ({ done, toFinalise, toApprove }: Row) => done + toFinalise + toApprove;

/** Hours of each client against what was agreed, and how soon it approves. */
export function OrganisationHours({ organisations }: { organisations: readonly Row[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const duration = useDuration();
  const type = useAddress().read('type');
  const most = Math.max(1, ...organisations.map(all));
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('organisations.name'),
      cell: ({ id, name }) => (
        <Link to={`?${new URLSearchParams({ ...(type && { type }), organisation: id })}`} className={recordLink}>
          {name}
        </Link>
      ),
    },
    {
      id: 'hours',
      header: t('organisations.hours'),
      cell: (row) => (
        <span className={classes.measure}>
          <span className={classes.track}>
            <i aria-hidden style={{ width: `${(all(row) / most) * 100}%` }} />
          </span>
          <span>{format.hours(all(row))}</span>
        </span>
      ),
    },
    {
      id: 'difference',
      header: t('hours.difference'),
      cell: (row) => format.hoursDifference(all(row) - row.plannedMinutes),
      isFigure: true,
      rank: 2,
    },
    {
      id: 'median',
      header: t('organisations.median'),
      cell: ({ medianMinutes }) => duration(medianMinutes),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'late',
      header: t('organisations.late'),
      cell: ({ lateApprovals, approvals }) =>
        approvals === 0 ? '–' : t('of', { count: lateApprovals, all: format.count(approvals) }),
      isFigure: true,
    },
  ];
  return <RecordList label={t('organisations.title')} rows={organisations} keyOf={({ id }) => id} columns={columns} />;
}

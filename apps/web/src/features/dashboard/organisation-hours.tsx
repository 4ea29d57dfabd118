import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink } from '../../kit/list/record-list.tsx';
import { BehindLink } from './behind-link.tsx';
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
  const open = ({ id, name }: Row, show: BehindNumber, what: string, number: string) => (
    <BehindLink of={{ show, organisation: id }} label={t('organisations.open', { name, what, number })}>
      {number}
    </BehindLink>
  );
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
          {open(row, 'asked', t('organisations.hours'), format.hours(all(row)))}
        </span>
      ),
    },
    {
      id: 'difference',
      header: t('hours.difference'),
      cell: (row) => open(row, 'asked', t('hours.difference'), format.hoursDifference(all(row) - row.plannedMinutes)),
      isFigure: true,
      rank: 2,
    },
    {
      id: 'missing',
      header: t('hours.missing'),
      cell: (row) => (row.missing === 0 ? '–' : open(row, 'missing', t('hours.missing'), format.count(row.missing))),
      isFigure: true,
      rank: 3,
    },
    {
      id: 'median',
      header: t('organisations.median'),
      cell: (row) =>
        row.medianMinutes === null
          ? '–'
          : open(row, 'approved', t('organisations.median'), duration(row.medianMinutes)),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'late',
      header: t('organisations.late'),
      cell: (row) =>
        row.lateApprovals === 0
          ? '–'
          : open(
              row,
              'approved-late',
              t('organisations.late'),
              t('of', { count: row.lateApprovals, all: format.count(row.approvals) }),
            ),
      isFigure: true,
    },
  ];
  return <RecordList label={t('organisations.title')} rows={organisations} keyOf={({ id }) => id} columns={columns} />;
}

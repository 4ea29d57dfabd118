import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink } from '../../kit/list/record-list.tsx';
import { behindAddress } from './behind-address.ts';
import { BehindLink } from './behind-link.tsx';

type Row = Dashboard['lateEmployees'][number];

/** Who sent after the deadline or not at all, most often first. */
export function LateEmployees(props: { employees: readonly Row[]; organisationId: string | undefined }) {
  const { employees, organisationId } = props;
  const type = useAddress().read('type');
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  if (employees.length === 0) return <p>{t('late.none')}</p>;
  const open = ({ id, name }: Row, show: BehindNumber, what: string, count: number) =>
    count === 0 ? (
      '–'
    ) : (
      <BehindLink
        of={{ show, organisation: organisationId, employee: id }}
        label={t('organisations.open', { name, what, number: format.count(count) })}
      >
        {format.count(count)}
      </BehindLink>
    );
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('late.employee'),
      cell: ({ id, name }) => (
        <Link
          to={behindAddress({ show: 'asked', type, organisation: organisationId, employee: id })}
          className={recordLink}
        >
          {name}
        </Link>
      ),
    },
    {
      id: 'late',
      header: t('late.late'),
      cell: (row) => open(row, 'sent-late', t('late.late'), row.late),
      isFigure: true,
    },
    {
      id: 'overdue',
      header: t('late.overdue'),
      cell: (row) => open(row, 'overdue', t('late.overdue'), row.overdue),
      isFigure: true,
    },
    {
      id: 'all',
      header: t('late.of'),
      cell: (row) => open(row, 'asked', t('late.of'), row.worksheets),
      isFigure: true,
      rank: 1,
    },
  ];
  return <RecordList label={t('late.title')} rows={employees} keyOf={({ id }) => id} columns={columns} />;
}

import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink } from '../../kit/list/record-list.tsx';

type Row = Dashboard['lateEmployees'][number];

/** Who sent after the deadline, most often first. */
export function LateEmployees({ employees }: { employees: readonly Row[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  if (employees.length === 0) return <p>{t('late.none')}</p>;
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('late.employee'),
      cell: ({ id, name }) => (
        <Link to={`${paths.worksheets}?phase=done&employee=${id}`} className={recordLink}>
          {name}
        </Link>
      ),
    },
    {
      id: 'late',
      header: t('late.late'),
      cell: ({ late, worksheets }) => t('of', { count: late, all: format.count(worksheets) }),
      isFigure: true,
    },
  ];
  return <RecordList label={t('late.title')} rows={employees} keyOf={({ id }) => id} columns={columns} />;
}

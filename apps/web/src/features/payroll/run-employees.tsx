import type { PayrollEmployee, PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { sizeIn, useSizes } from './parts/use-sizes.ts';
import { runEmployees } from './payroll-queries.ts';

/** Who is paid by a run, with their hours and how these differ from the run before. */
export function RunEmployees({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const { written, money } = useSizes();
  const address = useAddress();
  const query = useInfiniteQuery(runEmployees(run.id, address.read('q')));
  const columns: Column<PayrollEmployee & { id: string }>[] = [
    {
      id: 'name',
      header: t('employees.name'),
      cell: ({ employeeId, employeeName, personnelNumber, worksheets }) => (
        <>
          <Link to={`${paths.payrollRun(run.id, 'worksheets')}&employee=${employeeId}`} className={recordLink}>
            {employeeName}
          </Link>
          <span className={recordQuiet}>
            {t('employees.number', { number: personnelNumber })} · {t('employees.worksheets', { count: worksheets })}
          </span>
        </>
      ),
    },
    {
      id: 'types',
      header: t('employees.types'),
      cell: ({ byHourType }) =>
        byHourType.map((sum) => `${sum.code} ${written(sum.unit, sizeIn(sum.unit, sum))}`).join(' · '),
      rank: 2,
    },
    {
      id: 'hours',
      header: t('employees.hours'),
      cell: ({ totalMinutes }) => <strong>{format.hours(totalMinutes)}</strong>,
      isFigure: true,
    },
    {
      id: 'difference',
      header: t('employees.difference'),
      cell: ({ totalMinutes, previousMinutes }) =>
        !run.previous
          ? '–'
          : totalMinutes === previousMinutes
            ? '='
            : format.hoursDifference(totalMinutes - previousMinutes),
      isFigure: true,
    },
    { id: 'pay', header: t('employees.pay'), cell: ({ payCents }) => money(payCents), isFigure: true, rank: 1 },
  ];
  return (
    <OfficeList
      label={t('tab.employees')}
      address={address}
      query={query}
      columns={columns}
      searchHint={t('employees.search')}
      known={{}}
      empty={{ icon: IconUsers, title: t('employees.emptyTitle'), text: t('employees.emptyText') }}
    />
  );
}

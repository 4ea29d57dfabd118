import type { PayrollRun } from '@konnekt/shared/payroll/payroll.schema';
import { IconCash, IconFileExport, IconPlus, IconTrendingUp } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import type { Column } from '../../kit/list/column.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { RecordList, recordLink } from '../../kit/list/record-list.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { runRows } from './payroll-queries.ts';
import { RunStatus } from './run-status.tsx';

export { RunsPage as Component };

/** All payroll runs, newest first; one of them is open at most. */
function RunsPage() {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const query = useInfiniteQuery(runRows);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const propose = <Propose />;
  const columns: Column<PayrollRun>[] = [
    {
      id: 'number',
      header: t('runs.number'),
      cell: ({ id, number }) => (
        <Link to={paths.payrollRun(id)} className={recordLink}>
          {t('runs.name', { number })}
        </Link>
      ),
    },
    { id: 'runDate', header: t('runs.runDate'), cell: ({ runDate }) => format.day(runDate) },
    { id: 'state', header: t('runs.state'), cell: ({ status }) => <RunStatus status={status} /> },
    {
      id: 'worksheets',
      header: t('runs.worksheets'),
      cell: ({ worksheets }) => format.count(worksheets),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'employees',
      header: t('runs.employees'),
      cell: ({ employees }) => format.count(employees),
      isFigure: true,
      rank: 2,
    },
    { id: 'hours', header: t('runs.hours'), cell: ({ totalMinutes }) => format.hours(totalMinutes), isFigure: true },
  ];
  return (
    <Page
      title={t('runs.title')}
      lead={<span className={layout.quiet}>{t('runs.text')}</span>}
      actions={
        <>
          <ButtonLink
            to={paths.rateChanges}
            variant="default"
            leftSection={<IconTrendingUp size={16} stroke={1.75} aria-hidden />}
          >
            {t('runs.rates')}
          </ButtonLink>
          <ButtonLink
            to={paths.payrollExports}
            variant="default"
            leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}
          >
            {t('runs.exports')}
          </ButtonLink>
          {query.isSuccess && rows.length > 0 && rows.every(({ status }) => status === 'closed') && propose}
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {({ pages }) =>
          rows.length === 0 ? (
            <Empty icon={IconCash} title={t('runs.emptyTitle')} actions={propose}>
              {t('runs.emptyText')}
            </Empty>
          ) : (
            <>
              <RecordList label={t('runs.title')} rows={rows} keyOf={({ id }) => id} columns={columns} />
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Propose() {
  const { t } = useTranslation('payroll');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const propose = useMutation({
    mutationFn: () => call('POST /api/payroll-runs'),
    onSuccess: (run) => {
      void queryClient.invalidateQueries({ queryKey: recordKeys.list('payroll-runs') });
      return navigate(paths.payrollRun(run.id));
    },
    onError: toastProblem,
  });
  return (
    <Button
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
      loading={propose.isPending}
      onClick={() => propose.mutate()}
    >
      {t('runs.propose')}
    </Button>
  );
}

import type { Job, JobPeriod } from '@konnekt/shared/jobs/job.schema';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { RecordList, recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { ColumnChart } from '../../ui/column-chart.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusBadge } from '../worksheets/parts/status-badge.tsx';
import { jobPeriodRows } from './job-queries.ts';
import classes from './jobs.module.css';

/** As many columns as a phone has room for. */
const SHOWN_COLUMNS = 26;

/** The hours of a job by period: a chart of the last ones, and the table of all. */
export function JobHistory({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const query = useInfiniteQuery(jobPeriodRows(job.id));
  const columns = useColumns();
  return (
    <Panel title={t('history.title')}>
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <p>{t(job.basis === 'fixed' ? 'fixed' : 'history.empty')}</p>;
          return (
            <>
              {rows.length > 1 && <Chart rows={rows.slice(0, SHOWN_COLUMNS).toReversed()} />}
              <RecordList
                label={t('history.title')}
                rows={rows}
                keyOf={({ period }) => period.startsOn}
                columns={columns}
              />
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0} />
              <p className={classes.note}>{t('history.note')}</p>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Chart({ rows }: { rows: readonly JobPeriod[] }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return (
    <ColumnChart
      label={t('history.chart', { count: rows.length })}
      parts={[t('history.worked')]}
      plan={t('history.agreed')}
      columns={rows.map(({ period, workedMinutes, plannedMinutes }) => ({
        key: period.startsOn,
        label: String(period.number),
        title: `${format.period(period)}: ${format.hours(workedMinutes)}`,
        top: format.count(Math.round(workedMinutes / 60)),
        parts: [workedMinutes],
        plan: plannedMinutes,
      }))}
    />
  );
}

function useColumns(): Column<JobPeriod>[] {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return [
    {
      id: 'period',
      header: t('history.period'),
      cell: ({ period, worksheets: [first] }) => (
        <>
          {first && (
            <Link to={paths.worksheet(first.id)} className={recordLink}>
              {format.period(period)}
            </Link>
          )}
          {period.type !== 'month' && (
            <span className={recordQuiet}>{format.range(period.startsOn, period.endsOn)}</span>
          )}
        </>
      ),
    },
    {
      id: 'worked',
      header: t('history.worked'),
      cell: ({ workedMinutes, worksheets: [first], period }) =>
        first && (
          <Link
            to={paths.worksheet(first.id)}
            className={`${recordLink} figures`}
            aria-label={t('history.open', { period: format.period(period) })}
          >
            {format.hours(workedMinutes)}
          </Link>
        ),
      isFigure: true,
    },
    {
      id: 'total',
      header: t('history.total'),
      cell: ({ totalMinutes }) => <span className="figures">{format.hours(totalMinutes)}</span>,
      isFigure: true,
      rank: 2,
    },
    {
      id: 'difference',
      header: t('history.difference'),
      cell: ({ workedMinutes, plannedMinutes }) => (
        <span className="figures">{format.hoursDifference(workedMinutes - plannedMinutes)}</span>
      ),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'status',
      header: t('history.status'),
      cell: ({ worksheets }) => (
        <span className={classes.sheets}>
          {worksheets.map(({ id, kind, status }) =>
            kind === 'regular' ? (
              <StatusBadge key={id} status={status} />
            ) : (
              <Link key={id} to={paths.worksheet(id)}>
                {t(`history.${kind}`)}
              </Link>
            ),
          )}
        </span>
      ),
      isFigure: true,
    },
  ];
}

import type { Job, JobPeriod, JobWithYears } from '@konnekt/shared/jobs/job.schema';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { agencyQuery } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { RecordList, recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { ColumnChart } from '../../ui/column-chart.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusBadge } from '../worksheets/parts/status-badge.tsx';
import { withGaps } from './gaps.ts';
import { JobFiles } from './job-files.tsx';
import { jobPeriodRows } from './job-queries.ts';
import classes from './jobs.module.css';

/** As many columns as a phone has room for. */
const SHOWN_COLUMNS = 26;
/** So many periods are listed at first: on a phone each is a card. */
const FEWEST = 13;

/** The hours of a job by period, of all years or of one: a chart of the last ones, the table of all, and both as files. */
export function JobHistory({ job }: { job: JobWithYears }) {
  const { t } = useTranslation('jobs');
  const address = useAddress();
  const years = job.years.map(({ year }) => String(year));
  const year = oneOf(years, address.read('year'));
  const filter = year ? { year: Number(year) } : {};
  const query = useInfiniteQuery(jobPeriodRows(job.id, filter));
  const columns = useColumns();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <Panel title={t('history.title')}>
      <UnknownValues address={address} known={{ year: years }} />
      {years.length > 0 && (
        <div className={classes.filter}>
          <SelectField
            label={t('totals.year')}
            value={year ?? ''}
            onChange={(value) => address.write({ year: value })}
            options={[{ value: '', label: t('history.allYears') }, ...years.map((value) => ({ value, label: value }))]}
          />
          <JobFiles filter={{ placementId: job.id, ...filter }} title={t('file.label')} />
        </div>
      )}
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <p>{t(job.basis === 'fixed' ? 'fixed' : 'history.empty')}</p>;
          const isShort = !isWhole && rows.length > FEWEST + 3;
          const total = pages[0]?.total ?? 0;
          return (
            <>
              {rows.length > 1 && <Chart job={job} rows={rows.slice(0, SHOWN_COLUMNS).toReversed()} />}
              <RecordList
                label={t('history.title')}
                rows={isShort ? rows.slice(0, FEWEST) : rows}
                keyOf={({ period }) => period.startsOn}
                columns={columns}
              />
              {isShort ? (
                <div className={classes.more}>
                  <Button variant="default" size="xs" onClick={() => setIsWhole(true)}>
                    {t('history.older', { count: total - FEWEST })}
                  </Button>
                </div>
              ) : (
                <ListRest query={query} shown={rows.length} total={total} />
              )}
              <p className={classes.note}>{t('history.note')}</p>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Chart({ job, rows }: { job: Job; rows: readonly JobPeriod[] }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const week53 = useQuery(agencyQuery).data?.weekFiftyThree;
  const columns = withGaps(job, rows, week53).slice(-SHOWN_COLUMNS);
  return (
    <ColumnChart
      label={t('history.chart', { count: columns.length })}
      parts={[t('history.worked')]}
      plan={t('history.agreed')}
      columns={columns.map(({ period, workedMinutes, plannedMinutes }) => ({
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
      cell: ({ differenceMinutes }) => <span className="figures">{format.hoursDifference(differenceMinutes)}</span>,
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

import type { Job } from '@konnekt/shared/jobs/job.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { wholeDates } from '../../kit/list/whole-dates.tsx';

/** What the list of jobs shows; an employee's own begin with the organisation. */
export function useJobColumns({ isOwn }: { isOwn: boolean }): Column<Job>[] {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const dates = useJobDates();
  const link = (job: Job, name: string) => (
    <>
      <Link to={paths.job(job.id)} className={recordLink}>
        {name}
      </Link>
      <span className={recordQuiet}>{job.functionName}</span>
    </>
  );
  const organisation: Column<Job> = {
    id: 'organisation',
    header: t('column.organisation'),
    cell: (job) => (isOwn ? link(job, job.organisationName) : job.organisationName),
    isSortable: true,
    ...(isOwn ? {} : { rank: 2 }),
  };
  const employee: Column<Job> = {
    id: 'employee',
    header: t('column.employee'),
    cell: (job) => link(job, job.employeeSortName),
    isSortable: true,
  };
  return [
    ...(isOwn ? [organisation] : [employee, organisation]),
    { id: 'starts', header: t('column.dates'), cell: dates, isSortable: true, rank: 3 },
    {
      id: 'agreed',
      header: t('column.agreed'),
      cell: ({ plannedMinutes }) => <span className="figures">{format.hours(plannedMinutes)}</span>,
      isFigure: true,
      rank: 4,
    },
    {
      id: 'last',
      header: t('column.last'),
      cell: ({ last, basis }) =>
        last ? (
          <span className="figures">
            {format.hours(last.workedMinutes)} <span className={recordQuiet}>{format.period(last.period)}</span>
          </span>
        ) : (
          <span className={recordQuiet}>{basis === 'fixed' ? t('fixed') : '–'}</span>
        ),
      isFigure: true,
    },
    {
      id: 'year',
      header: t('column.year', { year: new Date().getFullYear() }),
      cell: ({ yearMinutes }) => <span className="figures">{format.hours(yearMinutes)}</span>,
      isFigure: true,
      rank: 1,
    },
  ];
}

/** From when until when a job runs. */
export function useJobDates() {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return ({ startsOn, endsOn }: Pick<Job, 'startsOn' | 'endsOn'>) => (
    <span className="figures">
      {wholeDates(
        endsOn ? `${format.day(startsOn)} – ${format.day(endsOn)}` : t('from', { day: format.day(startsOn) }),
      )}
    </span>
  );
}

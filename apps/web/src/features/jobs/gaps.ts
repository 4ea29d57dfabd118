import type { Job, JobPeriod } from '@konnekt/shared/jobs/job.schema';
import { nextPeriod, type Week53 } from '@konnekt/shared/periods/period';
import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';

type Column = Pick<JobPeriod, 'period' | 'workedMinutes' | 'plannedMinutes'>;

/** The periods of a job, oldest first, with those in between that have no hours. */
export function withGaps(
  job: Pick<Job, 'startsOn' | 'endsOn' | 'plannedMinutes'>,
  rows: readonly Column[],
  week53: Week53 | undefined,
): Column[] {
  return rows.flatMap((row, at) => {
    const columns: Column[] = [row];
    const until = rows[at + 1]?.period;
    if (until?.type !== row.period.type) return columns;
    let period = nextPeriod(row.period, week53);
    for (; period.startsOn < until.startsOn; period = nextPeriod(period, week53))
      columns.push({ period, workedMinutes: 0, plannedMinutes: plannedMinutesIn(job, period) });
    return columns;
  });
}

import type { Readable } from 'node:stream';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { jobColumns } from '@konnekt/shared/jobs/job.columns';
import type { JobExport, JobWithYears } from '@konnekt/shared/jobs/job.schema';
import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import { differenceFromAgreed } from '@konnekt/shared/worksheets/worksheet.stands-out';
import type { Author, Db } from '#api/kit/database';
import { listFile } from '#api/kit/list-file';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import * as jobs from './job.repository.ts';
import { listJobTotals } from './job-totals.repository.ts';

export async function readJob(db: Db, sight: Sight, id: string): Promise<JobWithYears> {
  const job = await jobs.findJob(db, sight, id);
  if (!job) throw new Problem('not-found');
  return job;
}

/** The hours of a job by period, beside what was agreed for each. Throws `not-found`. */
export async function readJobPeriods(
  db: Db,
  sight: Sight,
  id: string,
  page: { limit: number; cursor?: string | undefined; year?: number | undefined },
) {
  const [isInSight, { items, ...rest }] = await Promise.all([
    jobs.isJobInSight(db, sight, id),
    jobs.listJobPeriods(db, sight, id, page),
  ]);
  if (!isInSight) throw new Problem('not-found');
  return {
    ...rest,
    items: items.map(({ startsOn, endsOn, weekMinutes, accountedMinutes, ...row }) => {
      const plannedMinutes = plannedMinutesIn({ startsOn, endsOn, plannedMinutes: weekMinutes }, row.period);
      return {
        ...row,
        plannedMinutes,
        differenceMinutes: differenceFromAgreed({ ...row, accountedMinutes, plannedMinutes }),
      };
    }),
  };
}

export async function readTotals(
  db: Db,
  sight: Sight,
  asked: { year?: number | undefined; organisationId?: string | undefined },
) {
  const year = asked.year ?? isoWeekOf(sight.today).year;
  return { year, items: await listJobTotals(db, sight, { ...asked, year }) };
}

/** Jobs whose hours are read at once for a file. */
const FILE_PAGE = 100;

/** The hours of a list of jobs as a file. */
export function exportJobs(db: Db, author: Author, sight: Sight, query: JobExport): Promise<Readable> {
  const { format, language, year, ...filter } = query;
  return listFile(db, author, {
    as: { format, language },
    columns: jobColumns,
    event: { subjectType: 'job-hours-file' },
    pageSize: FILE_PAGE,
    readPage: async (page) => {
      const { items, nextCursor } = await jobs.listJobIds(db, sight, filter, page);
      const ids = items.map(({ id }) => id);
      return { items: await jobs.listJobHours(db, sight, ids, year), nextCursor };
    },
  });
}

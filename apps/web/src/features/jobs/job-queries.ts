import type { JobExport } from '@konnekt/shared/jobs/job.schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { addressOf } from '../../api/route-address.ts';
import { type Asked, paged } from '../../kit/list/paged.ts';
import { worksheetKeys } from '../worksheets/parts/worksheet-queries.ts';

// All of it changes with the hours that are sent and decided on.
const keys = { all: [...worksheetKeys.all, 'jobs'] as const };

export const jobRows = (query: Asked<'GET /api/jobs'>) =>
  paged('jobs', query, (page, signal) => call('GET /api/jobs', { query: { ...query, ...page } }, { signal }));

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.all, id],
    queryFn: ({ signal }) => call('GET /api/jobs/:id', { params: { id } }, { signal }),
  });

export const jobPeriodRows = (id: string, query: Asked<'GET /api/jobs/:id/periods'>) =>
  paged('job-periods', { id, ...query }, (page, signal) =>
    call('GET /api/jobs/:id/periods', { params: { id }, query: { ...query, ...page } }, { signal }),
  );

export const jobTotalsQuery = (query: { year?: number; organisationId?: string }) =>
  queryOptions({
    queryKey: [...keys.all, 'totals', query],
    queryFn: ({ signal }) => call('GET /api/jobs/totals', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

/** Where the hours of a list of jobs are as a file. */
export const jobExportAddress = (query: Partial<JobExport>): string => addressOf('GET /api/jobs/export', { query }).url;

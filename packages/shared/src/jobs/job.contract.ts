import { z } from 'zod';
import { zById, zList, zPage, zYearQuery } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zJob, zJobExport, zJobPeriod, zJobQuery, zJobTotals, zJobTotalsQuery, zJobWithYears } from './job.schema.ts';

/** Who works or worked where, with the history of their hours: of one’s own jobs, of one’s organisations, of all. */
export const jobRoutes = {
  'GET /api/jobs': {
    access: 'signed-in',
    summary: 'Jobs this person may see, with the hours of the last period and of this year',
    query: zJobQuery,
    response: zList(zJob),
  },
  'GET /api/jobs/export': {
    access: 'signed-in',
    summary: 'The hours of a list of jobs as a file: a row per job, period and hour type',
    query: zJobExport,
    answersFile: true,
  },
  'GET /api/jobs/totals': {
    access: ['supervisor', ...office],
    summary: 'Hours of a year by organisation, function and cost centre, with their cost for who may see invoices',
    query: zJobTotalsQuery,
    response: zJobTotals,
  },
  'GET /api/jobs/:id': {
    access: 'signed-in',
    summary: 'One job, with its hours by year and hour type',
    params: zById,
    response: zJobWithYears,
  },
  'GET /api/jobs/:id/periods': {
    access: 'signed-in',
    summary: 'The hours of a job by period, newest first',
    params: zById,
    query: z.object({ ...zPage, year: zYearQuery.optional() }),
    response: zList(zJobPeriod),
  },
} as const satisfies Routes;

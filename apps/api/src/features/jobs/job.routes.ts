import { jobRoutes } from '@konnekt/shared/jobs/job.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asList } from '#api/plugins/send-file';
import { listJobs } from './job.repository.ts';
import { exportJobs, readJob, readJobPeriods, readTotals } from './job.service.ts';

export function registerJobs(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, jobRoutes, {
    'GET /api/jobs': ({ sight, query }) => listJobs(db, sight, query),
    'GET /api/jobs/export': async ({ sight, author, query, reply }) => {
      const file = await exportJobs(db, author, sight, query);
      asList(reply, { nl: 'gewerkte-uren', en: 'hours-worked' }, query, sight.today);
      return file;
    },
    'GET /api/jobs/totals': ({ sight, query }) => readTotals(db, sight, query),
    'GET /api/jobs/:id': ({ sight, params }) => readJob(db, sight, params.id),
    'GET /api/jobs/:id/periods': ({ sight, params, query }) => readJobPeriods(db, sight, params.id, query),
  });
}

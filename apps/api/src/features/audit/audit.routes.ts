import { auditRoutes } from '@konnekt/shared/audit/audit.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asList } from '#api/plugins/send-file';
import { listHistory, searchEvents } from './audit.repository.ts';
import { exportEvents } from './audit.service.ts';

export function registerAudit(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, auditRoutes, {
    'GET /api/audit': ({ actor, query }) => searchEvents(db, actor, query),
    'GET /api/audit/export': async ({ actor, author, sight, query, reply }) => {
      const file = await exportEvents(db, author, actor, query);
      asList(reply, { nl: 'auditlog', en: 'audit-log' }, query, sight.today);
      return file;
    },
    'GET /api/records/:id/history': ({ actor, params, query }) => listHistory(db, actor, params.id, query),
  });
}

import { auditRoutes } from '@konnekt/shared/audit/audit.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listHistory, searchEvents } from './audit.repository.ts';

export function registerAudit(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, auditRoutes, {
    'GET /api/audit': ({ actor, query }) => searchEvents(db, actor, query),
    'GET /api/records/:id/history': ({ actor, params, query }) => listHistory(db, actor, params.id, query),
  });
}

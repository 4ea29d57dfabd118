import { auditRoutes } from '@konnekt/shared/audit/audit.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listHistory, searchEvents } from './audit.repository.ts';

export function registerAudit(app: FastifyInstance, { db }: Services): void {
  serve(app, auditRoutes, {
    'GET /api/audit': ({ actor, query }) => searchEvents(db, actor, query),
    'GET /api/records/:id/history': ({ actor, params, query }) => listHistory(db, actor, params.id, query),
  });
}

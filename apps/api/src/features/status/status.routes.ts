import { statusRoutes } from '@konnekt/shared/status/status.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readDeadline, readStatus } from './status.service.ts';

export function registerStatus(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, statusRoutes, {
    'GET /api/status': ({ sight, query }) => readStatus(db, sight, query),
    'GET /api/status/deadline': ({ sight, query }) => readDeadline(db, sight, query, services.now()),
  });
}

import { backgroundRoutes } from '@konnekt/shared/background/background.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listFailures } from './background.repository.ts';

export function registerBackground(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, backgroundRoutes, {
    'GET /api/failures': ({ sight, query }) => listFailures(db, sight, query),
  });
}

import { backgroundRoutes } from '@konnekt/shared/background/background.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listFailures } from './background.repository.ts';

export function registerBackground(app: FastifyInstance, { db, today }: Services): void {
  serve(app, backgroundRoutes, {
    'GET /api/failures': ({ actor, query }) => listFailures(db, { actor, today: today() }, query),
  });
}

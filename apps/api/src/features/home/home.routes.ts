import { homeRoutes } from '@konnekt/shared/home/home.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { readHome } from './home.service.ts';

export function registerHome(app: FastifyInstance, { db, today }: Services): void {
  serve(app, homeRoutes, {
    'GET /api/home': ({ actor }) => readHome(db, { actor, today: today() }),
  });
}

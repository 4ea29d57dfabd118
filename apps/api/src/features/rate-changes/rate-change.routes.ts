import { rateChangeRoutes } from '@konnekt/shared/rate-changes/rate-change.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listRateChanges } from './rate-change.repository.ts';
import { accept, listDifferences, preview, readRateChange } from './rate-change.service.ts';

export function registerRateChanges(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, rateChangeRoutes, {
    'POST /api/rate-changes/preview': ({ body }) => preview(db, body),
    'POST /api/rate-changes': ({ author, body }) => accept(db, author, body),
    'GET /api/rate-changes': ({ query }) => listRateChanges(db, query),
    'GET /api/rate-changes/:id': ({ params }) => readRateChange(db, params.id),
    'GET /api/rate-changes/:id/differences': ({ params, query }) => listDifferences(db, params.id, query),
  });
}

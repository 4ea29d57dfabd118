import { deliveryRoutes } from '@konnekt/shared/documents/delivery.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { applyDelivery, checkDelivery, readDelivery } from './delivery.service.ts';
import { readLimits, readSavedLimits, saveLimits } from './document-limits.service.ts';

export function registerDeliveries(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, deliveryRoutes, {
    'POST /api/document-deliveries': ({ actor, author, body }) =>
      checkDelivery(db, { ...author, personId: actor.personId }, body),
    'GET /api/document-deliveries/:id': ({ params }) => readDelivery(db, params.id),
    'POST /api/document-deliveries/:id/apply': ({ sight, author, params, body }) =>
      applyDelivery(db, sight, author, params.id, body.total),
    'GET /api/document-limits': () => readLimits(db),
    'GET /api/settings/documents': () => readSavedLimits(db),
    'PUT /api/settings/documents': ({ author, body }) => saveLimits(db, author, body),
  });
}

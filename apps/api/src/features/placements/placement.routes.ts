import { placementRoutes } from '@konnekt/shared/placements/placement.contract';
import { rateGridRoutes } from '@konnekt/shared/placements/rate-grid.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listPlacementRows, listPlacements } from './placement.repository.ts';
import * as placements from './placement.service.ts';
import { listRatedPlacements } from './rate-grid.repository.ts';

export function registerPlacements(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, placementRoutes, {
    'GET /api/placements': ({ sight, query }) => listPlacements(db, sight, query),
    'GET /api/office/placements': ({ sight, query }) => listPlacementRows(db, sight, query),
    'GET /api/placements/:id': ({ sight, params }) => placements.readPlacement(db, sight, params.id),
    'POST /api/placements': ({ sight, author, body }) => placements.createPlacement(db, sight, author, body),
    'PUT /api/placements/:id': ({ sight, author, params, body }) =>
      placements.savePlacement(db, sight, author, params.id, body),
    'POST /api/placements/:id/rates': ({ sight, author, params, body }) =>
      placements.setRates(db, sight, author, params.id, body),
    'DELETE /api/placement-rates/:id': ({ sight, author, params }) =>
      placements.takeBackRate(db, sight, author, params.id),
  });

  serve(app, services, rateGridRoutes, {
    'GET /api/organisations/:id/rates': ({ sight, params, query }) => listRatedPlacements(db, sight, params.id, query),
    'PUT /api/organisations/:id/rates': ({ author, params, body }) =>
      placements.setRatesAt(db, author, params.id, body),
  });
}

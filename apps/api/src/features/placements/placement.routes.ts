import type { Actor } from '@konnekt/shared/basics/actor';
import { placementRoutes } from '@konnekt/shared/placements/placement.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listPlacementRows } from './placement.repository.ts';
import * as placements from './placement.service.ts';

export function registerPlacements(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, placementRoutes, {
    'GET /api/office/placements': ({ actor, query }) => listPlacementRows(db, sightOf(actor), query),
    'GET /api/placements/:id': ({ actor, params }) => placements.readPlacement(db, sightOf(actor), params.id),
    'POST /api/placements': ({ actor, request, body }) =>
      placements.createPlacement(db, sightOf(actor), authorOf(actor, request), body),
    'PUT /api/placements/:id': ({ actor, request, params, body }) =>
      placements.savePlacement(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'POST /api/placements/:id/rates': ({ actor, request, params, body }) =>
      placements.setRates(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'DELETE /api/placement-rates/:id': ({ actor, request, params }) =>
      placements.takeBackRate(db, sightOf(actor), authorOf(actor, request), params.id),
  });
}

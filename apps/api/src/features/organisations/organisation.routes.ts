import type { Actor } from '@konnekt/shared/basics/actor';
import { organisationRoutes } from '@konnekt/shared/organisations/organisation.contract';
import type { FastifyInstance } from 'fastify';
import { readHourTypes } from '#api/features/worksheets/worksheet.service';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listEmployees, listOrganisations, listPeriods, listPlacements } from './organisation.repository.ts';

export function registerOrganisations(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, organisationRoutes, {
    'GET /api/organisations': ({ actor, query }) => listOrganisations(db, sightOf(actor), query),
    'GET /api/employees': ({ actor, query }) => listEmployees(db, sightOf(actor), query),
    'GET /api/placements': ({ actor, query }) => listPlacements(db, sightOf(actor), query),
    'GET /api/periods': async ({ query }) => ({ items: await listPeriods(db, query.type, query.year) }),
    'GET /api/hour-types': async () => ({ items: await readHourTypes(db) }),
  });
}

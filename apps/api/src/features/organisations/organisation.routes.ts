import type { Actor } from '@konnekt/shared/basics/actor';
import { organisationRecordRoutes, organisationRoutes } from '@konnekt/shared/organisations/organisation.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { readHourTypes } from '#api/features/worksheets/worksheet.service';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listEmployees, listOrganisations, listPeriods, listPlacements } from './organisation.repository.ts';
import * as organisations from './organisation.service.ts';
import { listOrganisationRows } from './organisation-record.repository.ts';

export function registerOrganisations(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, organisationRoutes, {
    'GET /api/organisations': ({ actor, query }) => listOrganisations(db, sightOf(actor), query),
    'GET /api/employees': ({ actor, query }) => listEmployees(db, sightOf(actor), query),
    'GET /api/placements': ({ actor, query }) => listPlacements(db, sightOf(actor), query),
    'GET /api/periods': async ({ query }) => ({ items: await listPeriods(db, query.type, query.year) }),
    'GET /api/hour-types': async () => ({ items: await readHourTypes(db) }),
  });

  serve(app, organisationRecordRoutes, {
    'GET /api/office/organisations': ({ actor, query }) => listOrganisationRows(db, sightOf(actor), query),
    'GET /api/organisations/:id': ({ actor, params }) => organisations.readOrganisation(db, sightOf(actor), params.id),
    'POST /api/organisations': ({ actor, request, body }) =>
      organisations.createOrganisation(db, sightOf(actor), authorOf(actor, request), body),
    'PUT /api/organisations/:id': ({ actor, request, params, body }) =>
      organisations.saveOrganisation(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'POST /api/organisations/:id/budget-numbers': ({ actor, request, params, body }) =>
      organisations.addBudgetNumber(db, authorOf(actor, request), params.id, body),
    'PUT /api/budget-numbers/:id': ({ actor, request, params, body }) =>
      organisations.saveBudgetNumber(db, authorOf(actor, request), params.id, body),
  });
}

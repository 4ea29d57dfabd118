import { organisationRecordRoutes, organisationRoutes } from '@konnekt/shared/organisations/organisation.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listAgencyContacts } from './agency-contact.repository.ts';
import { listOrganisations } from './organisation.repository.ts';
import * as organisations from './organisation.service.ts';
import { listOrganisationRows } from './organisation-record.repository.ts';

export function registerOrganisations(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, organisationRoutes, {
    'GET /api/organisations': ({ sight, query }) => listOrganisations(db, sight, query),
  });

  serve(app, services, organisationRecordRoutes, {
    'GET /api/office/organisations': ({ sight, query }) => listOrganisationRows(db, sight, query),
    'GET /api/agency-contacts': async () => ({ items: await listAgencyContacts(db) }),
    'GET /api/organisations/:id': ({ sight, params }) => organisations.readOrganisation(db, sight, params.id),
    'POST /api/organisations': ({ sight, author, body }) => organisations.createOrganisation(db, sight, author, body),
    'PUT /api/organisations/:id': ({ sight, author, params, body }) =>
      organisations.saveOrganisation(db, sight, author, params.id, body),
    'POST /api/organisations/:id/budget-numbers': ({ author, params, body }) =>
      organisations.addBudgetNumber(db, author, params.id, body),
    'PUT /api/budget-numbers/:id': ({ author, params, body }) =>
      organisations.saveBudgetNumber(db, author, params.id, body),
  });
}

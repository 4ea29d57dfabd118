import type { Actor } from '@konnekt/shared/basics/actor';
import { supervisorRoutes } from '@konnekt/shared/supervisors/supervisor.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { inviteMany } from '#api/features/accounts/invite-many';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listRightsAt, listSupervisorRows, matchingSupervisors } from './supervisor.repository.ts';
import * as supervisors from './supervisor.service.ts';

export function registerSupervisors(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, supervisorRoutes, {
    'POST /api/office/supervisors/invite': async ({ actor, request, body }) => ({
      invited: await inviteMany(db, services, authorOf(actor, request), matchingSupervisors(sightOf(actor), body)),
    }),
    'GET /api/office/supervisors': ({ actor, query }) => listSupervisorRows(db, sightOf(actor), query),
    'GET /api/supervisor-rights': async ({ actor, query }) => ({
      items: await listRightsAt(db, sightOf(actor), query.organisationId),
    }),
    'GET /api/supervisors/:id': ({ actor, params }) => supervisors.readSupervisor(db, sightOf(actor), params.id),
    'POST /api/supervisors': ({ actor, request, body }) =>
      supervisors.createSupervisor(db, sightOf(actor), authorOf(actor, request), body),
    'PUT /api/supervisors/:id': ({ actor, request, params, body }) =>
      supervisors.saveSupervisor(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'POST /api/supervisors/:id/rights': ({ actor, request, params, body }) =>
      supervisors.giveRight(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'POST /api/supervisor-rights/:id/change': ({ actor, request, params, body }) =>
      supervisors.changeRight(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'POST /api/supervisor-rights/:id/end': ({ actor, request, params, body }) =>
      supervisors.endRight(db, sightOf(actor), authorOf(actor, request), params.id, body),
    'DELETE /api/supervisor-rights/:id': ({ actor, request, params, body }) =>
      supervisors.takeBackRight(db, sightOf(actor), authorOf(actor, request), params.id, body.version),
  });
}

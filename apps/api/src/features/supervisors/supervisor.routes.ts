import { supervisorRoutes } from '@konnekt/shared/supervisors/supervisor.contract';
import type { FastifyInstance } from 'fastify';
import { countInvitable, inviteMany } from '#api/features/accounts/invite-many';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listRightsAt, listSupervisorRows, matchingSupervisors } from './supervisor.repository.ts';
import * as supervisors from './supervisor.service.ts';
import * as record from './supervisor-record.service.ts';
import * as supervisorRights from './supervisor-right.service.ts';

export function registerSupervisors(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, supervisorRoutes, {
    'GET /api/office/supervisors/invitable': ({ sight, query }) =>
      countInvitable(db, matchingSupervisors(sight, query)),
    'POST /api/office/supervisors/invite': ({ sight, author, body: { states, ...filter } }) =>
      inviteMany(db, services, author, matchingSupervisors(sight, filter), states),
    'GET /api/office/supervisors': ({ sight, query }) => listSupervisorRows(db, sight, query),
    'GET /api/supervisor-rights': async ({ sight, query }) => ({
      items: await listRightsAt(db, sight, query.organisationId),
    }),
    'GET /api/supervisors/:id': ({ sight, params }) => record.readSupervisor(db, sight, params.id),
    'POST /api/supervisors': ({ sight, author, body }) => supervisors.createSupervisor(db, sight, author, body),
    'PUT /api/supervisors/:id': ({ sight, author, params, body }) =>
      supervisors.saveSupervisor(db, sight, author, params.id, body),
    'POST /api/supervisors/:id/rights': ({ sight, author, params, body }) =>
      supervisorRights.giveRight(db, sight, author, params.id, body),
    'POST /api/supervisor-rights/:id/change': ({ sight, author, params, body }) =>
      supervisorRights.changeRight(db, sight, author, params.id, body),
    'POST /api/supervisor-rights/:id/end': ({ sight, author, params, body }) =>
      supervisorRights.endRight(db, sight, author, params.id, body),
    'DELETE /api/supervisor-rights/:id': ({ sight, author, params, body }) =>
      supervisorRights.takeBackRight(db, sight, author, params.id, body.version),
  });
}

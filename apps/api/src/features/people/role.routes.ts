import { roleRoutes } from '@konnekt/shared/people/role.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import * as roles from './role.service.ts';

export function registerRoles(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, roleRoutes, {
    'POST /api/people/:id/employee': ({ sight, author, params, body }) =>
      roles.makeEmployee(db, sight, author, params.id, body),
    'DELETE /api/people/:id/employee': ({ sight, author, params, body }) =>
      roles.stopWorking(db, sight, author, params.id, body.version),
    'DELETE /api/people/:id/supervisor': ({ sight, author, params, body }) =>
      roles.stopSupervising(db, sight, author, params.id, body.version),
  });
}

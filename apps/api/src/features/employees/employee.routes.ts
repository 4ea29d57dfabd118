import type { Actor } from '@konnekt/shared/basics/actor';
import { employeeRoutes } from '@konnekt/shared/employees/employee.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { inviteMany } from '#api/features/accounts/invite-many';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listEmployeeRows, matchingEmployees } from './employee.repository.ts';
import { createEmployee, readEmployee, saveEmployee } from './employee.service.ts';

export function registerEmployees(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, employeeRoutes, {
    'POST /api/office/employees/invite': async ({ actor, request, body }) => ({
      invited: await inviteMany(db, services, authorOf(actor, request), matchingEmployees(sightOf(actor), body)),
    }),
    'GET /api/office/employees': ({ actor, query }) => listEmployeeRows(db, sightOf(actor), query),
    'GET /api/employees/:id': ({ actor, params }) => readEmployee(db, sightOf(actor), params.id),
    'POST /api/employees': ({ actor, request, body }) =>
      createEmployee(db, sightOf(actor), authorOf(actor, request), body),
    'PUT /api/employees/:id': ({ actor, request, params, body }) =>
      saveEmployee(db, sightOf(actor), authorOf(actor, request), params.id, body),
  });
}

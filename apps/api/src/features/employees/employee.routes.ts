import type { Actor } from '@konnekt/shared/basics/actor';
import { employeeRoutes } from '@konnekt/shared/employees/employee.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { listEmployeeRows } from './employee.repository.ts';
import { createEmployee, readEmployee, saveEmployee } from './employee.service.ts';

export function registerEmployees(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, employeeRoutes, {
    'GET /api/office/employees': ({ actor, query }) => listEmployeeRows(db, sightOf(actor), query),
    'GET /api/employees/:id': ({ actor, params }) => readEmployee(db, sightOf(actor), params.id),
    'POST /api/employees': ({ actor, request, body }) =>
      createEmployee(db, sightOf(actor), authorOf(actor, request), body),
    'PUT /api/employees/:id': ({ actor, request, params, body }) =>
      saveEmployee(db, sightOf(actor), authorOf(actor, request), params.id, body),
  });
}

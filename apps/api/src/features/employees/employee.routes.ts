import { employeeRoutes } from '@konnekt/shared/employees/employee.contract';
import type { FastifyInstance } from 'fastify';
import { countInvitable, inviteMany } from '#api/features/accounts/invite-many';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listEmployeeRows, listEmployees, matchingEmployees } from './employee.repository.ts';
import { createEmployee, readEmployee, saveEmployee } from './employee.service.ts';

export function registerEmployees(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, employeeRoutes, {
    'GET /api/employees': ({ sight, query }) => listEmployees(db, sight, query),
    'GET /api/office/employees/invitable': ({ sight, query }) => countInvitable(db, matchingEmployees(sight, query)),
    'POST /api/office/employees/invite': ({ sight, author, body: { states, ...filter } }) =>
      inviteMany(db, services, author, matchingEmployees(sight, filter), states),
    'GET /api/office/employees': ({ sight, query }) => listEmployeeRows(db, sight, query),
    'GET /api/employees/:id': ({ sight, params }) => readEmployee(db, sight, params.id),
    'POST /api/employees': ({ sight, author, body }) => createEmployee(db, sight, author, body),
    'PUT /api/employees/:id': ({ sight, author, params, body }) => saveEmployee(db, sight, author, params.id, body),
  });
}

import { payrollRoutes } from '@konnekt/shared/payroll/payroll.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listRuns } from './payroll.repository.ts';
import {
  changeRun,
  closeRun,
  hold,
  listRunEmployees,
  listRunWorksheets,
  proposeRun,
  readRun,
} from './payroll.service.ts';

export function registerPayroll(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, payrollRoutes, {
    'GET /api/payroll-runs': ({ query }) => listRuns(db, query),
    'POST /api/payroll-runs': ({ sight, author }) => proposeRun(db, sight, author, services.now()),
    'GET /api/payroll-runs/:id': ({ sight, params }) => readRun(db, sight, params.id),
    'PUT /api/payroll-runs/:id': ({ sight, author, params, body }) => changeRun(db, sight, author, params.id, body),
    'GET /api/payroll-runs/:id/employees': ({ params, query }) => listRunEmployees(db, params.id, query),
    'GET /api/payroll-runs/:id/worksheets': ({ params, query }) => listRunWorksheets(db, params.id, query),
    'POST /api/payroll-runs/hold': ({ author, body }) => hold(db, author, body.ids, body.reason),
    'POST /api/payroll-runs/let-go': ({ author, body }) => hold(db, author, body.ids, null),
    'POST /api/payroll-runs/:id/close': ({ sight, author, params, body }) =>
      closeRun(db, sight, author, params.id, body.version),
  });
}

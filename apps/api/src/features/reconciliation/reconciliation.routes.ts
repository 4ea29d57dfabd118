import { reconciliationRoutes } from '@konnekt/shared/reconciliation/reconciliation.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { findLastCheck, sumAll } from './reconciliation.repository.ts';
import { addChecks } from './reconciliation.service.ts';

export function registerReconciliation(app: FastifyInstance, services: Services): void {
  const { db } = services;
  const checks = addChecks(services);
  serve(app, services, reconciliationRoutes, {
    'GET /api/reconciliation': async () => ({ items: await sumAll(db) }),
    'GET /api/reconciliation/check': async () => ({ check: await findLastCheck(db) }),
    'POST /api/reconciliation/check': async ({ author }) => ({ check: await checks.ask(author) }),
  });
}

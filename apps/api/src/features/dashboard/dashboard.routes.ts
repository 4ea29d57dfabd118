import { dashboardRoutes } from '@konnekt/shared/dashboard/dashboard.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readDashboard } from './dashboard.repository.ts';

export function registerDashboard(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, dashboardRoutes, {
    'GET /api/dashboard': ({ sight, query }) => readDashboard(db, sight, query),
  });
}

import { dashboardRoutes } from '@konnekt/shared/dashboard/dashboard.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readDashboard } from './dashboard.repository.ts';
import { readBehind } from './dashboard-behind.repository.ts';

export function registerDashboard(app: FastifyInstance, services: Services): void {
  const { db, now } = services;
  serve(app, services, dashboardRoutes, {
    'GET /api/dashboard': ({ sight, query }) => readDashboard(db, sight, query, now()),
    'GET /api/dashboard/worksheets': ({ sight, query }) => readBehind(db, sight, query, now()),
  });
}

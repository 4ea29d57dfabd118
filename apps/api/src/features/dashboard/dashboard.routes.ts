import { dashboardRoutes } from '@konnekt/shared/dashboard/dashboard.contract';
import type { FastifyInstance } from 'fastify';
import { overview } from '#api/kit/overview';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readDashboard } from './dashboard.repository.ts';
import { readBehind } from './dashboard-behind.repository.ts';

export function registerDashboard(app: FastifyInstance, services: Services): void {
  const { db, now } = services;
  serve(app, services, dashboardRoutes, {
    'GET /api/dashboard': ({ sight, query }) => overview(db, (tx) => readDashboard(tx, sight, query, now())),
    'GET /api/dashboard/worksheets': ({ sight, query }) => overview(db, (tx) => readBehind(tx, sight, query, now())),
  });
}

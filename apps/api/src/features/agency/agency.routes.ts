import { agencyRoutes } from '@konnekt/shared/agency/agency.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { requireDatabase } from '#api/plugins/unavailable';
import { readPublicAgency } from './public-agency.ts';

export function registerAgency(app: FastifyInstance, services: Services): void {
  const { db, isDemo } = services;
  serve(app, services, agencyRoutes, {
    'GET /api/agency': () => readPublicAgency(db, isDemo),
    'GET /api/health': async () => {
      await requireDatabase(db);
      return { status: 'ok' as const };
    },
  });
}

import { agencyRoutes } from '@konnekt/shared/agency/agency.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import { requireDatabase } from '#api/plugins/unavailable';
import type { Services } from '#api/services';
import { readPublicAgency } from './public-agency.ts';

export function registerAgency(app: FastifyInstance, { db, isDemo }: Services): void {
  serve(app, agencyRoutes, {
    'GET /api/agency': () => readPublicAgency(db, isDemo),
    'GET /api/health': async () => {
      await requireDatabase(db);
      return { status: 'ok' as const };
    },
  });
}

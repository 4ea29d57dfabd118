import { agencyRoutes } from '@konnekt/shared/agency/agency.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import { sql } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import { readPublicAgency } from './public-agency.ts';

export function registerAgency(app: FastifyInstance, { db, isDemo }: Services): void {
  serve(app, agencyRoutes, {
    'GET /api/agency': () => readPublicAgency(db, isDemo),
    'GET /api/health': async () => {
      await db.query(sql`SELECT 1`).catch(() => {
        throw new Problem('unavailable');
      });
      return { status: 'ok' as const };
    },
  });
}

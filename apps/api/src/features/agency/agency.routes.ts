import { agencyRoutes } from '@konnekt/shared/agency/agency.contract';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asPicture, givenOut } from '#api/plugins/send-file';
import { requireDatabase } from '#api/plugins/unavailable';
import { readLogo } from './agency.repository.ts';
import { readPublicAgency } from './public-agency.ts';

export function registerAgency(app: FastifyInstance, services: Services): void {
  const { db, isDemo } = services;
  serve(app, services, agencyRoutes, {
    'GET /api/agency': () => readPublicAgency(db, isDemo),
    'GET /api/agency/logo/:id': async ({ params: { id }, reply }) => {
      const logo = await readLogo(db, id);
      if (!logo) throw new Problem('not-found');
      asPicture(reply, logo.mediaType);
      return givenOut(reply, logo.content);
    },
    'GET /api/health': async () => {
      await requireDatabase(db);
      return { status: 'ok' as const };
    },
  });
}

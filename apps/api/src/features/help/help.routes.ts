import { helpRoutes } from '@konnekt/shared/help/help.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readHelp, saveHelp } from './help.service.ts';

export function registerHelp(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, helpRoutes, {
    'GET /api/help-links': async () => ({ links: (await readHelp(db)).links }),
    'GET /api/settings/help': () => readHelp(db),
    'PUT /api/settings/help': ({ author, body }) => saveHelp(db, author, body),
  });
}

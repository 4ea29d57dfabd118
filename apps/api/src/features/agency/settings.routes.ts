import { settingsRoutes } from '@konnekt/shared/agency/settings.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readSettings } from './settings.repository.ts';
import { saveSettings } from './settings.service.ts';

export function registerSettings(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, settingsRoutes, {
    'GET /api/settings': () => readSettings(db),
    'PUT /api/settings': ({ author, body }) => saveSettings(db, author, body),
  });
}

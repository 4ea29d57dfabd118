import { settingsRoutes } from '@konnekt/shared/agency/settings.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { readSettings } from './settings.repository.ts';
import { saveSettings } from './settings.service.ts';

export function registerSettings(app: FastifyInstance, { db }: Services): void {
  serve(app, settingsRoutes, {
    'GET /api/settings': () => readSettings(db),
    'PUT /api/settings': ({ actor, request, body }) => saveSettings(db, authorOf(actor, request), body),
  });
}

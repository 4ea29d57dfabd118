import { personalDataRoutes } from '@konnekt/shared/personal-data/personal-data.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asFile } from '#api/plugins/send-file';
import * as service from './personal-data.service.ts';

export function registerPersonalData(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  serve(app, services, personalDataRoutes, {
    'GET /api/people/:id/personal-data': ({ sight, params }) => service.readPersonalData(db, sight, params.id),
    'GET /api/people/:id/personal-data/file': async ({ sight, author, params, reply }) => {
      const file = await service.exportPerson(db, sight, author, params.id);
      asFile(reply, `person-${today()}.json`, 'application/json; charset=utf-8');
      return file;
    },
    'POST /api/people/:id/erase': async ({ sight, author, params, body }) => {
      await service.erasePerson(db, sight, author, params.id, body.version);
      app.forgetActors();
      return undefined;
    },
  });
}

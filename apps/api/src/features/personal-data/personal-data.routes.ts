import type { Actor } from '@konnekt/shared/basics/actor';
import { personalDataRoutes } from '@konnekt/shared/personal-data/personal-data.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import * as service from './personal-data.service.ts';

export function registerPersonalData(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, personalDataRoutes, {
    'GET /api/people/:id/personal-data': ({ actor, params }) => service.readPersonalData(db, sightOf(actor), params.id),
    'GET /api/people/:id/personal-data/file': async ({ actor, params, request, reply }) => {
      const file = await service.exportPerson(db, sightOf(actor), authorOf(actor, request), params.id);
      reply.type('application/json; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="person-${today()}.json"`);
      return file;
    },
    'POST /api/people/:id/erase': async ({ actor, params, body, request }) => {
      await service.erasePerson(db, sightOf(actor), authorOf(actor, request), params.id, body.version);
      app.forgetActors();
      return undefined;
    },
  });
}

import { importRoutes } from '@konnekt/shared/imports/import.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asSheet } from '#api/plugins/send-file';
import * as service from './import.service.ts';

export function registerImports(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  const job = service.importJob(services);
  serve(app, services, importRoutes, {
    'POST /api/imports': ({ actor, author, body }) =>
      service.handIn(db, job, { ...author, personId: actor.personId }, body),
    'GET /api/imports/:id': ({ params }) => service.readRun(db, params.id),
    'POST /api/imports/:id/apply': ({ author, params }) => service.apply(db, job, author, params.id),
    'GET /api/exports/:kind': async ({ sight, author, params, query, reply }) => {
      const file = await service.exportRecords(db, author, sight, params.kind, query);
      asSheet(reply, `${params.kind}-${today()}`, query.format);
      return file;
    },
  });
}

import { importRoutes } from '@konnekt/shared/imports/import.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import * as service from './import.service.ts';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function registerImports(app: FastifyInstance, { db, today, background }: Services): void {
  serve(app, importRoutes, {
    'POST /api/imports': ({ actor, body, request }) =>
      service.handIn({ db, background }, { ...authorOf(actor, request), personId: actor.personId }, body, today()),
    'GET /api/imports/:id': ({ params }) => service.readRun(db, params.id),
    'POST /api/imports/:id/apply': ({ actor, params, request }) =>
      service.apply({ db, background }, authorOf(actor, request), params.id, today()),
    'GET /api/exports/:kind': async ({ actor, params, query, request, reply }) => {
      const file = await service.exportRecords(
        db,
        authorOf(actor, request),
        { actor, today: today() },
        params.kind,
        query,
      );
      reply.type(mediaTypes[query.format]);
      reply.header('content-disposition', `attachment; filename="${params.kind}-${today()}.${query.format}"`);
      return file;
    },
  });
}

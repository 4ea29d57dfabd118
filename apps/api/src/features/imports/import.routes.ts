import { importRoutes } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asList, asSheet } from '#api/plugins/send-file';
import * as service from './import.service.ts';

const dutchNames: Record<ImportKind, string> = {
  organisations: 'organisaties',
  employees: 'werknemers',
  placements: 'plaatsingen',
  supervisors: 'supervisors',
  'hour-types': 'uursoorten',
  'budget-numbers': 'budgetnummers',
  rates: 'tarieven',
  history: 'oude-uren',
};

export function registerImports(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  const job = service.importJob(services);
  serve(app, services, importRoutes, {
    'POST /api/imports': ({ actor, author, body }) =>
      service.handIn(db, job, { ...author, personId: actor.personId }, body),
    'GET /api/imports/:id': ({ params }) => service.readImportRun(db, params.id),
    'POST /api/imports/:id/check': ({ params, body }) => service.checkAgain(db, job, params.id, body),
    'GET /api/imports/:id/errors': async ({ params, query, reply }) => {
      const { name, format, rows } = await service.takeOutErrors(db, params.id, query.language, today());
      asSheet(reply, `${name}-${{ nl: 'fouten', en: 'errors' }[query.language]}`, format);
      return rows;
    },
    'POST /api/imports/:id/apply': ({ author, params, body }) =>
      service.apply(db, job, author, params.id, body.fingerprint),
    'GET /api/exports/:kind': async ({ sight, author, params, query, reply }) => {
      const file = await service.exportRecords(db, author, sight, params.kind, query);
      asList(reply, { nl: dutchNames[params.kind], en: params.kind }, query, today());
      return file;
    },
  });
}

import { ledgerRoutes } from '@konnekt/shared/ledger/ledger.contract';
import type { FastifyInstance } from 'fastify';
import { openContent } from '#api/kit/file-content';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asFile, givenOut } from '#api/plugins/send-file';
import { findLedgerFile, listExports, listLedgerDefinitions } from './ledger.repository.ts';
import {
  addLedgerDefinition,
  changeLedgerDefinition,
  makeExport,
  previewExport,
  previewLedgerDefinition,
  readBookkeeping,
  saveBookkeeping,
} from './ledger.service.ts';

export function registerLedger(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, ledgerRoutes, {
    'GET /api/settings/bookkeeping': () => readBookkeeping(db),
    'PUT /api/settings/bookkeeping': ({ author, body }) => saveBookkeeping(db, author, body),
    'GET /api/ledger-definitions': async () => ({ items: await listLedgerDefinitions(db) }),
    'POST /api/ledger-definitions': ({ author, body }) => addLedgerDefinition(db, author, body),
    'POST /api/ledger-definitions/preview': ({ body, sight }) => previewLedgerDefinition(db, sight.today, body.content),
    'PUT /api/ledger-definitions/:id': ({ author, params, body: { version, ...fields } }) =>
      changeLedgerDefinition(db, author, params.id, version, fields),
    'GET /api/ledger-exports': async () => ({ items: await listExports(db) }),
    'GET /api/ledger-exports/preview': ({ query }) => previewExport(db, query),
    'POST /api/ledger-exports': ({ author, body }) => makeExport(db, author, body),
    'GET /api/ledger-exports/:id/file': async ({ params, reply }) => {
      const file = await findLedgerFile(db, params.id);
      const content = file && (await openContent(db, file.fileId));
      if (!content) throw new Problem('not-found');
      asFile(reply, file.name, file.mediaType);
      return givenOut(reply, content);
    },
  });
}

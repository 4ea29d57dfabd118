import { documentRoutes } from '@konnekt/shared/documents/document.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asDocument, asSheet, givenOut } from '#api/plugins/send-file';
import { presentDocument } from './document.presenter.ts';
import { countDocuments, listDocuments } from './document.repository.ts';
import * as service from './document.service.ts';
import { tellReaders } from './document-readers.repository.ts';
import { exportReaders, readReaders } from './document-readers.service.ts';
import { confirmDocument, openDocument } from './document-reading.service.ts';

export function registerDocuments(app: FastifyInstance, services: Services): void {
  const { db, jobs, today } = services;
  // What holds from today on is told of in the morning.
  jobs.add({
    name: 'documents',
    cron: '5 6 * * *',
    work: async () => {
      await db.transaction(null, (tx) => tellReaders(tx, today()), { isLong: true });
    },
  });
  serve(app, services, documentRoutes, {
    'GET /api/documents': async ({ sight, query }) => {
      const { items, ...list } = await listDocuments(db, sight, query);
      return { ...list, items: items.map(presentDocument) };
    },
    'GET /api/documents/counts': ({ sight }) => countDocuments(db, sight),
    'GET /api/documents/:id': ({ sight, params }) => service.readDocument(db, sight, params.id),
    'GET /api/documents/:id/readers': ({ sight, params, query }) => readReaders(db, sight, params.id, query),
    'GET /api/documents/:id/readers/export': async ({ sight, author, params, query, reply }) => {
      const { name, content } = await exportReaders(db, sight, author, params.id, query);
      asSheet(reply, `${query.language === 'nl' ? 'lezers' : 'readers'} ${name}`, query.format);
      return content;
    },
    'GET /api/documents/:id/versions/:number/file': async ({ sight, params, reply }) => {
      const { name, mediaType, content } = await service.openFile(db, sight, params.id, params.number);
      asDocument(reply, name, mediaType);
      return givenOut(reply, content);
    },
    'POST /api/documents': ({ sight, author, body }) => service.putDocument(db, sight, author, body),
    'PUT /api/documents/:id': ({ sight, author, params, body }) =>
      service.changeDocument(db, sight, author, params.id, body),
    'POST /api/documents/:id/versions': ({ sight, author, params, body }) =>
      service.putVersion(db, sight, author, params.id, body),
    'DELETE /api/documents/:id': async ({ sight, author, params, body }) => {
      await service.removeDocument(db, sight, author, params.id, body.version);
      return undefined;
    },
    'POST /api/documents/:id/open': ({ sight, params, body }) => openDocument(db, sight, params.id, body.number),
    'POST /api/documents/:id/confirm': ({ sight, params, body }) => confirmDocument(db, sight, params.id, body),
  });
}

import { Readable } from 'node:stream';
import { invoiceRoutes } from '@konnekt/shared/invoices/invoice.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asFile } from '#api/plugins/send-file';
import { listInvoices } from './invoice.repository.ts';
import { readInvoice, readWorksheetsBehind } from './invoice.service.ts';
import * as drafts from './invoice-draft.service.ts';
import * as files from './invoice-files.service.ts';
import * as finals from './invoice-final.service.ts';

export function registerInvoices(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, invoiceRoutes, {
    'GET /api/invoices': ({ sight, query }) => listInvoices(db, sight, query),
    'GET /api/invoices/ready': ({ query }) => drafts.readReady(db, query.until, query.organisationId),
    'POST /api/invoices/prepare': ({ author, body }) => drafts.prepareInvoices(db, author, body),
    'POST /api/invoices/finalise': ({ author, body, sight }) =>
      finals.finaliseInvoices(db, author, {
        items: body.items,
        invoiceDate: finals.soonOrLately(body.invoiceDate ?? sight.today, sight.today),
        today: sight.today,
      }),
    'GET /api/invoices/:id': ({ sight, params }) => readInvoice(db, sight, params.id),
    'GET /api/invoices/:id/worksheets': ({ sight, params }) => readWorksheetsBehind(db, sight, params.id),
    'GET /api/invoices/files': async ({ sight, query, reply }) => {
      const content = await files.zipInvoices(db, sight, query.ids, query.worksheets === 'true');
      asFile(reply, `invoices-${sight.today}.zip`, 'application/zip');
      return content;
    },
    'GET /api/invoices/:id/pdf': async ({ sight, params, query, reply }) => {
      const { name, content } = await files.readPdf(db, sight, params.id, query.worksheets === 'true');
      asFile(reply, name, 'application/pdf');
      return Readable.from([content], { objectMode: false });
    },
    'GET /api/invoices/:id/ubl': async ({ sight, params, reply }) => {
      const { name, content } = await files.readUbl(db, sight, params.id);
      asFile(reply, name, 'application/xml; charset=utf-8');
      return Readable.from([content], { objectMode: false });
    },
    'PUT /api/invoices/:id': ({ sight, author, params, body }) =>
      drafts.changeDraft(db, sight, author, params.id, body),
    'POST /api/invoices/:id/discard': async ({ sight, author, params, body }) => {
      await drafts.discardDraft(db, sight, author, params.id, body.version);
      return undefined;
    },
    'POST /api/invoices/:id/credit': ({ sight, author, params, body }) =>
      finals.creditInvoice(db, sight, author, params.id, body),
  });
}

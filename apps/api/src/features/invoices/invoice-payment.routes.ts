import { invoicePaymentRoutes } from '@konnekt/shared/invoices/invoice-payment.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { bookBankFile, bookEntry, readEntries, setAside } from './bank/bank.service.ts';
import * as payments from './invoice-payment.service.ts';

export function registerInvoicePayments(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, invoicePaymentRoutes, {
    'POST /api/invoices/read': async ({ sight, author, body }) => {
      await payments.readBy(db, sight, author, body.ids);
      return undefined;
    },
    'GET /api/invoices/:id/payments': ({ sight, params }) => payments.readPayments(db, sight, params.id),
    'POST /api/invoices/:id/payments': ({ sight, author, params, body }) =>
      payments.payInvoice(db, sight, author, params.id, body),
    'POST /api/invoice-payments/:id/undo': async ({ author, params }) => {
      await payments.undoPayment(db, author, params.id);
      return undefined;
    },
    'POST /api/bank-files': ({ author, body }) => bookBankFile(db, author, body.fileId),
    'GET /api/bank-entries': ({ query }) => readEntries(db, query),
    'POST /api/bank-entries/:id/book': ({ author, params, body }) => bookEntry(db, author, params.id, body.number),
    'POST /api/bank-entries/:id/set-aside': ({ author, params, body }) => setAside(db, author, params.id, body.isAside),
  });
}

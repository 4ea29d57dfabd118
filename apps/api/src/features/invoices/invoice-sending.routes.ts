import { invoiceSendingRoutes } from '@konnekt/shared/invoices/invoice-sending.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readSendings, sendInvoices, writeMails } from './invoice-sending.service.ts';

export function registerInvoiceSending(app: FastifyInstance, services: Services): void {
  const { db, jobs } = services;
  const mails = jobs.add({
    ...{ name: 'invoice-mails', cron: '* * * * *', findsItsWork: true, retries: 3 },
    work: () => writeMails(services),
  });
  serve(app, services, invoiceSendingRoutes, {
    'POST /api/invoices/send': async ({ author, body }) => {
      const answer = await sendInvoices(db, author, body);
      if (answer.done.length > 0) mails.wake();
      return answer;
    },
    'GET /api/invoices/:id/sendings': ({ sight, params }) => readSendings(db, sight, params.id),
  });
}

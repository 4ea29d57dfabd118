import { invoiceSendingRoutes } from '@konnekt/shared/invoices/invoice-sending.contract';
import { invoicingRoutes } from '@konnekt/shared/invoices/invoicing.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { remindOfInvoices } from './invoice-reminder.service.ts';
import { readSendings, sendInvoices, writeMails } from './invoice-sending.service.ts';
import { readInvoicing, saveInvoicing } from './invoicing.service.ts';

export function registerInvoiceSending(app: FastifyInstance, services: Services): void {
  const { db, jobs } = services;
  const mails = jobs.add({
    ...{ name: 'invoice-mails', cron: '* * * * *', findsItsWork: true, retries: 3 },
    work: () => writeMails(services),
  });
  // In the morning, when people read their mail.
  jobs.add({
    ...{ name: 'invoice-reminders', cron: '5 8 * * *', retries: 3 },
    work: async () => {
      if ((await remindOfInvoices(services)) > 0) mails.wake();
    },
  });
  serve(app, services, invoicingRoutes, {
    'GET /api/settings/invoicing': () => readInvoicing(db),
    'PUT /api/settings/invoicing': ({ author, body }) => saveInvoicing(db, author, body),
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

import { mailRoutes } from '@konnekt/shared/mail/mail.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import { listMails } from './mail.list.repository.ts';

export function registerMail(app: FastifyInstance, { db, isDemo }: Services): void {
  serve(app, mailRoutes, {
    // Whoever is invited reads their mail before they can log in, and everybody in a demo may be everybody.
    'GET /api/demo/mails': async ({ query }) => {
      if (!isDemo) throw new Problem('not-found');
      return listMails(db, query);
    },
  });
}

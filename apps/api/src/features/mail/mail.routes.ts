import { mailRoutes } from '@konnekt/shared/mail/mail.contract';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asList } from '#api/plugins/send-file';
import { listDemoMails, listMails } from './mail.list.repository.ts';
import { exportMails, mailOneself, tryMailsAgain } from './mail.service.ts';

export function registerMail(app: FastifyInstance, services: Services): void {
  const { db, isDemo, wakeMail } = services;
  serve(app, services, mailRoutes, {
    // Whoever is invited reads their mail before they can log in, and everybody in a demo may be everybody.
    'GET /api/demo/mails': async ({ query }) => {
      if (!isDemo) throw new Problem('not-found');
      return listDemoMails(db, query);
    },
    'GET /api/mails': ({ sight, query }) => listMails(db, sight, query),
    'GET /api/mails/export': async ({ sight, author, query, reply }) => {
      const file = await exportMails(db, author, sight, query);
      asList(reply, { nl: 'uitgaande-e-mail', en: 'outgoing-e-mail' }, query, sight.today);
      return file;
    },
    'POST /api/mails/test': async ({ sight, author }) => {
      const to = await mailOneself(db, sight, author);
      wakeMail();
      return { to };
    },
    'POST /api/mails/try-again': async ({ sight, author, body }) => {
      const answer = await tryMailsAgain(db, sight, author, body.ids);
      if (answer.done > 0) wakeMail();
      return answer;
    },
  });
}

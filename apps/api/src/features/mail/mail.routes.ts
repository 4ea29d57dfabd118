import { mailRoutes } from '@konnekt/shared/mail/mail.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import { listDemoMails, listMails } from './mail.list.repository.ts';
import { tryMailsAgain } from './mail.service.ts';

export function registerMail(app: FastifyInstance, { db, isDemo, today, wakeMail }: Services): void {
  serve(app, mailRoutes, {
    // Whoever is invited reads their mail before they can log in, and everybody in a demo may be everybody.
    'GET /api/demo/mails': async ({ query }) => {
      if (!isDemo) throw new Problem('not-found');
      return listDemoMails(db, query);
    },
    'GET /api/mails': ({ actor, query }) => listMails(db, { actor, today: today() }, query),
    'POST /api/mails/try-again': async ({ actor, body, request }) => {
      const answer = await tryMailsAgain(db, { actor, today: today() }, authorOf(actor, request), body.ids);
      if (answer.done > 0) wakeMail();
      return answer;
    },
  });
}

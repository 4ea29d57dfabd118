import { officeAccountRoutes } from '@konnekt/shared/accounts/office-account.contract';
import { sessionOf } from '@konnekt/shared/basics/actor';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { serve } from '#api/plugins/contract';
import { asList } from '#api/plugins/send-file';
import { invite } from './link.service.ts';
import { findAccount, listOfficeAccounts } from './office-account.repository.ts';
import { addColleague, changeAccount, endAllSessions, exportAccounts, setBlocked } from './office-account.service.ts';
import { listSessions } from './session.repository.ts';

export function registerOfficeAccounts(app: FastifyInstance, services: Services): void {
  const { db } = services;
  const read = async (sight: Sight, by: { id: string } | { personId: string }) => {
    const account = await findAccount(db, sight, by);
    if (!account) throw new Problem('not-found');
    return account;
  };
  const readSessions = async (sight: Sight, id: string) => {
    await read(sight, { id });
    return { items: await listSessions(db, id, sessionOf(sight.actor)) };
  };

  serve(app, services, officeAccountRoutes, {
    'GET /api/accounts': ({ sight, query }) => listOfficeAccounts(db, sight, query),
    'GET /api/accounts/export': async ({ sight, author, query, reply }) => {
      const file = await exportAccounts(db, author, sight, query);
      asList(reply, { nl: 'gebruikers', en: 'users' }, query, sight.today);
      return file;
    },
    'POST /api/accounts': async ({ sight, author, body }) =>
      read(sight, { id: await addColleague(db, services, author, body) }),
    'GET /api/accounts/:id': ({ sight, params }) => read(sight, params),
    'GET /api/people/:id/account': ({ sight, params }) => read(sight, { personId: params.id }),
    'PUT /api/accounts/:id': async ({ sight, author, actor, params, body }) => {
      await changeAccount(db, actor, author, params.id, body);
      app.forgetActors();
      return read(sight, params);
    },
    'POST /api/accounts/:id/invite': async ({ sight, author, actor, params }) => {
      await invite(db, services, actor, author, params.id);
      return read(sight, params);
    },
    'POST /api/accounts/:id/block': async ({ sight, author, actor, params }) => {
      await setBlocked(db, actor, author, params.id, true);
      app.forgetActors();
      return read(sight, params);
    },
    'POST /api/accounts/:id/unblock': async ({ sight, author, actor, params }) => {
      await setBlocked(db, actor, author, params.id, false);
      app.forgetActors();
      return read(sight, params);
    },
    'GET /api/accounts/:id/sessions': ({ sight, params }) => readSessions(sight, params.id),
    'POST /api/accounts/:id/end-sessions': async ({ sight, author, actor, params }) => {
      await endAllSessions(db, actor, author, params.id);
      app.forgetActors();
      return readSessions(sight, params.id);
    },
  });
}

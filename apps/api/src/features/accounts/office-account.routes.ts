import { officeAccountRoutes } from '@konnekt/shared/accounts/office-account.contract';
import type { Actor } from '@konnekt/shared/basics/actor';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import { invite } from './link.service.ts';
import { findAccount, listOfficeAccounts } from './office-account.repository.ts';
import { addColleague, changeAccount, endAllSessions, setBlocked } from './office-account.service.ts';
import { listSessions } from './session.repository.ts';

export function registerOfficeAccounts(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  const sightOf = (actor: Actor) => ({ actor, today: today() });
  const read = async (actor: Actor, by: { id: string } | { personId: string }) => {
    const account = await findAccount(db, sightOf(actor), by);
    if (!account) throw new Problem('not-found');
    return account;
  };
  const readSessions = async (actor: Actor, id: string) => {
    await read(actor, { id });
    return { items: await listSessions(db, id, actor.sessionId) };
  };

  serve(app, officeAccountRoutes, {
    'GET /api/accounts': ({ actor, query }) => listOfficeAccounts(db, sightOf(actor), query),
    'POST /api/accounts': async ({ actor, body, request }) =>
      read(actor, { id: await addColleague(db, services, authorOf(actor, request), body) }),
    'GET /api/accounts/:id': ({ actor, params }) => read(actor, params),
    'GET /api/people/:id/account': ({ actor, params }) => read(actor, { personId: params.id }),
    'PUT /api/accounts/:id': async ({ actor, params, body, request }) => {
      await changeAccount(db, actor, authorOf(actor, request), params.id, body);
      app.forgetActors();
      return read(actor, params);
    },
    'POST /api/accounts/:id/invite': async ({ actor, params, request }) => {
      await invite(db, services, actor, authorOf(actor, request), params.id);
      return read(actor, params);
    },
    'POST /api/accounts/:id/block': async ({ actor, params, request }) => {
      await setBlocked(db, actor, authorOf(actor, request), params.id, true);
      app.forgetActors();
      return read(actor, params);
    },
    'POST /api/accounts/:id/unblock': async ({ actor, params, request }) => {
      await setBlocked(db, actor, authorOf(actor, request), params.id, false);
      app.forgetActors();
      return read(actor, params);
    },
    'GET /api/accounts/:id/sessions': ({ actor, params }) => readSessions(actor, params.id),
    'POST /api/accounts/:id/end-sessions': async ({ actor, params, request }) => {
      await endAllSessions(db, actor, authorOf(actor, request), params.id);
      app.forgetActors();
      return readSessions(actor, params.id);
    },
  });
}

import { accountRoutes } from '@konnekt/shared/accounts/account.contract';
import { type Actor, sessionOf } from '@konnekt/shared/basics/actor';
import type { FastifyInstance } from 'fastify';
import {
  clearSessionCookies,
  REFRESH_COOKIE,
  sessionIdOf,
  setDeviceCookie,
  setSessionCookies,
  setSessionHint,
} from '#api/features/accounts/auth.plugin';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import * as accounts from './account.repository.ts';
import { changePassword, logIn, logOut, refresh, whoIs } from './account.service.ts';
import { clientOf } from './client.ts';
import { endOwnSessions } from './office-account.service.ts';
import { listSessions } from './session.repository.ts';
import { parseToken } from './session.ts';

export function registerAccounts(app: FastifyInstance, services: Services): void {
  const { db, today, nextSecret, wakeMail } = services;
  const readMe = (accountId: string) => whoIs(db, accountId, today());

  const readSessions = async (actor: Actor) => ({
    items: await listSessions(db, actor.accountId, sessionOf(actor)),
  });

  serve(app, services, accountRoutes, {
    'POST /api/auth/login': async ({ body, request, reply }) => {
      const { me, tokens, device } = await logIn(services, body, clientOf(request));
      await setSessionCookies(request, reply, tokens, me.language);
      setDeviceCookie(request, reply, device);
      return me;
    },
    'POST /api/auth/refresh': async ({ request, reply }) => {
      try {
        const { me, tokens } = await refresh(db, nextSecret, request.cookies[REFRESH_COOKIE], request.ip, today());
        await setSessionCookies(request, reply, tokens, me.language);
        return me;
      } catch (error) {
        const token = parseToken(request.cookies[REFRESH_COOKIE]);
        if (token) app.forgetActors(token.sessionId);
        if (error instanceof Problem) clearSessionCookies(request, reply);
        throw error;
      }
    },
    'POST /api/auth/logout': async ({ request, reply }) => {
      const known = await sessionIdOf(request);
      const session = await logOut(db, known, request.cookies[REFRESH_COOKIE], request.ip);
      if (session) app.forgetActors(session);
      clearSessionCookies(request, reply);
      return undefined;
    },
    'GET /api/me': ({ actor }) => readMe(actor.accountId),
    'PATCH /api/me': async ({ author, actor, body, request, reply }) => {
      await accounts.changeLanguage(db, author, actor.accountId, body.language);
      setSessionHint(request, reply, body.language);
      return readMe(actor.accountId);
    },
    'PUT /api/me/password': async ({ author, actor, body, request, reply }) => {
      const { me, tokens, device } = await changePassword(services, actor, body, clientOf(request), author);
      wakeMail();
      app.forgetActors();
      await setSessionCookies(request, reply, tokens, me.language);
      setDeviceCookie(request, reply, device);
      return me;
    },
    'GET /api/me/sessions': ({ actor }) => readSessions(actor),
    'POST /api/me/sessions/end-others': async ({ author, actor }) => {
      await endOwnSessions(db, actor, author, { except: sessionOf(actor) });
      app.forgetActors();
      return readSessions(actor);
    },
    'POST /api/me/sessions/:id/end': async ({ author, actor, params }) => {
      await endOwnSessions(db, actor, author, { only: params.id });
      app.forgetActors(params.id);
      return readSessions(actor);
    },
  });
}

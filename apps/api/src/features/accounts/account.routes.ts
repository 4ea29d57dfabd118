import { accountRoutes } from '@konnekt/shared/accounts/account.contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clearSessionCookies, REFRESH_COOKIE, sessionIdOf, setSessionCookies } from '#api/plugins/auth';
import { serve } from '#api/plugins/contract';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import * as accounts from './account.repository.ts';
import { changePassword, logIn, logOut, refresh, sessionOf } from './account.service.ts';

export function registerAccounts(app: FastifyInstance, { db, today }: Services): void {
  const readMe = async (accountId: string) => {
    const me = await accounts.findMe(db, accountId, today());
    if (!me) throw new Problem('not-signed-in');
    return me;
  };

  serve(app, accountRoutes, {
    'POST /api/auth/login': async ({ body, request, reply }) => {
      const { me, tokens } = await logIn(db, body, clientOf(request), today());
      await setSessionCookies(request, reply, tokens);
      return me;
    },
    'POST /api/auth/refresh': async ({ request, reply }) => {
      try {
        const { me, tokens } = await refresh(db, request.cookies[REFRESH_COOKIE], today());
        await setSessionCookies(request, reply, tokens);
        return me;
      } catch (error) {
        const session = sessionOf(request.cookies[REFRESH_COOKIE]);
        if (session) app.forgetActors(session);
        if (error instanceof Problem) clearSessionCookies(request, reply);
        throw error;
      }
    },
    'POST /api/auth/logout': async ({ request, reply }) => {
      const session = (await sessionIdOf(request)) ?? sessionOf(request.cookies[REFRESH_COOKIE]);
      if (session) {
        await logOut(db, session);
        app.forgetActors(session);
      }
      clearSessionCookies(request, reply);
      return undefined;
    },
    'GET /api/me': ({ actor }) => readMe(actor.accountId),
    'PATCH /api/me': async ({ actor, body }) => {
      await accounts.changeLanguage(db, actor.accountId, body.language);
      return readMe(actor.accountId);
    },
    'PUT /api/me/password': async ({ actor, body, request, reply }) => {
      const { me, tokens } = await changePassword(db, actor, body, clientOf(request), today());
      app.forgetActors();
      await setSessionCookies(request, reply, tokens);
      return me;
    },
  });
}

const clientOf = (request: FastifyRequest) => ({
  address: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
});

import { linkRoutes } from '@konnekt/shared/accounts/link.contract';
import type { FastifyInstance } from 'fastify';
import { setDeviceCookie, setSessionCookies } from '#api/features/accounts/auth.plugin';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { clientOf } from './client.ts';
import { activate, forgotPassword, readLink } from './link.service.ts';

export function registerLinks(app: FastifyInstance, services: Services): void {
  const { db } = services;

  serve(app, services, linkRoutes, {
    'POST /api/auth/link': ({ body }) => readLink(db, body.token),
    'POST /api/auth/activate': async ({ body, request, reply }) => {
      const { me, tokens, device } = await activate(services, body, clientOf(request));
      services.wakeMail();
      app.forgetActors();
      await setSessionCookies(request, reply, tokens, me.language);
      setDeviceCookie(request, reply, device);
      return me;
    },
    'POST /api/auth/forgot-password': async ({ body, request }) => {
      await forgotPassword(db, services, body.login, request.ip);
      return undefined;
    },
  });
}

import { approvalLinkRoutes } from '@konnekt/shared/approval-links/approval-link.contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { approve, look, revoke } from './approval-link.service.ts';

export function registerApprovalLinks(app: FastifyInstance, services: Services): void {
  const { db } = services;
  const who = async (request: FastifyRequest) => ({
    visitor: await app.signedIn(request),
    today: services.today(),
  });
  serve(app, services, approvalLinkRoutes, {
    'POST /api/approval-links/look': async ({ body, request }) => look(db, body.token, await who(request)),
    'POST /api/approval-links/approve': async ({ body, request }) => approve(db, body, await who(request)),
    'POST /api/approval-links/revoke': async ({ body }) => {
      await revoke(db, body.token);
      return undefined;
    },
  });
}

import { approvalTextRoutes } from '@konnekt/shared/approval-texts/approval-text.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { listApprovalTexts } from './approval-text.repository.ts';

export function registerApprovalTexts(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, approvalTextRoutes, {
    'GET /api/approval-texts': async ({ sight }) => ({ items: await listApprovalTexts(db, sight) }),
  });
}

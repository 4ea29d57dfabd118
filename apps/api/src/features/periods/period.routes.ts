import type { Actor } from '@konnekt/shared/basics/actor';
import { periodRoutes } from '@konnekt/shared/periods/period.contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import { findPeriodRecord, listPeriodRecords, setClosed } from './period.repository.ts';

export function registerPeriods(app: FastifyInstance, { db }: Services): void {
  /** One of two who press at once is told that it was done already. */
  const turn = (actor: Actor, request: FastifyRequest, id: string, isClosed: boolean) =>
    db.transaction(authorOf(actor, request), async (tx) => {
      const isTurned = await setClosed(tx, id, isClosed);
      const now = await findPeriodRecord(tx, id);
      if (!now) throw new Problem('not-found');
      if (!isTurned) throw new Problem('record-changed');
      return now;
    });

  serve(app, periodRoutes, {
    'GET /api/office/periods': async ({ query }) => ({ items: await listPeriodRecords(db, query.type, query.year) }),
    'POST /api/periods/:id/close': ({ actor, request, params }) => turn(actor, request, params.id, true),
    'POST /api/periods/:id/reopen': ({ actor, request, params }) => turn(actor, request, params.id, false),
  });
}

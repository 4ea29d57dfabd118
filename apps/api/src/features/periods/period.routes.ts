import { periodRoutes } from '@konnekt/shared/periods/period.contract';
import type { FastifyInstance } from 'fastify';
import type { Author } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { findPeriodRecord, listPeriodRecords, listPeriods, setClosed } from './period.repository.ts';

export function registerPeriods(app: FastifyInstance, services: Services): void {
  const { db } = services;
  /** One of two who press at once is told that it was done already. */
  const turn = (author: Author, id: string, isClosed: boolean) =>
    db.transaction(author, async (tx) => {
      const isTurned = await setClosed(tx, id, isClosed);
      const now = await findPeriodRecord(tx, id);
      if (!now) throw new Problem('not-found');
      if (!isTurned) throw new Problem('record-changed');
      return now;
    });

  serve(app, services, periodRoutes, {
    'GET /api/periods': async ({ query }) => ({ items: await listPeriods(db, query.type, query.year) }),
    'GET /api/office/periods': async ({ query }) => ({ items: await listPeriodRecords(db, query.type, query.year) }),
    'POST /api/periods/:id/close': ({ author, params }) => turn(author, params.id, true),
    'POST /api/periods/:id/reopen': ({ author, params }) => turn(author, params.id, false),
  });
}

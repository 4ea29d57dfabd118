import { holidayRoutes } from '@konnekt/shared/holidays/holiday.contract';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { findList, writeList } from './holiday.repository.ts';

export function registerHolidays(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, holidayRoutes, {
    'GET /api/office/holidays': async ({ sight, query: { organisationId = null, year } }) => {
      const list = await findList(db, sight, { organisationId, year });
      if (!list) throw new Problem('not-found');
      return list;
    },
    'PUT /api/office/holidays': ({ sight, author, body }) =>
      db.transaction(author, async (tx) => {
        const before = await findList(tx, sight, body);
        if (!before) throw new Problem('not-found');
        const days = body.days?.toSorted((one, other) => one.date.localeCompare(other.date)) ?? null;
        if (!(await writeList(tx, { ...body, days }))) throw new Problem('record-changed', { version: before.version });
        return (await findList(tx, sight, body)) ?? before;
      }),
  });
}

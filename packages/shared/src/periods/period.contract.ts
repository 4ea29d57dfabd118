import { z } from 'zod';
import { zById, zId, zInstant, zYearQuery } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zPeriod } from './period.schema.ts';

/** A period with whether it is closed, and its worksheets: all, and those not yet final. */
const zPeriodRecord = zPeriod.extend({
  id: zId,
  closedAt: zInstant.nullable(),
  worksheets: z.int(),
  unfinished: z.int(),
});
export type PeriodRecord = z.output<typeof zPeriodRecord>;

export const periodRoutes = {
  'GET /api/periods': {
    access: 'signed-in',
    summary: 'The periods of a year',
    query: z.object({ type: zPeriod.shape.type.default('week'), year: zYearQuery }),
    response: z.object({ items: z.array(zPeriod) }),
  },
  'GET /api/office/periods': {
    access: office,
    summary: 'The periods of a year with their state',
    query: z.object({ type: zPeriod.shape.type.default('week'), year: zYearQuery }),
    response: z.object({ items: z.array(zPeriodRecord) }),
  },
  'POST /api/periods/:id/close': {
    access: office,
    summary: 'Close a period: no hours of it are entered or sent any more',
    params: zById,
    response: zPeriodRecord,
  },
  'POST /api/periods/:id/reopen': {
    access: office,
    summary: 'Open a closed period again',
    params: zById,
    response: zPeriodRecord,
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zId, zList, zPage, zSearch, zYearQuery } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zHourType, zPeriod, zPlacementSummary } from '../worksheets/worksheet.schema.ts';

/** What filters and pickers read: organisations, employees, placements, periods and hour types this person may see. */
export const organisationRoutes = {
  'GET /api/organisations': {
    access: 'signed-in',
    summary: 'Organisations this person may see',
    query: z.object({ ...zPage, q: zSearch.optional() }),
    response: zList(z.object({ id: zId, name: z.string(), city: z.string().nullable() })),
  },
  'GET /api/employees': {
    access: 'signed-in',
    summary: 'Employees this person may see',
    query: z.object({ ...zPage, q: zSearch.optional(), organisationId: zId.optional() }),
    response: zList(z.object({ id: zId, name: z.string(), sortName: z.string() })),
  },
  'GET /api/placements': {
    access: 'signed-in',
    summary: 'Placements this person may see',
    query: z.object({
      ...zPage,
      q: zSearch.optional(),
      organisationId: zId.optional(),
      employeeId: zId.optional(),
    }),
    response: zList(zPlacementSummary),
  },
  'GET /api/periods': {
    access: 'signed-in',
    summary: 'The periods of a year',
    query: z.object({ type: zPeriod.shape.type.default('week'), year: zYearQuery }),
    response: z.object({ items: z.array(zPeriod) }),
  },
  'GET /api/hour-types': {
    access: 'signed-in',
    summary: 'Hour types in use',
    response: z.object({ items: z.array(zHourType) }),
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zById, zId, zList, zPage, zSearch } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import {
  zCreatePlacement,
  zPlacement,
  zPlacementQuery,
  zPlacementRow,
  zPlacementSummary,
  zSavePlacement,
  zSetRates,
} from './placement.schema.ts';

/** The agency's records of who works where, and for which rates. */
export const placementRoutes = {
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
  'GET /api/office/placements': {
    access: office,
    summary: 'Placements, with what the office looks for',
    query: zPlacementQuery,
    response: zList(zPlacementRow),
  },
  'GET /api/placements/:id': {
    access: office,
    summary: 'One placement with its rates',
    params: zById,
    response: zPlacement,
  },
  'POST /api/placements': {
    access: office,
    summary: 'A new placement',
    body: zCreatePlacement,
    response: zPlacement,
    status: 201,
  },
  'PUT /api/placements/:id': {
    access: office,
    summary: 'Change a placement, or end it by date',
    params: zById,
    body: zSavePlacement,
    response: zPlacement,
  },
  'POST /api/placements/:id/rates': {
    access: office,
    summary: 'New rates from a day on; what was before stays',
    params: zById,
    body: zSetRates,
    response: zPlacement,
    status: 201,
  },
  'DELETE /api/placement-rates/:id': {
    access: office,
    summary: 'Take back a rate that begins after the last finalised hours',
    params: zById,
    response: zPlacement,
  },
} as const satisfies Routes;

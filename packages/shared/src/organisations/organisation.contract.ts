import { z } from 'zod';
import { zById, zId, zList, zPage, zSearch, zYearQuery } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zHourType, zPeriod, zPlacementSummary } from '../worksheets/worksheet.schema.ts';
import {
  zBudgetNumber,
  zCreateBudgetNumber,
  zCreateOrganisation,
  zOrganisation,
  zOrganisationQuery,
  zOrganisationRow,
  zSaveBudgetNumber,
  zSaveOrganisation,
} from './organisation.schema.ts';

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

/** The agency's records of its clients. */
export const organisationRecordRoutes = {
  'GET /api/office/organisations': {
    access: office,
    summary: 'Clients, with what the office looks for',
    query: zOrganisationQuery,
    response: zList(zOrganisationRow),
  },
  'GET /api/organisations/:id': {
    access: office,
    summary: 'One client with all that is kept of it',
    params: zById,
    response: zOrganisation,
  },
  'POST /api/organisations': {
    access: office,
    summary: 'A new client',
    body: zCreateOrganisation,
    response: zOrganisation,
    status: 201,
  },
  'PUT /api/organisations/:id': {
    access: office,
    summary: 'Change a client',
    params: zById,
    body: zSaveOrganisation,
    response: zOrganisation,
  },
  'POST /api/organisations/:id/budget-numbers': {
    access: office,
    summary: 'A new budget number of a client',
    params: zById,
    body: zCreateBudgetNumber,
    response: zBudgetNumber,
    status: 201,
  },
  'PUT /api/budget-numbers/:id': {
    access: office,
    summary: 'Change a budget number, or end it by date',
    params: zById,
    body: zSaveBudgetNumber,
    response: zBudgetNumber,
  },
} as const satisfies Routes;

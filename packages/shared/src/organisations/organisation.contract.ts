import { z } from 'zod';
import { zById, zId, zList, zPage, zSearch } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zBudgetNumber, zCreateBudgetNumber, zSaveBudgetNumber } from './budget-number.schema.ts';
import {
  zCreateOrganisation,
  zOrganisation,
  zOrganisationQuery,
  zOrganisationRow,
  zSaveOrganisation,
} from './organisation.schema.ts';

/** What filters and pickers read: organisations that this person may see. */
export const organisationRoutes = {
  'GET /api/organisations': {
    access: 'signed-in',
    summary: 'Organisations this person may see',
    query: z.object({ ...zPage, q: zSearch.optional() }),
    response: zList(z.object({ id: zId, name: z.string(), city: z.string().nullable() })),
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
  'GET /api/agency-contacts': {
    access: office,
    summary: 'Who of the office can be a client’s contact, by surname',
    response: z.object({ items: z.array(z.object({ id: zId, name: z.string() })) }),
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

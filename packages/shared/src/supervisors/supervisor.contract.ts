import { z } from 'zod';
import { zById, zId, zList, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zInvitable, zInvited, zInvitedStates } from '../employees/employee.schema.ts';
import {
  zChangeRight,
  zCreateSupervisor,
  zEndRight,
  zGiveRight,
  zSaveSupervisor,
  zSupervisor,
  zSupervisorFilter,
  zSupervisorQuery,
  zSupervisorRight,
  zSupervisorRow,
} from './supervisor.schema.ts';

/** The clients' people who approve, register and see invoices, and what each may do where and when. */
export const supervisorRoutes = {
  'GET /api/office/supervisors': {
    access: office,
    summary: 'Supervisors, with what the office looks for',
    query: zSupervisorQuery,
    response: zList(zSupervisorRow),
  },
  'GET /api/supervisor-rights': {
    access: office,
    summary: 'The rights at one organisation: what was, holds and is to come, by name',
    query: z.object({ organisationId: zId }),
    response: z.object({ items: z.array(zSupervisorRight) }),
  },
  'GET /api/office/supervisors/invitable': {
    access: office,
    summary: 'How many of the list were never invited, have a link that works no more, and so on',
    query: zSupervisorFilter,
    response: zInvitable,
  },
  'POST /api/office/supervisors/invite': {
    access: office,
    summary: 'Mail a link to whoever of the list stands so with their account; an earlier link stops working',
    body: zSupervisorFilter.extend({ states: zInvitedStates }),
    response: zInvited,
  },
  'GET /api/supervisors/:id': {
    access: office,
    summary: 'One supervisor with all their rights',
    params: zById,
    response: zSupervisor,
  },
  'POST /api/supervisors': {
    access: office,
    summary: 'A new supervisor with account and rights',
    body: zCreateSupervisor,
    response: zSupervisor,
    status: 201,
  },
  'PUT /api/supervisors/:id': {
    access: office,
    summary: 'Change a supervisor’s name and how they are reached',
    params: zById,
    body: zSaveSupervisor,
    response: zSupervisor,
  },
  'POST /api/supervisors/:id/rights': {
    access: office,
    summary: 'Give a right at an organisation from a day on',
    params: zById,
    body: zGiveRight,
    response: zSupervisor,
    status: 201,
  },
  'POST /api/supervisor-rights/:id/change': {
    access: office,
    summary: 'From a day on another right, here or at another organisation; the one before ends',
    params: zById,
    body: zChangeRight,
    response: zSupervisor,
  },
  'POST /api/supervisor-rights/:id/end': {
    access: office,
    summary: 'The last day of a right, or that it has none',
    params: zById,
    body: zEndRight,
    response: zSupervisor,
  },
  'DELETE /api/supervisor-rights/:id': {
    access: office,
    summary: 'Take back a right that begins today or later; the one that ended for it goes on',
    params: zById,
    body: z.object({ version: zVersion }),
    response: zSupervisor,
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zById, zId, zList, zPage, zSearch } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import {
  zCreateEmployee,
  zEmployee,
  zEmployeeFilter,
  zEmployeeQuery,
  zEmployeeRow,
  zInvitable,
  zInvited,
  zInvitedStates,
  zSaveEmployee,
} from './employee.schema.ts';

/** The agency's records of its employees. */
export const employeeRoutes = {
  'GET /api/employees': {
    access: 'signed-in',
    summary: 'Employees this person may see',
    query: z.object({ ...zPage, q: zSearch.optional(), organisationId: zId.optional() }),
    response: zList(z.object({ id: zId, name: z.string(), sortName: z.string() })),
  },
  'GET /api/office/employees': {
    access: office,
    summary: 'Employees, with what the office looks for',
    query: zEmployeeQuery,
    response: zList(zEmployeeRow),
  },
  'GET /api/office/employees/invitable': {
    access: office,
    summary: 'How many of the list were never invited, have a link that works no more, and so on',
    query: zEmployeeFilter,
    response: zInvitable,
  },
  'POST /api/office/employees/invite': {
    access: office,
    summary: 'Mail a link to whoever of the list stands so with their account; an earlier link stops working',
    body: zEmployeeFilter.extend({ states: zInvitedStates }),
    response: zInvited,
  },
  'GET /api/employees/:id': {
    access: office,
    summary: 'One employee with all that is kept of them',
    params: zById,
    response: zEmployee,
  },
  'POST /api/employees': {
    access: office,
    summary: 'A new employee; with an e-mail address also their account',
    body: zCreateEmployee,
    response: zEmployee,
    status: 201,
  },
  'PUT /api/employees/:id': {
    access: office,
    summary: 'Change an employee',
    params: zById,
    body: zSaveEmployee,
    response: zEmployee,
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zById, zLine, zSoundDay, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zEmployee } from '../employees/employee.schema.ts';
import { zSupervisor } from '../supervisors/supervisor.schema.ts';

/** Somebody who supervises and works as well. Of an employee a supervisor is made by giving them a right. */
export const roleRoutes = {
  'POST /api/people/:id/employee': {
    access: office,
    summary: 'Make an employee of a supervisor: one person, one account, both roles',
    params: zById,
    body: z.object({
      version: zVersion,
      personnelNumber: zLine(longest.recordNumber),
      birthDate: zSoundDay.nullable().default(null),
    }),
    response: zEmployee,
    status: 201,
  },
  'DELETE /api/people/:id/employee': {
    access: office,
    summary: 'A supervisor who was never placed is no employee any more',
    params: zById,
    body: z.object({ version: zVersion }),
    response: zSupervisor,
  },
  'DELETE /api/people/:id/supervisor': {
    access: office,
    summary: 'An employee supervises no more: rights that hold end yesterday, those to come are gone',
    params: zById,
    body: z.object({ version: zVersion }),
    response: zEmployee,
  },
} as const satisfies Routes;

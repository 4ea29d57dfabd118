import { z } from 'zod';
import { zId, zRole } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';

/** What everybody may know of the agency, logged in or not. */
const zAgency = z.object({
  name: z.string(),
  logoFileId: zId.nullable().describe('See GET /api/agency/logo/:id'),
  accentColour: z.string(),
  helpdeskPhone: z.string(),
  helpdeskEmail: z.string(),
  lastApproval: z.boolean(),
  weekFiftyThree: z.enum(['long-last-period', 'separate-week']),
  /** Demo mode only: who one can log in as. */
  demo: z.object({ password: z.string(), accounts: z.array(z.object({ email: z.string(), role: zRole })) }).nullable(),
});
export type Agency = z.output<typeof zAgency>;

export const agencyRoutes = {
  'GET /api/agency': { access: 'public', summary: 'Name, look and help desk of the agency', response: zAgency },
  'GET /api/agency/logo/:id': {
    access: 'public',
    summary: 'The logo of the agency, under an address that is another one for another logo',
    params: z.object({ id: zId }),
    answersFile: true,
  },
  'GET /api/health': {
    access: 'public',
    summary: 'Alive and able to reach its database',
    response: z.object({ status: z.literal('ok') }),
  },
} as const satisfies Routes;

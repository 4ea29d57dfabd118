import { z } from 'zod';
import { zDay, zId, zVersion } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';

/** Why a person's data is kept: their hours, or what they decided on, belong to the books (seven years, AWR art. 52). */
const keptReasons = ['has-hours', 'has-decided', 'works-here'] as const;

const zPersonalData = z.object({
  personId: zId,
  name: z.string(),
  version: zVersion,
  /** None: this person never worked and may be erased. */
  keptBecause: z.enum(keptReasons).nullable(),
  /** Last day for which the books must be kept: the end of the seventh year after the last hours or decision. */
  keptUntil: zDay.nullable(),
});
export type PersonalData = z.output<typeof zPersonalData>;

const office = ['staff', 'admin'] as const;
const params = z.object({ id: zId });

export const personalDataRoutes = {
  'GET /api/people/:id/personal-data': {
    access: office,
    summary: 'Whether a person may be erased, or why and how long their data is kept',
    params,
    response: zPersonalData,
  },
  'GET /api/people/:id/personal-data/file': {
    access: office,
    summary: 'All that is stored of one person, as JSON (GDPR art. 15 and 20)',
    params,
    answersFile: true,
  },
  'POST /api/people/:id/erase': {
    access: ['admin'],
    summary: 'Erase a person who never worked; cannot be undone',
    params,
    body: z.object({ version: zVersion }),
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zId, zInstant, zList, zPage } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { workNames } from './background.words.ts';

/** Work outside a request that failed. */
const zFailure = z.object({
  id: zId,
  work: z.enum(workNames),
  subject: z.string().nullable().describe('What it was about: the name of a file'),
  error: z.string().describe('As the log of the server has it'),
  tookMs: z.int(),
  at: zInstant,
});
export type Failure = z.output<typeof zFailure>;

export const backgroundRoutes = {
  'GET /api/failures': {
    access: office,
    summary: 'Work outside requests that failed, newest first: imports, jobs, what follows on an answer',
    query: z.object(zPage),
    response: zList(zFailure),
  },
} as const satisfies Routes;

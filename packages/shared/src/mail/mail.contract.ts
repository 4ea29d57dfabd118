import { z } from 'zod';
import { zId, zInstant, zLanguage, zList, zPage } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';

/** A mail that would have been sent, as it can be read in the demo. */
export const zDemoMail = z.object({
  id: zId,
  to: z.string(),
  language: zLanguage,
  subject: z.string(),
  text: z.string().describe('Empty once it is gone'),
  at: zInstant,
});
export type DemoMail = z.output<typeof zDemoMail>;

export const mailRoutes = {
  'GET /api/demo/mails': {
    access: 'public',
    summary: 'Demo only: the mails that would have been sent, newest first',
    query: z.object(zPage),
    response: zList(zDemoMail),
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zLanguage, zLoginName } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zMe, zNewPassword } from './account.schema.ts';
import { linkPurposes, linkStates } from './link.rules.ts';

/** What a mail carries; anything else is a link that is not known. */
const zToken = z.string().min(1).max(200);

/** What a link is good for. Whose it is, is told only to who has it. */
const zLink = z.object({
  state: z.enum(linkStates),
  purpose: z.enum(linkPurposes).nullable(),
  name: z.string().nullable(),
  /** What they log in with. */
  email: z.string().nullable(),
  language: zLanguage.nullable(),
});
export type Link = z.output<typeof zLink>;

export const linkRoutes = {
  'POST /api/auth/link': {
    access: 'public',
    summary: 'What a link from a mail is good for; uses nothing up',
    body: z.object({ token: zToken }),
    response: zLink,
  },
  'POST /api/auth/activate': {
    access: 'public',
    summary: 'Use a link once: set the own password, and log in',
    body: z.object({ token: zToken, password: zNewPassword }),
    response: zMe,
  },
  'POST /api/auth/forgot-password': {
    access: 'public',
    summary: 'Ask for a link by mail; the answer is the same whether there is an account or not',
    body: z.object({ login: zLoginName }),
  },
} as const satisfies Routes;

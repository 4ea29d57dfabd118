import { z } from 'zod';
import { namesOnce, zId, zInstant, zLanguage, zList, zPage, zSearch } from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { office, type Routes } from '../basics/route.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { byTime } from '../basics/sorts.ts';
import { mailFailures, mailStates, tryAgainRefusals } from './mail.words.ts';

/** A mail that would have been sent, as it can be read in the demo. */
const zDemoMail = z.object({
  id: zId,
  to: z.string(),
  language: zLanguage,
  subject: z.string(),
  text: z.string().describe('Empty once it is gone'),
  at: zInstant,
});
export type DemoMail = z.output<typeof zDemoMail>;

/** A mail of the outbox. Never its words: links in them are secret. */
const zOutboxMail = z.object({
  id: zId,
  kind: z.string().describe('activation, new-password, colleague-invitation, address-changed, password-changed'),
  to: z.string(),
  name: z.string().nullable().describe('Whose account it is about'),
  subject: z.string(),
  state: z.enum(mailStates),
  failure: z.enum(mailFailures).nullable().describe('Why it did not go'),
  error: z.string().nullable().describe('What the mail server said'),
  tries: z.int(),
  at: zInstant.describe('When it was written'),
  sentAt: zInstant.nullable(),
  nextTryAt: zInstant.nullable().describe('None where it is not tried any more'),
  notAgain: z.enum(tryAgainRefusals).nullable().describe('Why it cannot be tried again; none where it can'),
});
export type OutboxMail = z.output<typeof zOutboxMail>;

const mailFilters = {
  q: zSearch.optional().describe('In the address, the name and the subject'),
  state: z.enum(mailStates).optional(),
  sort: z.enum(byTime).default('-at').describe('By when it was written'),
};
const zMailQuery = z.object({ ...mailFilters, ...zPage });
export type MailQuery = z.output<typeof zMailQuery>;
const zMailsFile = z.object({ ...mailFilters, ...zSheetAsked });
export type MailsFile = z.output<typeof zMailsFile>;

export const mailRoutes = {
  'GET /api/demo/mails': {
    access: 'public',
    summary: 'Demo only: the mails that would have been sent, newest first',
    query: z.object(zPage),
    response: zList(zDemoMail),
  },
  'GET /api/mails': {
    access: office,
    summary:
      'The outbox, newest first where it is not asked otherwise: what was mailed to whom, and why it did not go; never the words of a mail',
    query: zMailQuery,
    response: zList(zOutboxMail),
  },
  'GET /api/mails/export': {
    access: office,
    summary: 'The same as a file: all that the filters hold',
    query: zMailsFile,
    answersFile: true,
  },
  'POST /api/mails/test': {
    access: office,
    summary: 'Mail oneself, to see that mail arrives; what became of it is in the outbox',
    response: z.object({ to: z.string() }),
    status: 201,
  },
  'POST /api/mails/try-again': {
    access: office,
    summary: 'Try mails again that did not go: those named, or all; what was sent, or holds a dead link, is not',
    body: z.object({
      ids: z
        .array(zId)
        .min(1)
        .max(mostAtOnce)
        .superRefine(namesOnce())
        .optional()
        .describe('Without it all that failed and can be sent'),
    }),
    response: z.object({
      done: z.int().describe('How many are tried again'),
      refused: z.array(z.object({ id: zId, code: z.enum(tryAgainRefusals) })),
    }),
  },
} as const satisfies Routes;

import { z } from 'zod';
import { namesOnce, zById, zId, zInstant, zPerItem } from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { office, type Routes } from '../basics/route.ts';
import { mailFailures, mailStates } from '../mail/mail.words.ts';
import { notSent } from './invoice.words.ts';

/** That an invoice was mailed, or a reminder of it, and what became of that. */
const zSending = z.object({
  id: zId,
  step: z.int().min(0).max(3).describe('0 is the invoice itself, then its reminders'),
  to: z.string(),
  at: zInstant,
  byName: z.string().nullable().describe('None where the clock did it'),
  state: z.enum(mailStates),
  failure: z.enum(mailFailures).nullable(),
  error: z.string().nullable().describe('What the mail server said'),
  tries: z.int(),
  sentAt: zInstant.nullable(),
  mailId: zId.nullable().describe('What to try again; none while it is being written'),
  canTryAgain: z.boolean(),
});
export type InvoiceSending = z.output<typeof zSending>;

export const invoiceSendingRoutes = {
  'POST /api/invoices/send': {
    access: office,
    summary:
      'Mail final invoices with their files to their clients; what was mailed already only where that is asked for',
    body: z.object({
      ids: z.array(zId).min(1).max(mostAtOnce).superRefine(namesOnce()),
      again: z.boolean().default(false).describe('Also what was mailed before; never what is still on its way'),
    }),
    response: zPerItem(z.object({ id: zId }), z.object({ id: zId, code: z.enum(notSent) })),
  },
  'GET /api/invoices/:id/sendings': {
    access: office,
    summary:
      'When an invoice and its reminders were mailed, to whom and by whom, and what became of that; newest first',
    params: zById,
    response: z.object({ items: z.array(zSending) }),
  },
} as const satisfies Routes;

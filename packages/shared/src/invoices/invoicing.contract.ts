import { z } from 'zod';
import { zText, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { longestSeries, numberDigits } from './invoice.words.ts';

const zStep = z.object({
  days: z.int().min(1).max(180).describe('After the due date'),
  textNl: zText(longest.reason).nullable().default(null).describe('Said in place of the usual sentence'),
  textEn: zText(longest.reason).nullable().default(null),
});

const zSeries = z
  .string()
  .trim()
  .max(longestSeries)
  .regex(/^(?:[A-Za-z0-9-]*[A-Za-z-])?$/)
  .describe('Stands before the year: letters, figures and -, no figure last');

/** How the agency numbers and reminds of invoices, and from when it warns of a budget. */
const zInvoicing = z.object({
  numbers: z.object({
    invoice: zSeries,
    credit: zSeries.describe('Where it differs from that of invoices, credit notes count by themselves'),
    digits: z.int().min(numberDigits.least).max(numberDigits.most),
  }),
  reminders: z.object({
    isOn: z.boolean(),
    steps: z.tuple([zStep, zStep, zStep]).superRefine((steps, ctx) => {
      steps.forEach(({ days }, n) => {
        const before = steps[n - 1];
        if (before && days <= before.days)
          ctx.addIssue({ code: 'custom', path: [n, 'days'], params: { code: 'not-later' } });
      });
    }),
  }),
  budgets: z.object({
    warnFromBp: z.int().min(0).max(10_000).describe('Of a budget: what is used or ready'),
    warnDays: z.int().min(0).max(365).describe('Before the last day of a budget'),
  }),
});
export type Invoicing = z.output<typeof zInvoicing>;
const zSaved = zInvoicing.extend({ version: zVersion });
export type SavedInvoicing = z.output<typeof zSaved>;

export const invoicingRoutes = {
  'GET /api/settings/invoicing': {
    access: office,
    summary: 'How invoices are numbered, when they are reminded of, and from when a budget is warned of',
    response: zSaved,
  },
  'PUT /api/settings/invoicing': {
    access: ['admin'],
    summary: 'Change how invoices are numbered, when they are reminded of, and from when a budget is warned of',
    body: zSaved,
    response: zSaved,
  },
} as const satisfies Routes;

import { z } from 'zod';
import { zById, zDay, zId, zList, zPage, zSearch } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { budgetStages, budgetWarnings } from './budget.words.ts';

const zAmount = z.object({
  cents: z.int().describe('Without VAT'),
  minutes: z.int().describe('Of hours; surcharges and what is counted are none'),
});
const zBudget = z.object({
  id: zId,
  organisationId: zId,
  organisationName: z.string(),
  number: z.string(),
  description: z.string().nullable(),
  validFrom: zDay.nullable(),
  validUntil: zDay.nullable(),
  budgetCents: z.int().nullable(),
  budgetMinutes: z.int().nullable(),
  used: zAmount.describe('On final invoices, less credit notes'),
  ready: zAmount.describe('Final, and on no final invoice yet'),
  waiting: zAmount.describe('Sent, and not final yet'),
  warnings: z.array(z.enum(budgetWarnings)),
});
export type Budget = z.output<typeof zBudget>;

const zBudgetLine = z.object({
  stage: z.enum(budgetStages),
  invoiceId: zId.nullable(),
  invoiceNumber: z.string().nullable(),
  invoiceLineId: zId.nullable(),
  worksheetId: zId.nullable().describe('Of what is on no invoice yet'),
  employeeName: z.string().nullable(),
  description: z.string().nullable().describe('Of a line that was typed'),
  day: zDay.nullable(),
  isoYear: z.int().nullable(),
  isoWeek: z.int().nullable(),
  hourTypeNl: z.string().nullable(),
  hourTypeEn: z.string().nullable(),
  unit: zHourType.shape.unit,
  size: z.int(),
  cents: z.int(),
  minutes: z.int(),
});
export type BudgetLine = z.output<typeof zBudgetLine>;

export const budgetRoutes = {
  'GET /api/budgets': {
    access: ['supervisor', ...office],
    summary: 'Budget numbers with what is used, ready and left: of the clients whose invoices one may see',
    query: z.object({
      ...zPage,
      q: zSearch.optional().describe('Number, description or organisation'),
      organisationId: zId.optional(),
      state: z.enum(['with-budget', 'warned']).optional(),
    }),
    response: zList(zBudget),
  },
  'GET /api/budgets/:id': {
    access: ['supervisor', ...office],
    summary: 'A budget number with all that is on it, down to the hours: its sums are those of these lines',
    params: zById,
    response: zBudget.extend({ lines: z.array(zBudgetLine) }),
  },
} as const satisfies Routes;

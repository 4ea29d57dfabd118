import { z } from 'zod';
import { inOrder } from '../basics/contact-fields.ts';
import { zDay, zId, zLine, zSoundDay, zVersion } from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';

const budgetNumber = {
  number: zLine(longest.budgetNumber),
  description: zLine(longest.description).nullable().default(null),
  orderNumber: zLine(longest.budgetNumber).nullable().default(null).describe('The client’s purchase order'),
  orderLine: zLine(longest.budgetNumber).nullable().default(null).describe('A line of that order'),
  costCentre: zLine(longest.budgetNumber).nullable().default(null),
  validFrom: zSoundDay.nullable().default(null),
  validUntil: zSoundDay.nullable().default(null),
  budgetCents: z.int32().min(1).nullable().default(null).describe('Whole cents without VAT'),
  budgetMinutes: z.int32().min(1).nullable().default(null).describe('Whole minutes; in place of an amount'),
};
type Budget = Record<'budgetCents' | 'budgetMinutes', number | null> &
  Record<'orderNumber' | 'orderLine', string | null>;
/** A budget is an amount or hours, never both; a line is one of an order. */
const whole = <T extends z.ZodType<Budget>>(schema: T) =>
  schema
    .refine(({ budgetCents, budgetMinutes }) => budgetCents === null || budgetMinutes === null, {
      path: ['budgetMinutes'],
      params: { code: 'amount-or-hours' },
    })
    .refine(({ orderNumber, orderLine }) => orderLine === null || orderNumber !== null, {
      path: ['orderNumber'],
      params: { code: 'required' },
    });
export const zCreateBudgetNumber = whole(inOrder(z.object(budgetNumber)));
export const zSaveBudgetNumber = whole(inOrder(z.object({ ...budgetNumber, version: zVersion })));
export type BudgetNumberFields = z.output<typeof zCreateBudgetNumber>;

/** A client's own reference, from–until (both included; none is always). */
export const zBudgetNumber = z.object({
  id: zId,
  version: zVersion,
  number: z.string(),
  description: z.string().nullable(),
  orderNumber: z.string().nullable(),
  orderLine: z.string().nullable(),
  costCentre: z.string().nullable(),
  validFrom: zDay.nullable(),
  validUntil: zDay.nullable(),
  budgetCents: z.int().nullable(),
  budgetMinutes: z.int().nullable(),
});
export type BudgetNumber = z.output<typeof zBudgetNumber>;

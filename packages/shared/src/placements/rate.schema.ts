import { z } from 'zod';
import { zRateCents } from '../basics/contact-fields.ts';
import { namesOnce, zDay, zId } from '../basics/fields.ts';

/** Rates that are given together: one per hour type. */
export const zGivenTypeRates = z
  .array(z.object({ hourTypeId: zId, payCents: zRateCents, billCents: zRateCents }))
  .min(1)
  .max(100)
  .superRefine(namesOnce('hourTypeId'));

/** Lines of one hour type that are paid, and for whose days no rate was agreed. */
export const zMissingRate = z.object({
  code: z.string(),
  nameNl: z.string(),
  nameEn: z.string(),
  date: zDay.nullable().describe('The first of their days; none of totals of a period'),
  lines: z.int(),
});
export type MissingRate = z.output<typeof zMissingRate>;

import { z } from 'zod';
import { zDay } from '../basics/fields.ts';

/** Lines of one hour type that are paid, and for whose days no rate was agreed. */
export const zMissingRate = z.object({
  code: z.string(),
  nameNl: z.string(),
  nameEn: z.string(),
  date: zDay.nullable().describe('The first of their days; none of totals of a period'),
  lines: z.int(),
});
export type MissingRate = z.output<typeof zMissingRate>;

import { z } from 'zod';
import { zDay } from '../basics/fields.ts';

const periodTypes = ['week', 'four-weeks', 'month'] as const;

/** Both days are part of it. */
export const zPeriod = z.object({
  type: z.enum(periodTypes),
  year: z.int(),
  number: z.int(),
  startsOn: zDay,
  endsOn: zDay,
});

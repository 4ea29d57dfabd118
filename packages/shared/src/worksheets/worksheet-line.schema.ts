import { z } from 'zod';
import { zDay, zId, zLine, zMinutes, zText } from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';
import { mostQuantity } from '../hour-types/hour-type.words.ts';

const clockText = 'Local wall time in Europe/Amsterdam, HH:MM';

const zStart = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe(clockText);
const zEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .describe(`${clockText}; at or before the start is on the next day`);

/** The receipt of a line: a file that was handed in. Whoever types names it; what it is called is the API's. */
const zReceipt = z.object({ id: zId, name: z.string().max(longest.fileName), sha256: z.string().max(64) });
export type Receipt = z.output<typeof zReceipt>;

/** One line as typed: either minutes, or times from which the minutes follow. */
export const zHourLineInput = z.object({
  hourTypeId: zId,
  date: zDay.nullable().describe('None where a whole period is registered at once'),
  minutes: zMinutes.min(0).max(60 * 24 * 36),
  quantity: z
    .int()
    .min(0)
    .max(mostQuantity)
    .nullable()
    .default(null)
    .describe(
      'Of a hour type that is no time: surcharge minutes, hundredths of a kilometre or piece, cents; minutes are 0 then',
    ),
  startsAt: zStart.nullable().default(null),
  endsAt: zEnd.nullable().default(null),
  breakMinutes: zMinutes.min(0).max(1440).nullable().default(null),
  budgetNumber: zLine(longest.budgetNumber).nullable().default(null),
  remark: zText(longest.lineRemark).nullable().default(null),
  receipt: zReceipt.nullish().describe('Where its hour type asks for one'),
});
export type HourLineInput = z.output<typeof zHourLineInput>;

export const zHourLine = zHourLineInput.extend({
  number: z.int().min(1).describe('Names the line within its worksheet, for ever'),
  minutes: zMinutes,
  quantity: z.int().nullable(),
});
export type HourLine = z.output<typeof zHourLine>;

import { z } from 'zod';
import { zId } from '../basics/fields.ts';
import { hourKinds, hourUnits, receiptWishes } from './hour-type.words.ts';

export const zHourType = z.object({
  id: zId,
  code: z.string(),
  nameNl: z.string(),
  nameEn: z.string(),
  kind: z.enum(hourKinds),
  unit: z.enum(hourUnits).describe('What its lines count: time of the day, hours beside that time, or something else'),
  isWorked: z.boolean(),
  receipt: z.enum(receiptWishes).describe('Whether its lines come with a receipt'),
});
export type HourType = z.output<typeof zHourType>;
export type HourKind = HourType['kind'];

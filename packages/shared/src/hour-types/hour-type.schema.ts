import { z } from 'zod';
import { zId } from '../basics/fields.ts';

const hourKinds = ['normal', 'overtime', 'irregular', 'travel', 'leave', 'sick', 'holiday', 'other'] as const;
export const zHourType = z.object({
  id: zId,
  code: z.string(),
  nameNl: z.string(),
  nameEn: z.string(),
  kind: z.enum(hourKinds),
  isWorked: z.boolean(),
});
export type HourType = z.output<typeof zHourType>;
export type HourKind = HourType['kind'];

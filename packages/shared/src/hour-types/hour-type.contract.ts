import { z } from 'zod';
import { zBasisPoints } from '../basics/contact-fields.ts';
import { zById, zLine, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zHourType } from './hour-type.schema.ts';

const fields = {
  nameNl: zLine(longest.hourTypeName),
  nameEn: zLine(longest.hourTypeName),
  kind: zHourType.shape.kind,
  unit: zHourType.shape.unit,
  billShareBp: zBasisPoints
    .max(100_000)
    .describe('Share of the normal rate that is billed, in hundredths of a percent'),
  payShareBp: zBasisPoints.max(100_000).describe('Share of the normal rate that is paid, in hundredths of a percent'),
  isWorked: z.boolean(),
  receipt: zHourType.shape.receipt.default('none'),
  forEmployee: z.boolean(),
  forSupervisor: z.boolean(),
  payrollCode: zLine(longest.payrollCode)
    .nullable()
    .default(null)
    .describe('What the payroll package calls it, where that is not the code'),
  sortOrder: z.int().min(0).max(9999),
  isActive: z.boolean(),
};
/** Expenses are billed as they are or a share of them in whole percents: that is the price of their line. */
const billed = <T extends z.ZodType<{ unit: string; billShareBp: number }>>(schema: T) =>
  schema.refine(({ unit, billShareBp }) => unit !== 'euros' || billShareBp % 100 === 0, {
    path: ['billShareBp'],
    params: { code: 'whole-number' },
  });

/** Sealed lines name the code: it is typed once and never changes. */
const createFields = z.object({
  code: z
    .string()
    .trim()
    .max(longest.hourTypeCode)
    .regex(/^[A-Z0-9+-]+$/),
  ...fields,
});
const zCreateHourType = billed(createFields);
const zSaveHourType = billed(z.object({ ...fields, version: zVersion }));
export type HourTypeFields = z.output<typeof zCreateHourType>;

/** An hour type with all that the office sets. */
const zHourTypeRecord = zHourType.extend({
  version: zVersion,
  billShareBp: z.int(),
  payShareBp: z.int(),
  forEmployee: z.boolean(),
  forSupervisor: z.boolean(),
  payrollCode: z.string().nullable(),
  sortOrder: z.int(),
  isActive: z.boolean(),
});
export type HourTypeRecord = z.output<typeof zHourTypeRecord>;

export const hourTypeRoutes = {
  'GET /api/hour-types': {
    access: 'signed-in',
    summary: 'Hour types in use',
    response: z.object({ items: z.array(zHourType) }),
  },
  'GET /api/office/hour-types': {
    access: office,
    summary: 'All hour types, in use or not, in their order',
    response: z.object({ items: z.array(zHourTypeRecord) }),
  },
  'POST /api/hour-types': {
    access: office,
    summary: 'A new hour type',
    body: zCreateHourType,
    response: zHourTypeRecord,
    status: 201,
  },
  'PUT /api/hour-types/:id': {
    access: office,
    summary: 'Change an hour type; its code never changes',
    params: zById,
    body: zSaveHourType,
    response: zHourTypeRecord,
  },
} as const satisfies Routes;

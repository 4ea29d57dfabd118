import { z } from 'zod';
import { zId, zInstant } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { ruleAreas } from './reconciliation.words.ts';

const zSize = z.number().describe('Minutes of hours, hundredths of what is counted, cents of expenses');

/** Of one client and hour type: what is final, where it went, and where it waits. */
const zSum = z.object({
  organisationId: zId,
  organisationName: z.string(),
  hourTypeId: zId,
  hourTypeNl: z.string(),
  hourTypeEn: z.string(),
  unit: zHourType.shape.unit,
  final: zSize,
  isBilled: z.boolean(),
  invoiced: zSize,
  onDrafts: zSize.describe('On an invoice that is not final yet'),
  toInvoice: zSize,
  paid: zSize,
  toPay: zSize,
  placementsThatDiffer: z.int().describe('Of which what is final is not what was invoiced and paid, or waits to be'),
});
export type ReconciliationSum = z.output<typeof zSum>;

const zCheck = z.object({
  id: zId,
  askedAt: zInstant,
  askedByName: z.string().nullable().describe('None: the clock'),
  rules: z.int(),
  rulesDone: z.int(),
  endedAt: zInstant.nullable(),
  broken: z.array(
    z.object({ rule: z.string(), area: z.enum(ruleAreas), count: z.int(), examples: z.array(z.string()) }),
  ),
});
export type DataCheck = z.output<typeof zCheck>;

export const reconciliationRoutes = {
  'GET /api/reconciliation': {
    access: office,
    summary:
      'Final hours beside what was invoiced and paid of them and what waits, by client and hour type, added up anew',
    response: z.object({ items: z.array(zSum) }),
  },
  'GET /api/reconciliation/check': {
    access: office,
    summary: 'The last check of all that must be true of the whole database, under way or done',
    response: z.object({ check: zCheck.nullable() }),
  },
  'POST /api/reconciliation/check': {
    access: office,
    summary: 'Check it now; one that is under way is answered as it is',
    response: z.object({ check: zCheck.nullable() }),
  },
} as const satisfies Routes;

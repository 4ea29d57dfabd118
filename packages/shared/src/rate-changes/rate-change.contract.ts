import { z } from 'zod';
import { zById, zDay, zId, zInstant, zList, zMinutes, zPage, zSoundDay, zText } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zGivenTypeRates } from '../placements/rate.schema.ts';
import { mostRiseBp } from './rate-change.bounds.ts';

/** A rise in hundredths of a percent; below zero rates go down. */
const zRise = z.int().min(-5000).max(mostRiseBp);

/** Rates from a day on whose hours may be final: those of one placement, or a rise of all that hold from that day on. */
const zAsked = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rates'),
    placementId: zId,
    rates: zGivenTypeRates,
  }),
  z
    .object({
      kind: z.literal('rise'),
      organisationId: zId.nullable().default(null).describe('Of one client; else of all'),
      payRiseBp: zRise.describe('Of wages, in hundredths of a percent; kilometres, pieces and euros stay as they are'),
      billRiseBp: zRise.describe('Of what clients pay'),
    })
    .refine(({ payRiseBp, billRiseBp }) => payRiseBp !== 0 || billRiseBp !== 0, {
      path: ['payRiseBp'],
      params: { code: 'no-rise' },
    }),
]);
const zRateChange = z.object({ validFrom: zSoundDay, asked: zAsked });
export type AskedRateChange = z.output<typeof zRateChange>;

/** What it comes to: what was paid and invoiced stays, and these are the differences. Wage and bill apart. */
const sums = {
  lines: z.int().describe('Of worksheets, that were paid or invoiced at another rate'),
  payCents: z.int(),
  billCents: z.int(),
};
const totals = {
  ...sums,
  rates: z.int().describe('That are set'),
  placements: z.int().describe('Whose rates they are'),
};

/** Sums do not tell one rise from the next: this does. */
const seen = {
  ...totals,
  fingerprint: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .describe('Of every rate that is set, as it was and as it becomes'),
};

/** Rates of one hour type that become another one, of so many placements; none where there was none. */
const zRateSet = z.object({
  hourTypeId: zId,
  hourTypeNl: z.string(),
  hourTypeEn: z.string(),
  validFrom: zDay,
  oldPayCents: z.int().nullable(),
  payCents: z.int(),
  oldBillCents: z.int().nullable(),
  billCents: z.int(),
  placements: z.int(),
});
export type RateSet = z.output<typeof zRateSet>;

/** A line of a worksheet that was paid (`pay`) or invoiced (`bill`) at another rate. */
const zRateDifference = z.object({
  kind: z.enum(['pay', 'bill']),
  worksheetId: zId,
  reference: z.string(),
  lineNumber: z.int(),
  employeeName: z.string(),
  organisationName: z.string(),
  period: zPeriod,
  date: zDay.nullable(),
  hourTypeNl: z.string(),
  hourTypeEn: z.string(),
  unit: zHourType.shape.unit,
  minutes: zMinutes,
  quantity: z.int().nullable(),
  oldCents: z.int(),
  newCents: z.int(),
  oldAmount: z.int(),
  newAmount: z.int(),
});
export type RateDifference = z.output<typeof zRateDifference>;

const zWorkerDifference = z.object({
  employeeId: zId,
  employeeName: z.string(),
  organisationId: zId,
  organisationName: z.string(),
  ...sums,
});

const zRatePreview = z.object({
  ...seen,
  set: z.array(zRateSet).describe('By hour type and rate; the first 2,000'),
  organisations: z.array(z.object({ id: zId, name: z.string(), ...sums })).describe('By name'),
  workers: z.array(zWorkerDifference).describe('By name, each at each client; the first 2,000'),
  /** Of one employee, where one is named: else none. */
  differences: z.array(zRateDifference),
});
export type RatePreview = z.output<typeof zRatePreview>;

const zRateChangeMade = z.object({
  id: zId,
  validFrom: zDay,
  asked: zAsked,
  organisationName: z
    .string()
    .nullable()
    .describe('Of the client that was asked for, or of the placement; none: of all'),
  employeeName: z.string().nullable().describe('Of the placement, where it was one'),
  reason: z.string(),
  createdAt: zInstant,
  createdByName: z.string(),
  ...totals,
  paidLines: z.int().describe('Differences of wages that a closed run paid'),
  payLines: z.int().describe('All differences of wages'),
  invoicedLines: z.int().describe('Differences of what clients pay that are on an invoice'),
  billLines: z.int().describe('All differences of what clients pay, but for what was taken back since'),
});
export type RateChangeMade = z.output<typeof zRateChangeMade>;

export const rateChangeRoutes = {
  'POST /api/rate-changes/preview': {
    access: office,
    summary: 'What rates that change for the past come to, without changing anything',
    body: zRateChange.extend({ employeeId: zId.optional().describe('Line by line of this employee') }),
    response: zRatePreview,
  },
  'POST /api/rate-changes': {
    access: office,
    summary:
      'Change rates for the past, as it was previewed: the differences go into the next payroll run and onto the next invoice',
    body: zRateChange.extend({ reason: zText(longest.reason), seen: z.object(seen) }),
    response: zRateChangeMade,
    status: 201,
  },
  'GET /api/rate-changes': {
    access: office,
    summary: 'Rates that were changed for the past, newest first',
    query: z.object(zPage),
    response: zList(zRateChangeMade),
  },
  'GET /api/rate-changes/:id': {
    access: office,
    summary: 'Rates that were changed for the past: from when, of whom, why, and how far it is paid and invoiced',
    params: zById,
    response: zRateChangeMade,
  },
  'GET /api/rate-changes/:id/differences': {
    access: office,
    summary: 'What a change came to, line by line',
    params: zById,
    query: z.object(zPage),
    response: zList(zRateDifference),
  },
} as const satisfies Routes;

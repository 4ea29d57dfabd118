import { z } from 'zod';
import { zDay, zId, zInstant, zMinutes, zPerItem, zVersion } from '../basics/fields.ts';
import { zHoliday } from '../holidays/holiday.schema.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zMissingRate } from '../placements/rate.schema.ts';
import { payrollRunStatuses } from './payroll.words.ts';

/** A row of the list of runs. What an open one would take is worked out when it is looked at. */
export const zPayrollRun = z.object({
  id: zId,
  version: zVersion,
  number: z.int().describe('Consecutive, from 1'),
  status: z.enum(payrollRunStatuses),
  runDate: zDay.describe('When it is paid'),
  periodTypes: z.array(zPeriod.shape.type).describe('Which kinds of period it takes'),
  remark: z.string().nullable(),
  createdAt: zInstant,
  createdByName: z.string(),
  closedAt: zInstant.nullable(),
  closedByName: z.string().nullable(),
  worksheets: z.int(),
  employees: z.int(),
  workedMinutes: zMinutes,
  totalMinutes: zMinutes,
});
export type PayrollRun = z.output<typeof zPayrollRun>;

/** Minutes or a quantity of one hour type, and what it pays where a rate is known. */
const zTypeSum = z.object({
  hourTypeId: zId,
  code: z.string(),
  nameNl: z.string(),
  nameEn: z.string(),
  unit: zHourType.shape.unit,
  minutes: zMinutes,
  quantity: z.int().describe('Of what is no time, in its unit'),
  payCents: z.int().describe('Of the lines with a rate'),
  linesWithoutRate: z.int(),
  previousMinutes: zMinutes.describe('In the closed run before'),
  previousQuantity: z.int(),
});

export const zPayrollRunDetail = zPayrollRun.extend({
  /** Control totals: they are printed, and are the sums of all lines. */
  byHourType: z.array(zTypeSum),
  lines: z.int(),
  /** Of rates that were changed for the past: what was paid at another rate, and the difference. */
  rateCorrections: z.object({ lines: z.int(), payCents: z.int() }),
  /** The closed run before it, that it is compared with. */
  previous: zPayrollRun
    .pick({ id: true, number: true, runDate: true, worksheets: true, workedMinutes: true })
    .nullable(),
  /** Of the exports that the agency uses: hour types of this run that have no code there. It does not close before they have. */
  missingCodes: z.array(
    zTypeSum
      .pick({ hourTypeId: true, code: true, nameNl: true, nameEn: true })
      .extend({ definitionId: zId, definitionName: z.string() }),
  ),
  /** Lines that are paid and have no wage: by whom and hour type, with the first day; the first hundred. */
  withoutRate: z.array(
    zMissingRate.extend({ placementId: zId, employeeName: z.string(), organisationName: z.string() }),
  ),
  /** Of an open run: the agency’s public holidays of the week in which it is paid, up to that day. Nothing moves by itself. */
  holidays: z.array(zHoliday),
  /** Somebody closes it at this moment, or did when the process ended: then nothing was taken. */
  closing: z
    .object({
      startedAt: zInstant,
      byName: z.string(),
      done: z.int().describe('Worksheets, of all that it takes'),
      total: z.int(),
      isBrokenOff: z.boolean(),
    })
    .nullable(),
  /** What an open run does not take: by reason, how many worksheets. */
  leftOut: z.object({
    held: z.int(),
    otherPeriodType: z.int(),
    toFill: z.int(),
    toApprove: z.int(),
    toFinalise: z.int(),
  }),
});
export type PayrollRunDetail = z.output<typeof zPayrollRunDetail>;

/** What one employee is paid for in a run. */
export const zPayrollEmployee = z.object({
  employeeId: zId,
  personnelNumber: z.string(),
  employeeName: z.string(),
  worksheets: z.int(),
  totalMinutes: zMinutes,
  previousMinutes: zMinutes,
  payCents: z.int(),
  byHourType: z.array(zTypeSum.pick({ hourTypeId: true, code: true, unit: true, minutes: true, quantity: true })),
});
export type PayrollEmployee = z.output<typeof zPayrollEmployee>;

/** A worksheet that a run takes or took, or that is held back. */
export const zPayrollWorksheet = z.object({
  id: zId,
  version: zVersion,
  reference: z.string(),
  kind: z.enum(['regular', 'supplement', 'correction']),
  period: zPeriod,
  employeeId: zId,
  employeeName: z.string(),
  organisationName: z.string(),
  totalMinutes: zMinutes,
  heldReason: z.string().nullable(),
  heldByName: z.string().nullable(),
  heldAt: zInstant.nullable(),
});
export type PayrollWorksheet = z.output<typeof zPayrollWorksheet>;

/** Why one worksheet was not held back or let go: it is paid already, is final no more, or is in that state already. */
export const zHeld = zPerItem(
  z.object({ id: zId }),
  z.object({ id: zId, code: z.enum(['already-paid', 'wrong-state']) }),
);

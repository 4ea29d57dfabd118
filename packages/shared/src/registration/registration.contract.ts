import { z } from 'zod';
import {
  namesOnce,
  zId,
  zMinutes,
  zPerItem,
  zPeriodNumber,
  zPeriodNumberQuery,
  zText,
  zVersion,
  zYear,
  zYearQuery,
} from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import type { Route, Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zHoliday } from '../holidays/holiday.schema.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { maxLines } from '../worksheets/worksheet.bounds.ts';
import { zReturn } from '../worksheets/worksheet.schema.ts';
import { worksheetStatuses } from '../worksheets/worksheet.status.ts';
import { zBudgetChoice, zHoursFrom } from '../worksheets/worksheet-entry.schema.ts';
import { zHourLine, zHourLineInput } from '../worksheets/worksheet-line.schema.ts';

/** How far a placement is in the chosen period; `to-send` also when added hours came back. */
const registrationStates = ['nothing', 'to-send', 'sent', 'with-supplements'] as const;

const zStatus = z.enum(worksheetStatuses);

/** A worksheet as it is stored, or hours that were added to it. */
const zSheet = z.object({
  id: zId,
  version: zVersion,
  reference: z.string(),
  status: zStatus,
  lines: z.array(zHourLine),
  remark: z.string().nullable(),
  totalMinutes: z.int(),
  /** The agency sent it back: why, who and when; `isAsItWas`: nothing was saved since. */
  returned: zReturn.extend({ isAsItWas: z.boolean() }).nullable(),
});
export type RegistrationSheet = z.output<typeof zSheet>;

/** One person of the period: what was registered, and whether more can be. */
const zRegistrationRow = z.object({
  placement: zPlacementSummary,
  /** The days of the period on which the placement runs. */
  openFrom: z.string(),
  openUntil: z.string(),
  plannedMinutes: z.int(),
  state: z.enum(registrationStates),
  /** Why no hours can be registered here; visible all the same. */
  closed: z.enum(['registered-by-employee', 'own-hours']).nullable(),
  needsBudgetNumber: z.boolean(),
  worksheet: zSheet.nullable(),
  /** Hours that were added; those that the agency sent back are mended and sent again, never saved. */
  supplements: z.array(zSheet.extend({ sequence: z.int() })),
  /** The lines of the period before, to copy. */
  previousLines: z.array(zHourLine),
});
export type RegistrationRow = z.output<typeof zRegistrationRow>;

const zRegistration = z.object({
  period: zPeriod,
  /** Hours of a period that has not begun, or that the agency closed, can not be registered. */
  periodState: z.enum(['open', 'future', 'closed']),
  /** The kinds of period in which this supervisor has people to register. */
  periodTypes: z.array(zPeriod.shape.type),
  organisations: z.array(
    z.object({
      id: zId,
      name: z.string(),
      /** The kinds of period in which hours are registered there. */
      periodTypes: z.array(zPeriod.shape.type),
      hoursFrom: zHoursFrom,
      /** Hour types allowed there; null is all of them. */
      hourTypeIds: z.array(zId).nullable(),
      /** Budget numbers of theirs that are good somewhere in the period. */
      budgetNumbers: z.array(zBudgetChoice),
      /** Public holidays there in the period. */
      holidays: z.array(zHoliday),
    }),
  ),
  hourTypes: z.array(zHourType),
  /** From how many minutes of difference a week hours stand out (`whatStandsOut`). */
  standsOutFrom: z.object({ plannedMinutes: zMinutes, previousMinutes: zMinutes }),
  /** Working-time limits of the agency that differ from the law, in minutes (`lawLimits`). */
  warningLimits: z.record(z.string(), zMinutes),
  rows: z.array(zRegistrationRow),
});
export type Registration = z.output<typeof zRegistration>;

/** One row as typed: of a worksheet that was saved before or added hours that came back (id and version), or of none yet. */
const zRowToRegister = z.object({
  placementId: zId,
  worksheetId: zId.nullable().default(null),
  version: zVersion.nullable().default(null),
  lines: z.array(zHourLineInput).max(maxLines),
  remark: zText(longest.sheetRemark).nullable().default(null),
});
export type RowToRegister = z.output<typeof zRowToRegister>;

/** Why one row was refused. `changed`: somebody saved or sent it since it was read. */
const registrationRefusals = [
  'invalid-input',
  'changed',
  'wrong-state',
  'not-yours',
  'own-hours',
  'registered-by-employee',
  'placement-has-fixed-hours',
  'period-outside-placement',
] as const;
export type RegistrationRefusal = (typeof registrationRefusals)[number];

const zRegistered = zPerItem(
  z.object({ placementId: zId, id: zId, version: zVersion, status: zStatus, totalMinutes: z.int() }),
  z.object({
    placementId: zId,
    code: z.enum(registrationRefusals),
    /** With `invalid-input`: where and what, `/lines/2/minutes`. */
    errors: z.array(z.object({ pointer: z.string(), code: z.string() })),
  }),
);
export type Registered = z.output<typeof zRegistered>;

const register = {
  access: ['supervisor'],
  body: z.object({
    periodType: zPeriod.shape.type,
    year: zYear,
    period: zPeriodNumber,
    rows: z.array(zRowToRegister).min(1).max(mostAtOnce).superRefine(namesOnce('placementId', 'worksheetId')),
  }),
  response: zRegistered,
  bodyLimit: 8 * 1024 * 1024,
} as const satisfies Partial<Route>;

export const registrationRoutes = {
  'GET /api/registration': {
    access: ['supervisor'],
    summary: 'The people whose hours of a period this supervisor registers, and how far each is',
    query: z.object({
      /** Without: the first kind that this supervisor has people in. */
      periodType: zPeriod.shape.type.optional(),
      /** Year and period together, or neither: then the period whose hours are wanted now. The answer says which it is. */
      year: zYearQuery.optional(),
      period: zPeriodNumberQuery.optional(),
      organisationId: zId.optional(),
    }),
    response: zRegistration,
  },
  'POST /api/registration/save': { ...register, summary: 'Save 1 to 500 worksheets, to be sent later' },
  'POST /api/registration/send': { ...register, summary: 'Send 1 to 500 worksheets: the client’s approval, sealed' },
} as const satisfies Routes;

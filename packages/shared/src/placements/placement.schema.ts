import { z } from 'zod';
import { zDay, zId, zLine, zMinutes, zPage, zSearch, zSoundDay, zText, zVersion } from '../basics/fields.ts';
import { longest, mostPlannedMinutes } from '../basics/text-rules.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zGivenTypeRates } from './rate.schema.ts';

/** A placement as everybody sees it who sees it: nothing here is the agency’s alone. */
export const zPlacementSummary = z.object({
  id: zId,
  employeeId: zId,
  employeeName: z.string(),
  organisationId: zId,
  organisationName: z.string(),
  functionName: z.string(),
  startsOn: zDay,
  endsOn: zDay.nullable(),
  periodType: zPeriod.shape.type,
  basis: z.enum(['flexible', 'fixed']),
  hoursBy: z.enum(['employee', 'supervisor']),
  entryMode: z.enum(['totals', 'times']),
  plannedMinutes: zMinutes.describe('Agreed minutes per week'),
  budgetNumber: z.string().nullable(),
});
export type PlacementSummary = z.output<typeof zPlacementSummary>;

const { periodType, basis, hoursBy, entryMode } = zPlacementSummary.shape;

/** One employee at one organisation, in one function, from–until (both included). */
const fields = {
  number: zLine(longest.recordNumber)
    .nullable()
    .default(null)
    .describe('The agency’s own number; given when none is typed'),
  employeeId: zId,
  organisationId: zId,
  functionName: zLine(longest.functionName),
  startsOn: zSoundDay,
  endsOn: zSoundDay.nullable().default(null),
  periodType,
  basis,
  hoursBy,
  entryMode,
  plannedMinutes: zMinutes.min(0).max(mostPlannedMinutes).describe('Agreed minutes per week'),
  budgetNumber: zLine(longest.budgetNumber).nullable().default(null),
  costCentre: zLine(longest.reference).nullable().default(null).describe('Where no budget number says another'),
  orderNumber: zLine(longest.reference).nullable().default(null).describe('Where no budget number says another'),
  project: zLine(longest.project).nullable().default(null),
  phase: zLine(longest.phase).nullable().default(null).describe('Of the CAO'),
  notes: zText(longest.notes).nullable().default(null),
};
const endsAfterStart = <T extends z.ZodType<{ startsOn: string; endsOn: string | null }>>(schema: T) =>
  schema.refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    params: { code: 'before-start' },
  });
export const zCreatePlacement = endsAfterStart(z.object(fields));
export const zSavePlacement = endsAfterStart(z.object({ ...fields, version: zVersion }));
export type PlacementFields = z.output<typeof zCreatePlacement>;

/** New rates from one day on: one per hour type. The normal rate is what the others are suggested from. */
export const zSetRates = z.object({
  version: zVersion.describe('Of the placement'),
  validFrom: zSoundDay,
  rates: zGivenTypeRates,
});
export type SetRates = z.output<typeof zSetRates>;

const zPlacementRate = z.object({
  id: zId,
  hourTypeId: zId,
  validFrom: zDay,
  payCents: z.int(),
  billCents: z.int(),
});
export type PlacementRate = z.output<typeof zPlacementRate>;

const typesWithoutRate = z.int().describe('Hour types that are paid here and have no rate today');

export const zPlacement = zPlacementSummary.extend({
  version: zVersion,
  number: z.string(),
  costCentre: z.string().nullable(),
  orderNumber: z.string().nullable(),
  project: z.string().nullable(),
  phase: z.string().nullable(),
  notes: z.string().nullable(),
  /** Then employee, organisation and kind of period are settled. */
  hasWorksheets: z.boolean(),
  /** The last day of finalised hours: rates begin after it. */
  finalisedUntil: zDay.nullable(),
  /** The newest first. */
  rates: z.array(zPlacementRate),
  typesWithoutRate,
});
export type Placement = z.output<typeof zPlacement>;

const placementSorts = [
  'employee',
  '-employee',
  'organisation',
  '-organisation',
  'number',
  '-number',
  'starts',
  '-starts',
] as const;
export const zPlacementQuery = z.object({
  ...zPage,
  q: zSearch.optional().describe('Part of a name, function, organisation or number'),
  organisationId: zId.optional(),
  employeeId: zId.optional(),
  running: z.enum(['now', 'future', 'past']).optional(),
  lacks: z.enum(['rates']).optional().describe('Has no rate yet'),
  sort: z.enum(placementSorts).default('employee'),
});
export type PlacementQuery = z.output<typeof zPlacementQuery>;

/** A row of the office's list. */
export const zPlacementRow = zPlacementSummary.extend({
  number: z.string(),
  /** As the list is sorted: `Vries, Anna de`. */
  employeeSortName: z.string(),
  hasRates: z.boolean(),
  typesWithoutRate,
});
export type PlacementRow = z.output<typeof zPlacementRow>;

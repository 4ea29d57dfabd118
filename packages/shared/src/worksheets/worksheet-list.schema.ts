import { z } from 'zod';
import { zId, zInstant, zMinutes, zPage, zPeriodNumberQuery, zSearch, zYearQuery } from '../basics/fields.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zMissingRate } from '../placements/rate.schema.ts';
import { zFilledBy, zStatus, zWorksheetKind } from './worksheet.schema.ts';
import { standOutCodes } from './worksheet.stands-out.ts';
import { phases, worksheetStatuses } from './worksheet.status.ts';

/** A row of every list of worksheets. In `to-fill`, id and version are null where nothing was saved yet. */
export const zWorksheetRow = z.object({
  id: zId.nullable(),
  version: z.int().nullable(),
  reference: z.string().nullable().describe('UB-2026-W47-000456'),
  kind: zWorksheetKind,
  status: zStatus.nullable(),
  filledBy: zFilledBy,
  placementId: zId,
  employeeId: zId,
  employeeName: z.string(),
  employeeSortName: z.string().describe('Surname first, as lists are sorted'),
  organisationId: zId,
  organisationName: z.string(),
  functionName: z.string(),
  period: zPeriod,
  totalMinutes: zMinutes,
  workedMinutes: zMinutes,
  minutesByKind: z.partialRecord(zHourType.shape.kind, zMinutes),
  quantities: z.partialRecord(zHourType.shape.unit, z.int()).describe('Of what is no time, per unit'),
  plannedMinutes: zMinutes.describe('Agreed for this period'),
  previousMinutes: zMinutes.nullable().describe('Worked in the period before, if there was a worksheet'),
  hasRemark: z.boolean(),
  periodWorkedMinutes: zMinutes.nullable().describe('Of added hours: worked in the period by all that was sent of it'),
  standsOut: z.array(z.enum(standOutCodes)),
  missingRates: z
    .array(zMissingRate)
    .describe('In the last approval of the agency: hours that are paid, for which no wage was agreed'),
  sentAt: zInstant.nullable(),
});
export type WorksheetRow = z.output<typeof zWorksheetRow>;

export const worksheetSorts = [
  'period',
  '-period',
  'employee',
  '-employee',
  'hours',
  '-hours',
  'organisation',
  '-organisation',
  'status',
  '-status',
] as const;
export type WorksheetSort = (typeof worksheetSorts)[number];

const worksheetFilters = {
  phase: z.enum(phases).optional(),
  /** Past worksheets: everything that was sent, whatever became of it. */
  status: z.enum([...worksheetStatuses, 'sent']).optional(),
  periodType: zPeriod.shape.type.optional(),
  year: zYearQuery.optional(),
  period: zPeriodNumberQuery.optional(),
  organisationId: zId.optional(),
  employeeId: zId.optional(),
  placementId: zId.optional(),
  q: zSearch.optional().describe('Part of a name, function, organisation or reference'),
  sort: z.enum(worksheetSorts).optional(),
};
export const zWorksheetQuery = z.object({ ...worksheetFilters, ...zPage });
export type WorksheetQuery = z.output<typeof zWorksheetQuery>;

/** A list of worksheets as a file: all that its filters hold. */
export const zWorksheetExport = z.object({
  ...worksheetFilters,
  ...zSheetAsked,
});
export type WorksheetExport = z.output<typeof zWorksheetExport>;

/** All hours of a list's worksheets, and those of them that were worked: not leave, not sick. */
export const listMinutes = {
  totalMinutes: z
    .int()
    .nullable()
    .describe('All hours of the whole list, not only this page; null of more than 10,000'),
  workedMinutes: z.int().nullable().describe('Those of them that were worked'),
};
export const zStatusCounts = z.object({ toFill: z.int(), toApprove: z.int(), toFinalise: z.int() });
export const zPhaseCounts = zStatusCounts.extend({ done: z.int().describe('Counted to 10,000 at most') });

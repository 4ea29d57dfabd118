import { z } from 'zod';
import { zId, zMinutes, zPage, zSearch, zYearQuery } from '../basics/fields.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { zStatus, zWorksheetKind } from '../worksheets/worksheet.schema.ts';
import { jobSorts, runningTimes } from './job.words.ts';

/** Whom one asks at the agency about a job: the client's contact there, by the agency's help desk. */
const zJobContact = z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() });

/** A placement as employees and clients look it up, with the hours that were sent of it and did not come back. */
export const zJob = zPlacementSummary.extend({
  employeeSortName: z.string(),
  contact: zJobContact.nullable(),
  yearMinutes: zMinutes.describe('Worked in the periods of this year'),
  last: z.object({ period: zPeriod, workedMinutes: zMinutes }).nullable().describe('The last period with hours'),
});
export type Job = z.output<typeof zJob>;

/** Hours of one type, or what else a type counts: see `HourUnit`. */
const hoursOfType = {
  hourTypeId: zId,
  hourTypeNl: z.string(),
  hourTypeEn: z.string(),
  unit: zHourType.shape.unit,
  minutes: zMinutes.describe('Of hours; none of what counts something else'),
  quantity: z.int().describe('Of what is no time, in its unit; 0 of hours'),
};
const zHoursOfType = z.object(hoursOfType);
export type HoursOfType = z.output<typeof zHoursOfType>;

export const zJobWithYears = zJob.extend({
  years: z
    .array(z.object({ year: z.int(), workedMinutes: zMinutes, totalMinutes: zMinutes, types: z.array(zHoursOfType) }))
    .describe('Newest first; a period belongs to the year of its name'),
});
export type JobWithYears = z.output<typeof zJobWithYears>;

/** What was sent of a job in one period. */
export const zJobPeriod = z.object({
  period: zPeriod,
  workedMinutes: zMinutes,
  totalMinutes: zMinutes,
  plannedMinutes: zMinutes.describe('Agreed for this period'),
  differenceMinutes: z.int().describe('From what was agreed: leave, sickness and holidays fill it, too'),
  worksheets: z.array(z.object({ id: zId, kind: zWorksheetKind, status: zStatus, totalMinutes: zMinutes })),
});
export type JobPeriod = z.output<typeof zJobPeriod>;

const jobFilters = {
  q: zSearch.optional().describe('Part of a name, function or organisation'),
  organisationId: zId.optional(),
  running: z.enum(runningTimes).optional(),
  placementId: zId.optional(),
};
export const zJobQuery = z.object({ ...zPage, ...jobFilters, sort: z.enum(jobSorts).default('employee') });
export type JobQuery = z.output<typeof zJobQuery>;

/** The hours behind a list of jobs as a file: a row per job, period and hour type. */
export const zJobExport = z.object({
  ...jobFilters,
  year: zYearQuery.optional(),
  ...zSheetAsked,
});
export type JobExport = z.output<typeof zJobExport>;

/** A row of that file. */
export interface JobHours extends HoursOfType {
  employeeSortName: string;
  functionName: string;
  organisationName: string;
  period: z.output<typeof zPeriod>;
  status: z.output<typeof zStatus>;
}

/** What a function cost at a cost centre, in a year. */
const zJobTotal = z.object({
  organisationId: zId,
  organisationName: z.string(),
  functionName: z.string(),
  costCentre: z.string().nullable(),
  employees: z.int(),
  minutes: zMinutes.describe('Of hours that are billed or not'),
  billCents: z.int().nullable().describe('Without VAT, at the rates of the days; none where one may not see invoices'),
});
export type JobTotal = z.output<typeof zJobTotal>;

export const zJobTotalsQuery = z.object({ year: zYearQuery.optional(), organisationId: zId.optional() });
export const zJobTotals = z.object({
  year: z.int(),
  items: z.array(zJobTotal).describe('By organisation, function and cost centre'),
});

import { z } from 'zod';
import { zDay, zMinutes, zVersion } from '../basics/fields.ts';
import { zHoliday } from '../holidays/holiday.schema.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { zWorksheet } from './worksheet.schema.ts';
import { zHourLine, zHourLineInput } from './worksheet-line.schema.ts';

/** A client's own reference to choose. */
export const zBudgetChoice = z.object({ number: z.string(), description: z.string().nullable() });

/** From which day hours are entered here for a client, where that was said: of periods that ended before it nothing is owed. */
export const zHoursFrom = zDay.nullable();

const zSentLine = zHourLine.omit({ number: true });

/** All that the entry screen of one placement and period needs, in one answer. */
export const zWorksheetEntry = z.object({
  placement: zPlacementSummary,
  period: zPeriod,
  /** The days of the period that lie within the placement. */
  openFrom: zDay,
  openUntil: zDay,
  isClosed: z.boolean().describe('The agency closed the period: nothing of it is filled in or sent any more'),
  hoursFrom: zHoursFrom,
  hourTypes: z.array(zHourType),
  /** The regular worksheet; none was saved yet when null. */
  worksheet: zWorksheet.nullable(),
  /** Last period's lines, to copy. */
  previous: z.object({ period: zPeriod, lines: z.array(zHourLine) }).nullable(),
  /** Minutes worked by this employee, as far as the reader sees, in each of the 15 weeks before, newest first: for averages. */
  earlierWeekMinutes: z.array(zMinutes),
  /** What was sent of the placement in the period, and on the days next to it: what is typed has to fit with it. */
  sent: z.array(zSentLine),
  /** What the employee typed or sent in other placements, on the same days: only they see it here. */
  elsewhere: z.array(zSentLine),
  /** Working-time limits of the agency that differ from the law, in minutes (`lawLimits`). */
  warningLimits: z.record(z.string(), zMinutes),
  /** Every line that is sent names a budget number; where the client has some, one of these. */
  needsBudgetNumber: z.boolean(),
  /** Those of the client that are good somewhere in the period. */
  budgetNumbers: z.array(zBudgetChoice),
  /** Public holidays of the client in the period. */
  holidays: z.array(zHoliday),
});
export type WorksheetEntry = z.output<typeof zWorksheetEntry>;

/** What a correction starts from: the hours of a period as they are, with all that was added and corrected. */
export const zCorrectionStart = z.object({
  lines: z.array(zHourLineInput.extend({ minutes: zMinutes, quantity: z.int().nullable() })),
  periodVersion: zVersion.describe(
    'Rises with every change of hours of the period: a correction says what it is based on',
  ),
  hourTypes: z.array(zHourType),
  needsApproval: z.boolean().describe('The client approves corrections (setting of the agency)'),
});

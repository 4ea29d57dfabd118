import { daysBetween } from '@konnekt/shared/basics/calendar-day';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet.schema';

/** Agreed minutes for the period: the week's, over the days that the job runs in it. */
export function plannedOf({ placement, openFrom, openUntil, worksheet }: WorksheetEntry): number {
  if (worksheet) return worksheet.plannedMinutes;
  return Math.round((placement.plannedMinutes * (daysBetween(openFrom, openUntil) + 1)) / 7);
}

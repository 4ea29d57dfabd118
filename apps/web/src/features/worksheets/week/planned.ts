import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet.schema';

/** Minutes agreed for the period of an entry. */
export const plannedOf = ({ placement, period, worksheet }: WorksheetEntry): number =>
  worksheet?.plannedMinutes ?? plannedMinutesIn(placement, period);

import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';

/** Minutes agreed for the period of an entry. */
export const plannedOf = ({ placement, period, worksheet }: WorksheetEntry): number =>
  worksheet?.plannedMinutes ?? plannedMinutesIn(placement, period);

/** What can be filled in as agreed: of times nothing is. */
export const agreedOf = (entry: WorksheetEntry): number =>
  entry.placement.entryMode === 'totals' ? plannedOf(entry) : 0;

import { isOffice } from '@konnekt/shared/basics/actor';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';

/** What a row opens: its worksheet; for the office, where hours are still to be typed, the entry of that placement and period. */
export function useRowAddress() {
  const enters = isOffice(useMe());
  return ({ id, kind, status, placementId, period }: WorksheetRow): string | undefined => {
    if (!enters || (status !== null && !isOpenForEntry(status))) return id === null ? undefined : paths.worksheet(id);
    return kind !== 'regular' && id !== null
      ? paths.weekPart(placementId, period.year, period.number, id)
      : paths.week(placementId, period.year, period.number);
  };
}

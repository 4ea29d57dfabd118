import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import { whatStandsOut } from '@konnekt/shared/worksheets/worksheet.stands-out';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import type { Catalogue } from '#api/kit/catalogue';
import type { PlaceCounts } from './worksheet-count.repository.ts';
import type { WorksheetListRow } from './worksheet-row.repository.ts';

/** A row names a period or client that is gone by the time its name was looked up. */
export class NotInCatalogue extends Error {}

export function presentRow(
  row: WorksheetListRow,
  { organisationNames, periods, standsOutFrom }: Catalogue,
): WorksheetRow {
  const period = periods.get(row.periodId);
  const organisationName = organisationNames.get(row.organisationId);
  if (!period || organisationName === undefined) throw new NotInCatalogue();
  const planned = plannedMinutesIn(row, period);
  return {
    id: row.id,
    version: row.version,
    reference: row.reference === null ? null : worksheetReference(period, row.reference),
    kind: row.kind,
    status: row.status,
    filledBy: row.filledBy,
    placementId: row.placementId,
    employeeId: row.employeeId,
    employeeName: row.employeeName,
    employeeSortName: row.employeeSortName,
    organisationId: row.organisationId,
    organisationName,
    functionName: row.functionName,
    period,
    totalMinutes: row.totalMinutes,
    workedMinutes: row.workedMinutes,
    minutesByKind: row.minutesByKind,
    quantities: row.quantities,
    plannedMinutes: planned,
    previousMinutes: row.previousMinutes,
    hasRemark: row.hasRemark,
    periodWorkedMinutes: row.periodWorkedMinutes,
    standsOut: whatStandsOut(
      { ...row, plannedMinutes: planned, lacksRate: row.missingRates.length > 0 },
      period,
      standsOutFrom,
    ),
    missingRates: row.missingRates,
    sentAt: row.sentAt,
  };
}

/** Counts that were grouped: of all, of each period (newest first), of each organisation. */
export function presentPlaces(rows: readonly PlaceCounts[], catalogue: Catalogue) {
  const counts = ({ toFill, toApprove, toFinalise }: PlaceCounts) => ({ toFill, toApprove, toFinalise });
  const all = rows.find(({ periodId, organisationId }) => !periodId && !organisationId);
  return {
    ...(all ? counts(all) : { toFill: 0, toApprove: 0, toFinalise: 0 }),
    periods: rows
      .flatMap((row) => {
        if (!row.periodId) return [];
        const period = catalogue.periods.get(row.periodId);
        if (!period) throw new NotInCatalogue();
        return [{ period, ...counts(row) }];
      })
      .sort((one, other) => other.period.startsOn.localeCompare(one.period.startsOn)),
    organisations: rows.flatMap((row) =>
      row.organisationId ? [{ id: row.organisationId, name: row.organisationName ?? '', ...counts(row) }] : [],
    ),
  };
}

import { createHash } from 'node:crypto';
import type { HourKind } from '@konnekt/shared/hour-types/hour-type.schema';
import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import type { Period } from '@konnekt/shared/periods/period';
import { minutesByKind, quantitiesByUnit } from '@konnekt/shared/worksheets/worksheet.hours';
import { canonicalForm, sealedLine } from '@konnekt/shared/worksheets/worksheet.seal';
import { newId } from '#api/kit/database';
import type { RecordValues } from './import-plan.ts';

export interface PastHourType {
  id: string;
  code: string;
  kind: HourKind;
  unit: HourUnit;
  isWorked: boolean;
}

/** A line of the past, with the period and hour type that its row names. */
export interface PastLine {
  next: RecordValues;
  period: Period;
  hourType: PastHourType;
}

export type BroughtSheet = ReturnType<typeof broughtSheet>;

/** The worksheet that the rows of one placement and period make: totals of a period, sealed as any that was sent. */
export function broughtSheet(placementId: string, rows: readonly [PastLine, ...PastLine[]]) {
  const id = newId();
  const [{ period }] = rows;
  const lines = rows.map(({ next, hourType }, index) => ({
    ...{ number: index + 1, hourTypeId: hourType.id, date: null, startsAt: null, endsAt: null, breakMinutes: null },
    minutes: hourType.unit === 'hours' ? Number(next.minutes) : 0,
    quantity: hourType.unit === 'hours' ? null : Number(hourType.unit === 'surcharge' ? next.minutes : next.quantity),
    ...{ budgetNumber: textOrNull(next.budgetNumber), remark: null, receipt: null },
    ...{ invoiceNumber: textOrNull(next.invoiceNumber), runNumber: textOrNull(next.runNumber) },
  }));
  const worked = rows.reduce(
    (sum, { hourType }, index) => sum + (hourType.isWorked ? (lines[index]?.minutes ?? 0) : 0),
    0,
  );
  const content = canonicalForm({
    worksheetId: id,
    placementId,
    period: { type: period.type, year: period.year, number: period.number },
    lines: rows.flatMap(({ hourType }, index) => (lines[index] ? [sealedLine(lines[index], hourType)] : [])),
    remark: null,
  });
  const byId = <V>(value: (type: PastHourType) => V) =>
    new Map(rows.map(({ hourType }) => [hourType.id, value(hourType)] as const));
  return {
    ...{ id, placementId, type: period.type, year: period.year, number: period.number, submissionId: newId(), lines },
    ...{ content, sha256: createHash('sha256').update(content).digest('hex') },
    totalMinutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
    workedMinutes: worked,
    minutesByKind: minutesByKind(
      lines,
      byId(({ kind }) => kind),
    ),
    quantities: quantitiesByUnit(
      lines,
      byId(({ unit }) => unit),
    ),
  };
}

const textOrNull = (value: RecordValues[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import { formatInUnit } from '@konnekt/shared/hour-types/quantity';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { inHours, type PlacedCell, type TypedCell, type UnitOf } from './sheet.ts';

/** A stored line as somebody would have typed it. */
export function cellOfLine(line: HourLineInput, language: 'nl' | 'en', unit: HourUnit = 'hours'): TypedCell {
  const { startsAt, endsAt } = line;
  const hasTimes = typeof startsAt === 'string' && typeof endsAt === 'string';
  return {
    by: hasTimes ? 'times' : 'hours',
    hours: hasTimes ? '' : formatInUnit(line, unit, language),
    start: startsAt ?? '',
    end: endsAt ?? '',
    pause: hasTimes && line.breakMinutes ? String(line.breakMinutes) : '',
    budgetNumber: line.budgetNumber ?? '',
    remark: line.remark ?? '',
    ...(line.receipt && { receipt: line.receipt }),
  };
}

export const cellsOfLines = (
  lines: readonly HourLineInput[],
  language: 'nl' | 'en',
  unitOf: UnitOf = inHours,
): PlacedCell[] =>
  lines.map((line) => ({
    hourTypeId: line.hourTypeId,
    date: line.date ?? '',
    cell: cellOfLine(line, language, unitOf(line.hourTypeId)),
  }));

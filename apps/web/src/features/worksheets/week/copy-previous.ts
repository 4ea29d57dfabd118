import { addDays, daysBetween } from '@konnekt/shared/basics/calendar-day';
import type { HourLine, WorksheetEntry } from '@konnekt/shared/worksheets/worksheet.schema';
import { blankCell, cellKey, cellOfLine, isBlank, setCell, type TypedSheet, withRow } from './week-sheet.ts';

export type CopyWhat = 'rows' | 'hours';
export type CopyOver = 'empty' | 'all';

type Source = Pick<WorksheetEntry, 'period' | 'openFrom' | 'openUntil' | 'hourTypes' | 'placement'> & {
  previous: NonNullable<WorksheetEntry['previous']>;
};

interface Place {
  key: string;
  line: HourLine;
}

/**
 * The last period's rows, or rows and hours, on the same weekdays of this one. Remarks belong to their day and stay there.
 * Closed days and hour types that are not in use any more are left out. With `empty`, what is typed stays as it is.
 */
export function copyPrevious(
  sheet: TypedSheet,
  source: Source,
  what: CopyWhat,
  over: CopyOver,
  language: 'nl' | 'en',
): TypedSheet {
  const { places, sheet: withRows } = placesIn(sheet, source);
  let copied = withRows;
  for (const { key, line } of places) {
    const isTyped = !isBlank(sheet.cells[key]);
    if (isTyped && (what === 'rows' || over === 'empty')) continue;
    const cell = { ...cellOfLine(line, language), remark: '' };
    const blank = blankCell(cell.by, line.budgetNumber ?? source.placement.budgetNumber);
    copied = setCell(copied, key, what === 'hours' ? cell : blank);
  }
  return copied;
}

/** How many fields that hold something would be replaced. */
export const replacedBy = (sheet: TypedSheet, source: Source): number =>
  placesIn(sheet, source).places.filter(({ key }) => !isBlank(sheet.cells[key])).length;

/** Where each line goes: the first of its hour type on a day in the first row of that hour type, and so on. */
function placesIn(sheet: TypedSheet, source: Source): { places: Place[]; sheet: TypedSheet } {
  const known = new Set(source.hourTypes.map(({ id }) => id));
  const shift = shiftOf(source);
  const places: Place[] = [];
  let rows = sheet;
  for (const line of source.previous.lines) {
    const date = line.date && addDays(line.date, shift);
    if (!date || date < source.openFrom || date > source.openUntil || !known.has(line.hourTypeId)) continue;
    const isFree = (id: string) => !places.some(({ key }) => key === cellKey(id, date));
    let row = rows.rows.find(({ id, hourTypeId }) => hourTypeId === line.hourTypeId && isFree(id))?.id;
    if (!row) {
      const added = withRow(rows, line.hourTypeId);
      rows = added.sheet;
      row = added.rowId;
    }
    places.push({ key: cellKey(row, date), line });
  }
  return { places, sheet: rows };
}

/** Whole weeks, so that a Monday stays a Monday; of a month, the weeks that begin nearest. */
function shiftOf({ period, previous }: Source): number {
  return Math.round(daysBetween(previous.period.startsOn, period.startsOn) / 7) * 7;
}

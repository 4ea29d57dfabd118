import { addDays, daysBetween } from '@konnekt/shared/basics/calendar-day';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { HourLine } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { cellOfLine } from './cells-of-lines.ts';
import { blankCell, cellKey, isBlank, setCell, type TypedSheet, unitsOf, withRow } from './sheet.ts';

export type CopyWhat = 'rows' | 'hours';
export type CopyOver = 'empty' | 'all';

/** The period before and this one, and what can be filled in here. */
export interface CopySource {
  lines: readonly HourLine[];
  /** First day of the period before, and of this one. */
  from: string;
  to: string;
  openFrom: string;
  openUntil: string;
  /** Those in use here. */
  hourTypes: readonly Pick<HourType, 'id' | 'unit' | 'kind'>[];
  /** Of the placement. */
  budgetNumber: string | null;
  /** Absences that are wanted all the same. */
  absences?: ReadonlySet<string>;
}

/** Who was ill or free last week is not by that this week. */
const absent: readonly HourType['kind'][] = ['sick', 'leave', 'holiday'];

/** Hour types of the period before that are copied only when somebody asks. */
export const absencesIn = ({ lines, hourTypes }: Pick<CopySource, 'lines' | 'hourTypes'>): string[] =>
  hourTypes
    .filter(({ id, kind }) => absent.includes(kind) && lines.some(({ hourTypeId }) => hourTypeId === id))
    .map(({ id }) => id);

/**
 * The last period's rows, or rows and hours, on the same weekdays of this one; of no day what was of no day. Remarks and receipts belong to their
 * day and stay there. Closed days, absences and hour types that are not in use are left out. With `empty`, what is typed stays as it is.
 */
export function copyPrevious(
  sheet: TypedSheet,
  source: CopySource,
  what: CopyWhat,
  over: CopyOver,
  language: 'nl' | 'en',
): TypedSheet {
  const unitOf = unitsOf(source.hourTypes);
  const { places, sheet: withRows } = placesIn(sheet, source);
  let copied = withRows;
  for (const { key, line } of places) {
    const isTyped = !isBlank(sheet.cells[key]);
    if (isTyped && (what === 'rows' || over === 'empty')) continue;
    const cell = { ...cellOfLine(line, language, unitOf(line.hourTypeId)), remark: '', receipt: undefined };
    const blank = blankCell(cell.by, line.budgetNumber ?? source.budgetNumber);
    copied = setCell(copied, key, what === 'hours' ? cell : blank);
  }
  return copied;
}

/** How many fields that hold something would be replaced. */
export const replacedBy = (sheet: TypedSheet, source: CopySource): number =>
  placesIn(sheet, source).places.filter(({ key }) => !isBlank(sheet.cells[key])).length;

interface Place {
  key: string;
  line: HourLine;
}

/** Where each line goes: the first of its hour type on a day in the first row of that hour type, and so on. */
function placesIn(sheet: TypedSheet, source: CopySource): { places: Place[]; sheet: TypedSheet } {
  const left = new Set(absencesIn(source).filter((id) => !source.absences?.has(id)));
  const known = new Set(source.hourTypes.map(({ id }) => id).filter((id) => !left.has(id)));
  const shift = shiftOf(source);
  const places: Place[] = [];
  let rows = sheet;
  for (const line of source.lines) {
    const date = line.date === null ? '' : addDays(line.date, shift);
    const isClosed = date !== '' && (date < source.openFrom || date > source.openUntil);
    if (isClosed || !known.has(line.hourTypeId)) continue;
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
const shiftOf = ({ from, to }: CopySource): number => Math.round(daysBetween(from, to) / 7) * 7;

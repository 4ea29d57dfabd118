import { isNothing } from '@konnekt/shared/basics/typed-text';
import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import { parseInUnit } from '@konnekt/shared/hour-types/quantity';
import type { HourLineInput, Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';

/**
 * A worksheet as it is being typed: texts, right or wrong, exactly as they stand in the fields. Nothing here is a number,
 * so nothing that somebody typed can be lost in a conversion. Holds no names: this is what the device keeps.
 */
export interface TypedSheet {
  rows: TypedRow[];
  /** By `cellKey`: one row holds at most one cell a day, and one of the whole period. */
  cells: Record<string, TypedCell>;
  remark: string;
  /** One for all of it; without, each cell has its own. */
  budgetNumber?: string;
  /** As it is shown: a field for each hour type, or for each day of it. */
  perDay?: boolean;
  /** The cells of the days that those of the period were added up from: there again as long as the sum is theirs. */
  days?: TypedSheet['cells'] | undefined;
}
export interface TypedRow {
  id: string;
  hourTypeId: string;
}
export interface TypedCell {
  /** Which of the fields count. */
  by: 'hours' | 'times';
  /** In the unit of the hour type. */
  hours: string;
  start: string;
  end: string;
  pause: string;
  budgetNumber: string;
  remark: string;
  receipt?: Receipt | null | undefined;
  /** Shifts and parts of a day that are shown as one number: they stand as long as it is theirs. */
  of?: TypedCell[];
}

/** What is stored and sent. */
export interface Content {
  lines: readonly HourLineInput[];
  remark: string | null;
}

/** `date` is empty for the whole period. */
export interface PlacedCell {
  hourTypeId: string;
  date: string;
  cell: TypedCell;
}

/** Says what the lines of a hour type count; hours unless said otherwise. */
export type UnitOf = (hourTypeId: string) => HourUnit;
export const inHours: UnitOf = () => 'hours';

export const unitsOf = (hourTypes: readonly { id: string; unit: HourUnit }[]): UnitOf => {
  const units = new Map(hourTypes.map(({ id, unit }) => [id, unit]));
  return (id) => units.get(id) ?? 'hours';
};

export const cellKey = (rowId: string, date: string): string => `${rowId}@${date}`;
export const dateOfKey = (key: string): string => key.slice(key.lastIndexOf('@') + 1);
export const rowOfKey = (key: string): string => key.slice(0, key.lastIndexOf('@'));

export const blankCell = (by: TypedCell['by'], budgetNumber: string | null): TypedCell => ({
  by,
  hours: '',
  start: '',
  end: '',
  pause: '',
  budgetNumber: budgetNumber ?? '',
  remark: '',
});

/** Nothing in the fields that count. A remark or a receipt alone is something: it may not be lost. */
export const isBlank = (cell: TypedCell | undefined, unit: HourUnit = 'hours'): boolean =>
  !cell ||
  (cell.remark.trim() === '' &&
    !cell.receipt &&
    (cell.by === 'hours' ? saysNothing(cell.hours, unit) : hasNoTimes(cell)));

export const hasNoTimes = ({ start, end, pause }: TypedCell): boolean => [start, end, pause].every(isNothing);

/** A cell as it was typed. */
export const textOfCell = ({ by, hours, start, end, pause }: TypedCell): string =>
  by === 'hours' ? hours : `${start || '?'} – ${end || '?'}${pause ? `, ${pause} min` : ''}`;

/** No text, a dash, or a zero. */
export function saysNothing(text: string, unit: HourUnit = 'hours'): boolean {
  const read = parseInUnit(text, unit);
  if ('error' in read) return read.error === 'hours-empty' || read.error === 'amount-empty';
  return (read.quantity ?? read.minutes) === 0;
}

/**
 * Puts cells in rows: each in the first row of its hour type that is free on its day. There is always a row for
 * `firstHourTypeId`, so that there is something to type in.
 */
export function sheetFrom(cells: readonly PlacedCell[], remark: string, firstHourTypeId: string): TypedSheet {
  let sheet: TypedSheet = { rows: [], cells: {}, remark };
  sheet = withRow(sheet, firstHourTypeId).sheet;
  for (const { hourTypeId, date, cell } of cells) {
    const placed = rowFreeOn(sheet, hourTypeId, date);
    sheet = setCell(placed.sheet, cellKey(placed.rowId, date), cell);
  }
  return sheet;
}

export function withRow(sheet: TypedSheet, hourTypeId: string): { sheet: TypedSheet; rowId: string } {
  let number = sheet.rows.filter((row) => row.hourTypeId === hourTypeId).length + 1;
  while (sheet.rows.some((row) => row.id === rowIdOf(hourTypeId, number))) number += 1;
  const rowId = rowIdOf(hourTypeId, number);
  return { sheet: { ...sheet, rows: [...sheet.rows, { id: rowId, hourTypeId }] }, rowId };
}

/** The rows of one hour type are counted. */
export const rowIdOf = (hourTypeId: string, number = 1): string => `${hourTypeId}.${number}`;

/** A row of this hour type with nothing on this day; a new one where there is none. */
export function rowFreeOn(sheet: TypedSheet, hourTypeId: string, date: string): { sheet: TypedSheet; rowId: string } {
  const free = sheet.rows.find((row) => row.hourTypeId === hourTypeId && !sheet.cells[cellKey(row.id, date)]);
  return free ? { sheet, rowId: free.id } : withRow(sheet, hourTypeId);
}

export const setCell = (sheet: TypedSheet, key: string, cell: TypedCell): TypedSheet => ({
  ...sheet,
  cells: { ...sheet.cells, [key]: cell },
});

export function removeCell(sheet: TypedSheet, key: string): TypedSheet {
  const { [key]: _removed, ...cells } = sheet.cells;
  return { ...sheet, cells };
}

/** Takes a row away with everything in it. */
export function removeRow(sheet: TypedSheet, rowId: string): TypedSheet {
  const cells = Object.fromEntries(Object.entries(sheet.cells).filter(([key]) => rowOfKey(key) !== rowId));
  return { ...sheet, rows: sheet.rows.filter((row) => row.id !== rowId), cells };
}

/** The cells that hold something, by day and within a day in the order of the rows; those of the whole period first. */
export function cellsOf(sheet: TypedSheet, unitOf: UnitOf = inHours): (PlacedCell & { key: string })[] {
  const dates = [...new Set(Object.keys(sheet.cells).map(dateOfKey))].sort();
  return dates.flatMap((date) =>
    sheet.rows.flatMap((row) => {
      const key = cellKey(row.id, date);
      const cell = sheet.cells[key];
      return cell && !isBlank(cell, unitOf(row.hourTypeId)) ? [{ key, hourTypeId: row.hourTypeId, date, cell }] : [];
    }),
  );
}

/** Is there nothing in it to save? */
export const isBlankSheet = (sheet: TypedSheet): boolean => cellsOf(sheet).length === 0 && sheet.remark.trim() === '';

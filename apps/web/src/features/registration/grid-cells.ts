import { pasteInto } from '../hours/parts/paste.ts';
import type { Corners, Place } from '../hours/parts/places.ts';
import type { TypedSheet, UnitOf } from '../hours/parts/sheet.ts';
import { allows } from './client-rules.tsx';
import { budgetColumn, type GridColumn } from './grid-columns.ts';
import type { GridRow } from './row-as-typed.ts';
import { amountText, dateOfKey, hourTypeOfKey, textAt } from './typed-hours.ts';
import type { CellChange } from './use-grid.ts';

/** The rows and columns that are shown, as one block of cells. */
export interface GridCells {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  /** The columns are days of one hour type. */
  isPerDay: boolean;
  unitOf: UnitOf;
}

/**
 * Can hours be typed here: not sent, on a day of the job, of a type that the client allows, and not the total of what is filled in
 * per day. What stands there already can be taken away.
 */
export function isOpenCell({ row, typed, isOpen, client }: GridRow, key: string, isPerDay: boolean): boolean {
  if (!isOpen) return false;
  if (key === budgetColumn) return true;
  if (!allows(client, hourTypeOfKey(key)) && !typed.cells[key]) return false;
  const date = dateOfKey(key);
  // What stands on a day on which the job does not run can be taken away.
  if (date !== null) return (date >= row.openFrom && date <= row.openUntil) || typed.cells[key] !== undefined;
  return isPerDay || !hasDays(typed.cells, hourTypeOfKey(key));
}

/** What a cell holds that cannot be typed in, in the unit of its hour type: on that day, or in the whole period. */
export const amountInCell = ({ amounts, amountsOfType }: GridRow, key: string, isPerDay: boolean): number =>
  (isPerDay ? amounts.get(key) : amountsOfType.get(hourTypeOfKey(key))) ?? 0;

/** The text in a cell, as it was typed, or as it would be. */
export function textInCell(
  one: GridRow,
  key: string,
  { isPerDay, unitOf }: Pick<GridCells, 'isPerDay' | 'unitOf'>,
  language: 'nl' | 'en',
): string {
  if (key === budgetColumn) return one.typed.budgetNumber ?? '';
  if (isOpenCell(one, key, isPerDay)) return textAt(one.typed, key);
  const amount = amountInCell(one, key, isPerDay);
  return amount === 0 ? '' : amountText(amount, unitOf(hourTypeOfKey(key)), language);
}

/** A pasted block in what is chosen; a column of totals is no budget number. */
export const pasteIntoGrid = (cells: GridCells, chosen: Corners, block: readonly (readonly string[])[]) =>
  pasteInto(chosen, block, (place, text, isTotal) =>
    cells.columns[place.column]?.key === budgetColumn && isTotal() ? undefined : changeAt(cells, place, text),
  );

/** A text for one cell; nothing where none can be typed. */
export function changeAt(
  { rows, columns, isPerDay }: GridCells,
  { row, column }: Place,
  text: string,
): CellChange | undefined {
  const one = rows[row];
  const key = columns[column]?.key;
  if (!one || !key || !isOpenCell(one, key, isPerDay)) return undefined;
  return { placementId: one.row.placement.id, key, text };
}

const hasDays = (cells: TypedSheet['cells'], hourTypeId: string): boolean =>
  Object.entries(cells).some(
    ([key, { hours }]) => hours.trim() !== '' && dateOfKey(key) !== null && hourTypeOfKey(key) === hourTypeId,
  );

import { formatInUnit } from '@konnekt/shared/hour-types/quantity';
import { partsOf, readCell } from './read-sheet.ts';
import { amountOf } from './same-content.ts';
import {
  blankCell,
  cellKey,
  dateOfKey,
  rowFreeOn,
  rowIdOf,
  rowOfKey,
  setCell,
  type TypedCell,
  type TypedSheet,
  textOfCell,
  type UnitOf,
} from './sheet.ts';

/**
 * Two ways to show the same sheet: as one number for each hour type and day, which keeps the parts it is made of (`of`), and in those parts, each
 * with its times, remark, budget number and receipt. Each gives the other back, whatever was typed in between.
 */

/** The place of the one number of an hour type on a day, or in the whole period. */
const numberKey = (hourTypeId: string, date: string): string => cellKey(rowIdOf(hourTypeId), date);

export function asNumbers(sheet: TypedSheet, unitOf: UnitOf, language: 'nl' | 'en'): TypedSheet {
  const typeOf = new Map(sheet.rows.map(({ id, hourTypeId }) => [id, hourTypeId]));
  const placed = Object.entries(sheet.cells).flatMap(([key, cell]) => {
    const hourTypeId = typeOf.get(rowOfKey(key));
    return hourTypeId ? [{ hourTypeId, date: dateOfKey(key), cell }] : [];
  });
  const cells = [...Map.groupBy(placed, ({ hourTypeId, date }) => numberKey(hourTypeId, date))].map(
    ([key, [first, ...others]]) => {
      if (!first) return [key, blankCell('hours', null)] as const;
      const parts = [first, ...others].map(({ cell }) => cell);
      return [
        key,
        others.length === 0 && isPlain(first.cell) ? first.cell : asOneNumber(parts, first, unitOf, language),
      ] as const;
    },
  );
  const types = [...new Set(sheet.rows.map(({ hourTypeId }) => hourTypeId))];
  return {
    ...sheet,
    rows: types.map((hourTypeId) => ({ id: rowIdOf(hourTypeId), hourTypeId })),
    cells: Object.fromEntries(cells),
  };
}

/** A number already; what else it has stands with it. */
const isPlain = (cell: TypedCell): boolean => cell.of !== undefined || cell.by === 'hours';

function asOneNumber(
  parts: TypedCell[],
  { hourTypeId, date }: { hourTypeId: string; date: string },
  unitOf: UnitOf,
  language: 'nl' | 'en',
): TypedCell {
  const of = parts.flatMap((part) => part.of ?? [part]);
  return { ...blankCell('hours', null), hours: textOfParts(of, unitOf(hourTypeId), date, language), of };
}

/** Their sum; what cannot be added up, as it stands. */
function textOfParts(
  parts: readonly TypedCell[],
  unit: ReturnType<UnitOf>,
  date: string,
  language: 'nl' | 'en',
): string {
  const read = parts.map((part) => readCell(part, date, unit));
  const sum = read.reduce((all, one) => all + ('problems' in one ? Number.NaN : amountOf(one)), 0);
  if (Number.isNaN(sum)) return parts.map(textOfCell).filter(Boolean).join(' + ');
  return formatInUnit({ minutes: sum, quantity: sum }, unit, language);
}

export function inParts(sheet: TypedSheet, unitOf: UnitOf, language: 'nl' | 'en'): TypedSheet {
  if (!Object.values(sheet.cells).some(({ of }) => of)) return sheet;
  const typeOf = new Map(sheet.rows.map(({ id, hourTypeId }) => [id, hourTypeId]));
  let next: TypedSheet = { ...sheet, cells: {} };
  for (const [key, cell] of Object.entries(sheet.cells)) {
    const hourTypeId = typeOf.get(rowOfKey(key)) ?? '';
    const date = dateOfKey(key);
    const unit = unitOf(hourTypeId);
    const isAsItWas = cell.of !== undefined && textOfParts(cell.of, unit, date, language) === cell.hours;
    const [first, ...others] = isAsItWas && cell.of ? cell.of : partsOf(cell, unit, date);
    next = setCell(next, key, first ?? cell);
    for (const part of others) {
      const free = rowFreeOn({ ...next, cells: { ...sheet.cells, ...next.cells } }, hourTypeId, date);
      next = setCell({ ...next, rows: free.sheet.rows }, cellKey(free.rowId, date), part);
    }
  }
  return next;
}

/** A budget number for all hours becomes each line's own once one of them gets another. */
export function withOwnNumbers(sheet: TypedSheet): TypedSheet {
  const forAll = sheet.budgetNumber ?? '';
  if (forAll === '' || !Object.values(sheet.cells).some((cell) => cell.budgetNumber !== '')) return sheet;
  const cells = Object.entries(sheet.cells).map(
    ([key, cell]) => [key, cell.budgetNumber === '' ? { ...cell, budgetNumber: forAll } : cell] as const,
  );
  return { ...sheet, budgetNumber: '', cells: Object.fromEntries(cells) };
}

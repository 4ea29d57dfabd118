import { keyForm } from '@konnekt/shared/basics/key-form';
import { isBlank, type TypedCell, type TypedSheet } from './sheet.ts';

/** Added hours after `sent` of them was sent: what was typed or changed since. */
export function withoutSent(sheet: TypedSheet, sent: TypedSheet): TypedSheet {
  const since = Object.entries(sheet.cells).filter(([key, cell]) => !isSameCell(cell, sent.cells[key]));
  return { ...sheet, cells: Object.fromEntries(since), remark: sheet.remark === sent.remark ? '' : sheet.remark };
}

const isSameCell = (one: TypedCell, other: TypedCell | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Does the same stand in the fields? */
export const isSameText = (one: TypedSheet, other: TypedSheet): boolean => fieldsOf(one) === fieldsOf(other);

const fieldsOf = ({ cells, budgetNumber = '', remark }: TypedSheet): string =>
  [textsOf(cells), keyForm(budgetNumber), remark].join('\n');

export const textsOf = (cells: TypedSheet['cells']): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([, cell]) => !isBlank(cell) || cell.hours.trim() !== '')
      .map(([key, { of: _, ...cell }]) => [key, cell])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  );

import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import type { RecordValues } from './import-plan.ts';

/** By these the hours of one hour type may be split. */
export const splitBy = ['budgetNumber', 'invoiceNumber'] as const;

/** The line that a row is about: of those of its hour type the one that is as it says, or the one that says no more. */
export function lineSaid(values: RecordValues, lines: readonly RecordValues[]): RecordValues | undefined {
  const isSame = (one: RecordValues, field: string) =>
    keyForm(String(one[field] ?? '')) === keyForm(String(values[field] ?? ''));
  const found = lines.filter((one) => splitBy.every((field) => values[field] === undefined || isSame(one, field)));
  return found.length > 1 ? found.find((one) => splitBy.every((field) => isSame(one, field))) : found[0];
}

/** Of a line that is there: the file says of it what it is. */
export const isAsBefore = (row: ImportRow, values: RecordValues, found: RecordValues | undefined): boolean =>
  found !== undefined && Object.keys(row.values).every((field) => (found[field] ?? null) === (values[field] ?? null));

import type { Language } from '../basics/actor.ts';
import { budgetNumberColumns } from './columns/budget-number-columns.ts';
import { employeeColumns } from './columns/employee-columns.ts';
import { historyColumns } from './columns/history-columns.ts';
import { hourTypeColumns } from './columns/hour-type-columns.ts';
import { organisationColumns } from './columns/organisation-columns.ts';
import { placementColumns } from './columns/placement-columns.ts';
import { rateColumns } from './columns/rate-columns.ts';
import { supervisorColumns } from './columns/supervisor-columns.ts';
import type { ImportColumn } from './import-column.ts';

export const importKinds = [
  'organisations',
  'employees',
  'placements',
  'supervisors',
  'hour-types',
  'budget-numbers',
  'rates',
  'history',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** The words that a column takes, where these are few. */
export const wordsOf = (kind: ImportKind, field: string | null, language: Language): string =>
  importColumns[kind]
    .find((column) => column.field === field)
    ?.kind.words?.(language)
    .join(', ') ?? '';

/** The columns of each kind of file, in the order in which an export writes them. */
export const importColumns: Record<ImportKind, ImportColumn[]> = {
  organisations: organisationColumns,
  employees: employeeColumns,
  placements: placementColumns,
  supervisors: supervisorColumns,
  'hour-types': hourTypeColumns,
  'budget-numbers': budgetNumberColumns,
  rates: rateColumns,
  history: historyColumns,
};

import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import type { Transaction } from '#api/kit/database';
import {
  findEmployeesByNumber,
  findOrganisationsByNumber,
  findPlacementNumbers,
} from './import-placements.repository.ts';
import { byCodeOrName, cellOf, keysOf, type Plan } from './import-plan.ts';
import { findHourTypes } from './import-writing.repository.ts';

interface Reference {
  field: string;
  code: Plan['errors'][number]['code'];
  kinds: readonly ImportKind[];
  /** Those of these keys that there are. */
  find(db: Transaction, keys: string[]): Promise<{ has(key: string): boolean }>;
}

const references: readonly Reference[] = [
  {
    field: 'organisationNumber',
    code: 'unknown-organisation',
    kinds: ['placements', 'supervisors', 'budget-numbers'],
    find: findOrganisationsByNumber,
  },
  { field: 'personnelNumber', code: 'unknown-employee', kinds: ['placements'], find: findEmployeesByNumber },
  { field: 'placementNumber', code: 'unknown-placement', kinds: ['rates', 'history'], find: findPlacementNumbers },
  {
    field: 'hourType',
    code: 'unknown-hour-type',
    kinds: ['rates', 'history'],
    find: async (db) => byCodeOrName(await findHourTypes(db)),
  },
];

/** Whom or what rows name that is not there. Asked of rows that are wrong otherwise, so that one look shows all of it. */
export async function unknownIn(
  db: Transaction,
  kind: ImportKind,
  rows: readonly ImportRow[],
): Promise<Plan['errors']> {
  const errors: Plan['errors'] = [];
  for (const { field, code, find } of references.filter(({ kinds }) => kinds.includes(kind))) {
    const naming = rows.filter(({ values }) => typeof values[field] === 'string');
    if (naming.length === 0) continue;
    const known = await find(db, keysOf(naming, field));
    const unknown = naming.filter(({ values }) => !known.has(keyForm(String(values[field]))));
    errors.push(...unknown.map((row) => ({ row: row.row, column: field, code, value: cellOf(kind, row, field) })));
  }
  return errors;
}

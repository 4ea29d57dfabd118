import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { bounds } from '#api/kit/bounds';
import type { Transaction } from '#api/kit/database';
import {
  changeBudgetNumbers,
  createBudgetNumbers,
  findBudgetNumberRecords,
} from './import-budget-numbers.repository.ts';
import { findOrganisationsByNumber } from './import-placements.repository.ts';
import { cellOf, keysOf, type Plan, type Planned, type RecordValues, sortOut, writeEach } from './import-plan.ts';

const startsFrom: RecordValues = {
  description: null,
  orderNumber: null,
  orderLine: null,
  costCentre: null,
  validFrom: null,
  validUntil: null,
  budgetCents: null,
  budgetMinutes: null,
};

/** Budget numbers are found by their client and the number. */
export async function planBudgetNumbers(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const organisations = await findOrganisationsByNumber(db, keysOf(rows, 'organisationNumber'));
  const ids = [...organisations.values()].map(({ id }) => String(id));
  const stored = await findBudgetNumberRecords(db, ids);
  const keyOf = (organisationId: unknown, number: unknown) => `${organisationId} ${keyForm(String(number))}`;
  const byKey = new Map(stored.map((one) => [keyOf(one.organisationId, one.number), one]));
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<RecordValues> => {
    const fail = (
      column: string,
      code: Plan['errors'][number]['code'],
      value = cellOf('budget-numbers', row, column),
    ) => errors.push({ row: row.row, column, code, value });
    const organisation = organisations.get(keyForm(String(row.values.organisationNumber)));
    if (!organisation) fail('organisationNumber', 'unknown-organisation');
    const found = organisation && byKey.get(keyOf(organisation.id, row.values.number));
    const values = {
      ...row.values,
      ...(organisation && { organisationNumber: organisation.number ?? null }),
      ...(found && { number: found.number ?? null }),
    };
    const next: RecordValues = { ...startsFrom, organisationId: organisation?.id ?? null, ...found, ...values };
    if (next.validFrom !== null && next.validUntil !== null && String(next.validUntil) < String(next.validFrom))
      fail('validUntil', 'before-start');
    if (next.budgetCents !== null && next.budgetMinutes !== null) fail('budgetMinutes', 'amount-or-hours');
    for (const column of ['budgetCents', 'budgetMinutes']) if (next[column] === 0) fail(column, 'not-a-number');
    if (next.orderLine !== null && next.orderNumber === null) fail('orderNumber', 'required');
    return { row: { ...row, values }, stored: found, next };
  });
  const { creates, updates, changes, same } = sortOut(
    planned,
    ({ organisationNumber, number }) => `${organisationNumber} ${number}`,
  );
  const counts = Map.groupBy([...stored, ...creates.map(({ next }) => next)], ({ organisationId }) => organisationId);
  for (const { row, next } of creates.filter(({ next: { organisationId } }) => organisationId !== null)) {
    if ((counts.get(next.organisationId)?.length ?? 0) <= bounds.budgetNumbers) continue;
    errors.push({ row: row.row, column: 'number', code: 'list-full', value: String(bounds.budgetNumbers) });
  }
  return {
    errors,
    notes: [],
    changes,
    same,
    write: writeEach({ creates, updates }, createBudgetNumbers, changeBudgetNumbers),
  };
}

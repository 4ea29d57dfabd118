import { keyForm } from '@konnekt/shared/basics/key-form';
import { searchText } from '@konnekt/shared/basics/search-text';
import { mayWork } from '@konnekt/shared/employees/employee.rules';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { tellOldAddresses } from '#api/features/accounts/account-notes';
import { newId, type Transaction } from '#api/kit/database';
import {
  changeEmployees,
  createEmployees,
  findEmployees,
  findNamesakes,
  ownersOf,
} from './import-employees.repository.ts';
import { inChunks, type Plan, type Planned, type RecordValues, sortOut } from './import-plan.ts';

const startsFrom: RecordValues = {
  prefix: null,
  email: null,
  language: 'nl',
  phone: null,
  birthDate: null,
  street: null,
  postcode: null,
  city: null,
};

/** Employees are found by their personnel number. An address makes an account, that still has to be invited. */
export async function planEmployees(db: Transaction, rows: ImportRow[], today: string): Promise<Plan> {
  const keys = rows.map(({ values }) => keyForm(String(values.personnelNumber)));
  const stored = await findEmployees(db, keys);
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.personnelNumber)), one]));
  const planned = rows.map((row): Planned<RecordValues> => {
    const found = byNumber.get(keyForm(String(row.values.personnelNumber)));
    const values = found ? { ...row.values, personnelNumber: found.personnelNumber ?? null } : row.values;
    const ids = { id: newId(), employeeId: newId(), accountId: null };
    return { row: { ...row, values }, stored: found, next: { ...startsFrom, ...ids, ...found, ...values } };
  });

  const owners = await ownersOf(
    db,
    planned.map(({ next }) => next.email),
  );
  const errors: Plan['errors'] = [];
  for (const { row, stored: found, next } of planned) {
    const { birthDate } = row.values;
    if (typeof birthDate === 'string' && !mayWork(birthDate, today)) {
      errors.push({ row: row.row, column: 'birthDate', code: 'too-young', value: birthDate });
    }
    if (typeof next.email !== 'string') continue;
    const isLoginChanged = found && (next.email !== found.email || next.language !== found.language);
    // What a colleague logs in with is changed by admins alone, and there.
    if (isLoginChanged && (found.accountRole === 'staff' || found.accountRole === 'admin'))
      errors.push({
        row: row.row,
        column: next.email === found.email ? 'language' : 'email',
        code: 'office-account',
        value: next.email,
      });
    const owner = owners.get(keyForm(next.email));
    if (owner !== undefined && owner !== next.id) {
      errors.push({ row: row.row, column: 'email', code: 'email-taken', value: next.email });
    }
    owners.set(keyForm(next.email), String(next.id));
  }
  const { creates, updates, changes, same } = sortOut(planned, ({ firstName, prefix, lastName }) =>
    [firstName, prefix, lastName].filter(Boolean).join(' '),
  );
  return {
    errors,
    notes: await sameNames(db, creates),
    changes,
    same,
    write: async (tx, progress) => {
      await inChunks(creates, (next) => createEmployees(tx, next), progress);
      await inChunks(
        updates,
        async (next, chunk) => {
          await changeEmployees(tx, next);
          const before = chunk.map(({ stored: was, next }) => ({
            personId: String(next.id),
            email: was?.email ?? null,
          }));
          await tellOldAddresses(tx, before as { personId: string; email: string | null }[]);
        },
        progress,
      );
    },
  };
}

/** New people of a name, and a birth date as far as both say one, that somebody has already, here or higher up in the file. */
async function sameNames(db: Transaction, creates: readonly Planned<RecordValues>[]): Promise<Plan['notes']> {
  const known = Map.groupBy(
    await findNamesakes(
      db,
      creates.map(({ next }) => nameOf(next)),
    ),
    ({ name }) => name,
  );
  return creates.flatMap(({ row, next }) => {
    const name = nameOf(next);
    const others = known.get(name) ?? [];
    const other = others.find(({ birthDate }) => !birthDate || !next.birthDate || birthDate === next.birthDate);
    known.set(name, [
      ...others,
      { name, birthDate: next.birthDate as string | null, number: String(next.personnelNumber) },
    ]);
    return other ? [{ row: row.row, column: 'lastName', code: 'same-name' as const, value: other.number }] : [];
  });
}
const nameOf = ({ firstName, prefix, lastName }: RecordValues): string =>
  searchText([firstName, prefix, lastName].filter(Boolean).join(' '));

import { isDutchPostcode } from '@konnekt/shared/basics/business-numbers';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { searchText } from '@konnekt/shared/basics/search-text';
import { reasonNotBorn } from '@konnekt/shared/employees/employee.rules';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { tellOldAddresses } from '#api/features/accounts/account-notes';
import { newId, type Transaction } from '#api/kit/database';
import {
  changeEmployees,
  createEmployees,
  findEmployees,
  findNamesakes,
  ownersOf,
  ownersOfUserNames,
} from './import-employees.repository.ts';
import { inChunks, type Plan, type Planned, type RecordValues, sortOut, withNumbers } from './import-plan.ts';

const startsFrom: RecordValues = {
  prefix: null,
  email: null,
  userName: null,
  language: 'nl',
  phone: null,
  birthDate: null,
  street: null,
  postcode: null,
  city: null,
  country: 'NL',
  notes: null,
};

/** Employees are found by their personnel number. An address makes an account, that still has to be invited. */
export async function planEmployees(db: Transaction, rows: ImportRow[], today: string): Promise<Plan> {
  const keys = rows.map(({ values }) => keyForm(String(values.personnelNumber)));
  const stored = await findEmployees(db, keys);
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.personnelNumber)), one]));
  const planned = rows.map((row): Planned<RecordValues> => {
    const found = byNumber.get(keyForm(String(row.values.personnelNumber)));
    const told = withNumbers(row, found);
    const said = found ? { ...told, personnelNumber: found.personnelNumber ?? null } : told;
    const hasAccount = Boolean(said.email ?? found?.email);
    const values = hasAccount ? said : withoutLanguage(said);
    const ids = { id: newId(), employeeId: newId(), accountId: null };
    return {
      row: { ...row, values },
      stored: found,
      next: { ...startsFrom, ...(!hasAccount && { language: null }), ...ids, ...found, ...values },
    };
  });

  const owners = await ownersOf(
    db,
    planned.map(({ next }) => next.email),
  );
  const userNames = await ownersOfUserNames(
    db,
    planned.map(({ next }) => next.userName),
  );
  const errors: Plan['errors'] = [];
  for (const { row, stored: found, next } of planned) {
    const { birthDate } = row.values;
    const code = typeof birthDate === 'string' ? reasonNotBorn(birthDate, today) : undefined;
    if (code) {
      errors.push({ row: row.row, column: 'birthDate', code, value: String(birthDate) });
    }
    const { postcode } = row.values;
    const isNew = typeof postcode === 'string' && postcode !== found?.postcode;
    if (isNew && next.country === 'NL' && !isDutchPostcode(postcode))
      errors.push({ row: row.row, column: 'postcode', code: 'not-a-postcode', value: postcode });
    if (typeof next.userName === 'string') {
      const owner = userNames.get(keyForm(next.userName));
      if (next.email === null)
        errors.push({ row: row.row, column: 'userName', code: 'needs-email', value: next.userName });
      if (owner !== undefined && owner !== next.id)
        errors.push({ row: row.row, column: 'userName', code: 'user-name-taken', value: next.userName });
      userNames.set(keyForm(next.userName), String(next.id));
    }
    if (typeof next.email !== 'string') continue;
    const changed = found && (['email', 'userName', 'language'] as const).find((field) => next[field] !== found[field]);
    // What a colleague logs in with is changed by admins alone, and there.
    if (changed && (found.accountRole === 'staff' || found.accountRole === 'admin'))
      errors.push({ row: row.row, column: changed, code: 'office-account', value: String(next[changed]) });
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
    notes: [...languagesLeftOut(rows, planned), ...(await sameNames(db, creates))],
    changes,
    same,
    write: async (tx, progress) => {
      await inChunks(creates, (next) => createEmployees(tx, next), progress);
      await inChunks(
        updates,
        async (_, chunk) => {
          await changeEmployees(tx, chunk);
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

/** The language is one of the account: without an address there is nowhere to keep it. */
const withoutLanguage = ({ language: _, ...values }: ImportRow['values']): ImportRow['values'] => values;

/** Languages that are not kept; the one that an account starts from is the same later. */
const languagesLeftOut = (rows: ImportRow[], planned: readonly Planned<RecordValues>[]): Plan['notes'] =>
  rows.flatMap(({ row, values: { language } }, index) =>
    typeof language === 'string' &&
    language !== startsFrom.language &&
    planned[index]?.row.values.language === undefined
      ? [{ row, column: 'language', code: 'language-needs-email' as const, value: language }]
      : [],
  );

/** New people of a name, and a birth date as far as both say one, that somebody has already, here or higher up in the file. */
async function sameNames(db: Transaction, creates: readonly Planned<RecordValues>[]): Promise<Plan['notes']> {
  const stored = await findNamesakes(
    db,
    creates.map(({ next }) => nameOf(next)),
  );
  /** By the name, with and without a birth date ('' is none). */
  const known = new Map<string, string>();
  const numberOf = (name: string, birthDate?: unknown) =>
    known.get(JSON.stringify(birthDate === undefined ? [name] : [name, birthDate]));
  const meet = (name: string, birthDate: unknown, number: string) => {
    for (const key of [[name], [name, birthDate ?? '']].map((one) => JSON.stringify(one)))
      if (!known.has(key)) known.set(key, number);
  };
  for (const { name, birthDate, number } of stored) if (number !== null) meet(name, birthDate, number);
  const elsewhere = new Map(stored.flatMap(({ name, number, email }) => (number === null ? [[name, email]] : [])));
  return creates.flatMap(({ row, next }): Plan['notes'] => {
    const name = nameOf(next);
    const other = next.birthDate ? (numberOf(name, '') ?? numberOf(name, next.birthDate)) : numberOf(name);
    meet(name, next.birthDate, String(next.personnelNumber));
    const told = { row: row.row, column: 'lastName' };
    if (other !== undefined) return [{ ...told, code: 'same-name' as const, value: other }];
    const email = elsewhere.get(name);
    return email ? [{ ...told, code: 'name-known' as const, value: email }] : [];
  });
}
export const nameOf = ({ firstName, prefix, lastName }: RecordValues): string =>
  searchText([firstName, prefix, lastName].filter(Boolean).join(' '));

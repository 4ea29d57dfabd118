import { keyForm } from '@konnekt/shared/basics/key-form';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { newId, type Transaction } from '#api/kit/database';
import { findNamesakes } from './import-employees.repository.ts';
import { nameOf } from './import-employees.ts';
import type { Plan } from './import-plan.ts';
import type { ImportedPerson } from './import-supervisors.repository.ts';

const personFields = ['firstName', 'prefix', 'lastName', 'language', 'userName', 'phone'] as const;
type PersonField = (typeof personFields)[number];

/** A person of the file, with the row that said each field first, and as they are stored. */
export interface SaidPerson extends ImportedPerson {
  said: { field: PersonField; from: number }[];
  stored: Record<PersonField, string | null> | undefined;
}

/** Everybody that the rows speak of, each field as the first row that says it. */
export function peopleOf(rows: ImportRow[], known: Map<string, ImportedPerson>): Map<string, SaidPerson> {
  const rowsOf = Map.groupBy(rows, ({ values }) => keyForm(String(values.email)));
  return new Map([...rowsOf].map(([key, theirs]) => [key, personOf(theirs, known.get(key))]));
}

function personOf(rows: ImportRow[], known: ImportedPerson | undefined): SaidPerson {
  const said = personFields.flatMap((field) => {
    const row = rows.find(({ values }) => values[field] !== undefined);
    return row ? [{ field, from: row.row, value: row.values[field] }] : [];
  });
  const start = known ?? {
    ...{ personId: newId(), accountId: newId(), version: 1, role: 'supervisor', email: String(rows[0]?.values.email) },
    ...{ firstName: '', prefix: null, lastName: '', language: 'nl', userName: null, phone: null },
    ...{ isNew: true, isChanged: false },
  };
  const isChanged = known !== undefined && said.some(({ field, value }) => known[field] !== value);
  const values = Object.fromEntries(said.map(({ field, value }) => [field, value]));
  return { ...start, ...values, isChanged, said, stored: known };
}

/** The case of a user name says nothing. */
export const saysSame = (field: PersonField, one: CellValue, other: CellValue): boolean =>
  one === other || (field === 'userName' && keyForm(String(one)) === keyForm(String(other)));

/** New people of a name that somebody has already, or somebody higher up in the file. */
export async function knownNames(db: Transaction, people: readonly SaidPerson[]): Promise<Plan['notes']> {
  const fresh = people.filter(({ isNew }) => isNew).map((person) => ({ person, name: nameOf(namesIn(person)) }));
  const stored = await findNamesakes(
    db,
    fresh.map(({ name }) => name),
  );
  const known = new Map(stored.map(({ name, number, email }) => [name, email ?? number]));
  return fresh.flatMap(({ person, name }) => {
    const other = known.get(name);
    if (other === undefined) known.set(name, person.email);
    const row = person.said.find(({ field }) => field === 'lastName')?.from;
    return other && row ? [{ row, column: 'lastName', code: 'name-known' as const, value: other }] : [];
  });
}
const namesIn = ({ firstName, prefix, lastName }: SaidPerson) => ({ firstName, prefix, lastName });

import { addDays } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { type ImportRow, rowKeyOf } from '@konnekt/shared/imports/import-rows';
import { newId, type Transaction } from '#api/kit/database';
import { findOrganisationsByNumber } from './import-placements.repository.ts';
import { inChunks, keysOf, type Plan, type Planned, type RecordValues, sortOut } from './import-plan.ts';
import {
  changeRights,
  createRights,
  findPeople,
  findRights,
  type ImportedPerson,
  writePeople,
} from './import-supervisors.repository.ts';

/** A row is a right: found by the e-mail address, the organisation and the first day. A new address makes a supervisor, still to be invited. */
export async function planSupervisors(db: Transaction, rows: ImportRow[], today: string): Promise<Plan> {
  const emails = keysOf(rows, 'email');
  const organisations = await findOrganisationsByNumber(db, keysOf(rows, 'organisationNumber'));
  const stored = await findRights(db, emails);
  const people = await findPeople(db, emails);
  const byKey = new Map(stored.map((one) => [rowKeyOf('supervisors', one), one]));
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<RecordValues> => {
    const fail = (column: string, code: Plan['errors'][number]['code'], value = String(row.values[column] ?? '')) =>
      errors.push({ row: row.row, column, code, value });
    const organisation = organisations.get(keyForm(String(row.values.organisationNumber)));
    if (!organisation) fail('organisationNumber', 'unknown-organisation');
    const person = personOf(people, row);
    if (person.role !== 'supervisor') fail('email', 'other-role');
    if (person.row !== row.row && !namesAgree(person, row)) fail('lastName', 'differs-from-row', String(person.row));
    const found = byKey.get(
      rowKeyOf('supervisors', {
        ...row.values,
        ...(organisation && { organisationNumber: organisation.number ?? null }),
      }),
    );
    const values = {
      ...row.values,
      ...(found && { email: found.email ?? null, organisationNumber: found.organisationNumber ?? null }),
    };
    const startsFrom = {
      id: newId(),
      mayApprove: true,
      mayRegister: false,
      maySeeInvoices: false,
      mayManage: false,
      validUntil: null,
      language: person.language,
      personId: person.personId,
      organisationId: organisation?.id ?? null,
    };
    const next: RecordValues = { ...startsFrom, ...found, ...values };
    if (next.validUntil !== null && String(next.validUntil) < String(next.validFrom))
      fail('validUntil', 'before-start');
    if (found) refusePast(found, next, today, fail);
    if (!next.mayApprove && !next.mayRegister && !next.maySeeInvoices && !next.mayManage)
      fail('mayApprove', 'no-right');
    return { row: { ...row, values }, stored: found, next };
  });
  errors.push(...overlaps(planned, stored));
  const { creates, updates, changes, same } = sortOut(planned, ({ email }) => String(email));
  return {
    errors,
    notes: [],
    changes,
    same,
    write: async (tx, progress) => {
      await writePeople(
        tx,
        [...people].map(([email, person]) => ({ ...person, email })),
      );
      await inChunks(creates, (next) => createRights(tx, next), progress);
      await inChunks(updates, (next) => changeRights(tx, next), progress);
    },
  };
}

/** The person of a row, with the name and language that the first row of theirs says. */
function personOf(people: Map<string, ImportedPerson>, { row, values }: ImportRow): ImportedPerson {
  const email = keyForm(String(values.email));
  const known = people.get(email);
  if (known && known.row > 0) return known;
  const said = {
    firstName: String(values.firstName),
    prefix: values.prefix === undefined ? (known?.prefix ?? null) : (values.prefix as string | null),
    lastName: String(values.lastName),
    language: String(values.language ?? known?.language ?? 'nl'),
  };
  const isChanged =
    known !== undefined &&
    (known.firstName !== said.firstName ||
      known.prefix !== said.prefix ||
      known.lastName !== said.lastName ||
      known.language !== said.language);
  const fresh = { personId: newId(), accountId: newId(), version: 1, role: 'supervisor', isNew: true };
  const person: ImportedPerson = { ...(known ?? fresh), ...said, isChanged, row };
  people.set(email, person);
  return person;
}

const namesAgree = (person: ImportedPerson, { values }: ImportRow): boolean =>
  person.firstName === values.firstName &&
  person.lastName === values.lastName &&
  (values.prefix === undefined || person.prefix === values.prefix);

/** What could be done with a right before today stays as it was: it may end from yesterday on, and changes by a new row with a later day. */
function refusePast(
  stored: RecordValues,
  next: RecordValues,
  today: string,
  fail: (column: string, code: Plan['errors'][number]['code']) => void,
): void {
  if (String(stored.validFrom) >= today) return;
  for (const field of ['mayApprove', 'mayRegister', 'maySeeInvoices', 'mayManage'])
    if (stored[field] !== next[field]) fail(field, 'right-has-begun');
  const [before, after] = [stored.validUntil ?? null, next.validUntil ?? null];
  if (before === after) return;
  const yesterday = addDays(today, -1);
  const isOver = before !== null && String(before) < yesterday;
  if (isOver || (after !== null && String(after) < yesterday)) fail('validUntil', 'ends-in-the-past');
}

/** Rights of one person at one organisation may not overlap, in the file and with what is stored. */
function overlaps(planned: Planned<RecordValues>[], stored: RecordValues[]): Plan['errors'] {
  const inFile = new Set(planned.flatMap(({ stored: one }) => (one ? [one.id] : [])));
  const ranges = new Map<string, { row: number; from: string; until: string }[]>();
  const placeOf = (one: RecordValues) => `${one.personId} ${one.organisationId}`;
  const rangeOf = (row: number, one: RecordValues) => ({
    row,
    from: String(one.validFrom),
    until: String(one.validUntil ?? '9999-12-31'),
  });
  for (const one of stored) {
    if (!inFile.has(one.id ?? null)) ranges.set(placeOf(one), [...(ranges.get(placeOf(one)) ?? []), rangeOf(0, one)]);
  }
  return planned.flatMap(({ row, next }) => {
    const range = rangeOf(row.row, next);
    const others = ranges.get(placeOf(next)) ?? [];
    ranges.set(placeOf(next), [...others, range]);
    const isFree = others.every(({ from, until }) => until < range.from || from > range.until);
    return isFree ? [] : [{ row: row.row, column: 'validFrom', code: 'overlaps' as const, value: range.from }];
  });
}

import { addDays } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { type ImportRow, rowKeyOf } from '@konnekt/shared/imports/import-rows';
import { bounds } from '#api/kit/bounds';
import { newId, type Transaction } from '#api/kit/database';
import { ownersOfUserNames } from './import-employees.repository.ts';
import { findOrganisationsByNumber } from './import-placements.repository.ts';
import {
  cellOf,
  difference,
  inChunks,
  keysOf,
  type Plan,
  type Planned,
  type RecordValues,
  sortOut,
} from './import-plan.ts';
import {
  changeRights,
  countRights,
  createRights,
  findPeople,
  findRights,
  writePeople,
} from './import-supervisors.repository.ts';
import { knownNames, peopleOf, type SaidPerson, saysSame } from './import-supervisors-people.ts';

/** A row is a right: found by the e-mail address, the organisation and the first day. A new address makes a supervisor, still to be invited. */
export async function planSupervisors(db: Transaction, rows: ImportRow[], today: string): Promise<Plan> {
  const emails = keysOf(rows, 'email');
  const organisations = await findOrganisationsByNumber(db, keysOf(rows, 'organisationNumber'));
  const stored = await findRights(db, emails);
  const people = peopleOf(rows, await findPeople(db, emails));
  const userNames = await ownersOfUserNames(
    db,
    rows.map(({ values }) => values.userName),
  );
  const rightsAt = await countRights(
    db,
    [...organisations.values()].map(({ id }) => String(id)),
    today,
  );
  const byKey = new Map(stored.map((one) => [rowKeyOf('supervisors', one), one]));
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<RecordValues> => {
    const fail = (column: string, code: Plan['errors'][number]['code'], value = cellOf('supervisors', row, column)) =>
      errors.push({ row: row.row, column, code, value });
    const organisation = organisations.get(keyForm(String(row.values.organisationNumber)));
    if (!organisation) fail('organisationNumber', 'unknown-organisation');
    const person = people.get(keyForm(String(row.values.email))) as SaidPerson;
    for (const { field, from } of person.said)
      if (row.values[field] !== undefined && !saysSame(field, row.values[field], person[field]))
        fail(field, 'differs-from-row', String(from));
    const owner = person.userName === null ? undefined : userNames.get(keyForm(person.userName));
    if (owner !== undefined && owner !== person.personId) fail('userName', 'user-name-taken');
    if (person.userName !== null) userNames.set(keyForm(person.userName), person.personId);
    const found = byKey.get(
      rowKeyOf('supervisors', {
        ...row.values,
        ...(organisation && { organisationNumber: organisation.number ?? null }),
      }),
    );
    const values = {
      ...row.values,
      ...Object.fromEntries(person.said.flatMap(({ field }) => (field in row.values ? [[field, person[field]]] : []))),
      email: person.email,
      ...(found && { organisationNumber: found.organisationNumber ?? null }),
    };
    // Who is no supervisor any more keeps what they were allowed: a row that says just that is right.
    const saysNew = !found || Object.keys(difference({ ...row, values }, found)).length > 0;
    if (person.role !== 'supervisor' && saysNew) fail('email', 'other-role');
    const startsFrom = {
      id: newId(),
      // Who is given nothing by name approves.
      mayApprove: !rights.some((right) => row.values[right] === true),
      mayRegister: false,
      maySeeInvoices: false,
      mayManage: false,
      validUntil: null,
      language: person.language,
      userName: person.userName,
      phone: person.phone,
      personId: person.personId,
      organisationId: organisation?.id ?? null,
    };
    const next: RecordValues = { ...startsFrom, ...found, ...values };
    if (next.validUntil !== null && String(next.validUntil) < String(next.validFrom))
      fail('validUntil', 'before-start');
    if (found) refusePast(found, next, today, fail);
    if (organisation && !found) {
      const inUse = (rightsAt.get(organisation.id ?? null) ?? 0) + (isOver(next, today) ? 0 : 1);
      rightsAt.set(organisation.id ?? null, inUse);
      if (inUse > bounds.rightsAtOrganisation)
        fail('organisationNumber', 'list-full', String(bounds.rightsAtOrganisation));
    }
    if (!rights.some((right) => next[right])) fail('mayApprove', 'no-right');
    return { row: { ...row, values }, stored: found, known: person.stored, next };
  });
  errors.push(...overlaps(planned, stored));
  const { creates, updates, changes, same } = sortOut(planned, ({ email }) => String(email));
  return {
    errors,
    notes: await knownNames(db, [...people.values()]),
    changes,
    same,
    write: async (tx, progress) => {
      await writePeople(tx, [...people.values()]);
      await inChunks(creates, (next) => createRights(tx, next), progress);
      await inChunks(updates, (next) => changeRights(tx, next), progress);
    },
  };
}

const rights = ['mayApprove', 'mayRegister', 'maySeeInvoices', 'mayManage'] as const;
/** A right that could be used until before today. */
const isOver = ({ validUntil }: RecordValues, today: string): boolean =>
  validUntil !== null && String(validUntil) < today;

/** What could be done with a right before today stays as it was: it may end from yesterday on, and changes by a new row with a later day. */
function refusePast(
  stored: RecordValues,
  next: RecordValues,
  today: string,
  fail: (column: string, code: Plan['errors'][number]['code']) => void,
): void {
  if (String(stored.validFrom) >= today) return;
  for (const field of rights) if (stored[field] !== next[field]) fail(field, 'right-has-begun');
  const [before, after] = [stored.validUntil ?? null, next.validUntil ?? null];
  if (before === after) return;
  const yesterday = addDays(today, -1);
  const isOver = before !== null && String(before) < yesterday;
  if (isOver || (after !== null && String(after) < yesterday)) fail('validUntil', 'ends-in-the-past');
}

/** Rights of one person at one organisation may not overlap, in the file and with what is stored. */
function overlaps(planned: Planned<RecordValues>[], stored: RecordValues[]): Plan['errors'] {
  const inFile = new Set(planned.flatMap(({ stored: one }) => (one ? [one.id] : [])));
  const placeOf = (one: RecordValues) => `${one.personId} ${one.organisationId}`;
  const rangeOf = (row: number, one: RecordValues) => ({
    row,
    place: placeOf(one),
    from: String(one.validFrom),
    until: String(one.validUntil ?? '9999-12-31'),
  });
  const kept = stored.filter(({ id }) => !inFile.has(id ?? null)).map((one) => rangeOf(0, one));
  const all = [...kept, ...planned.map(({ row, next }) => rangeOf(row.row, next))];
  return [...Map.groupBy(all, ({ place }) => place).values()].flatMap((ranges) => {
    const errors: Plan['errors'] = [];
    let last: (typeof ranges)[number] | undefined;
    // In the order of their days each is free of the one that lasts longest before it, or of none.
    for (const range of ranges.toSorted((a, b) => Number(a.from > b.from) - Number(a.from < b.from))) {
      if (last && range.from <= last.until) {
        const { row, from } = range.row > last.row ? range : last;
        errors.push({ row, column: 'validFrom', code: 'overlaps', value: from });
      }
      if (!last || range.until > last.until) last = range;
    }
    return errors;
  });
}

import { addDays } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { importColumns } from '@konnekt/shared/imports/import-columns';
import { type ImportRow, keyOf } from '@konnekt/shared/imports/import-rows';
import { placementsHeld } from '#api/features/people/person.repository';
import { newId, rawSql, sql, type Transaction } from '#api/kit/database';
import { findOrganisations } from './import-placements.ts';
import { inChunks, insertAll, type Plan, type Planned, sortOut, updateAll, type Values } from './import-plan.ts';

export const supervisorFields = importColumns.supervisors.map(({ field }) => field);
export const supervisorRecords = sql`
  SELECT r.id, r.version, r.person_id AS "personId", r.organisation_id AS "organisationId", a.email, p.first_name AS "firstName", p.prefix,
         p.last_name AS "lastName", a.language, o.number AS "organisationNumber", r.may_approve AS "mayApprove", r.may_register AS "mayRegister",
         r.may_see_invoices AS "maySeeInvoices", r.may_manage AS "mayManage", r.valid_from AS "validFrom", r.valid_until AS "validUntil"
    FROM supervisor_right r JOIN person p ON p.id = r.person_id JOIN account a ON a.person_id = p.id JOIN organisation o ON o.id = r.organisation_id
   WHERE r.on_behalf_of_id IS NULL`;

interface Person {
  personId: string;
  accountId: string;
  version: number;
  role: string;
  firstName: string;
  prefix: string | null;
  lastName: string;
  language: string;
  isNew: boolean;
  isChanged: boolean;
  /** The row that spoke of this person first. */
  row: number;
}

/** A row is a right: found by the e-mail address, the organisation and the first day. A new address makes a supervisor, still to be invited. */
export async function planSupervisors(db: Transaction, rows: ImportRow[], today: string): Promise<Plan> {
  const emails = [...new Set(rows.map(({ values }) => keyForm(String(values.email))))];
  const organisations = await findOrganisations(db, rows);
  const stored = await db.query<Values>(sql`${supervisorRecords} AND key_form(a.email) = ANY(${emails}::text[])`);
  const people = await findPeople(db, emails);
  const byKey = new Map(stored.map((one) => [keyOf('supervisors', one), one]));
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<Values> => {
    const fail = (column: string, code: Plan['errors'][number]['code'], value = String(row.values[column] ?? '')) =>
      errors.push({ row: row.row, column, code, value });
    const organisation = organisations.get(keyForm(String(row.values.organisationNumber)));
    if (!organisation) fail('organisationNumber', 'unknown-organisation');
    const person = personOf(people, row);
    if (person.role !== 'supervisor') fail('email', 'other-role');
    if (person.row !== row.row && !namesAgree(person, row)) fail('lastName', 'differs-from-row', String(person.row));
    const found = byKey.get(
      keyOf('supervisors', { ...row.values, ...(organisation && { organisationNumber: organisation.number ?? null }) }),
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
    const next: Values = { ...startsFrom, ...found, ...values };
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
    changes,
    same,
    write: async (tx, progress) => {
      await writePeople(
        tx,
        [...people].map(([email, person]) => ({ ...person, email })),
      );
      const rights =
        'person_id, organisation_id, may_approve, may_register, may_see_invoices, may_manage, valid_from, valid_until';
      await inChunks(
        creates,
        (chunk) =>
          insertAll(
            tx,
            sql`supervisor_right`,
            rawSql(rights),
            chunk.map(({ next }) => next),
          ),
        progress,
      );
      const sets = rawSql(
        `may_approve = x.may_approve, may_register = x.may_register, may_see_invoices = x.may_see_invoices, may_manage = x.may_manage,
         valid_until = x.valid_until, version = t.version + 1`,
      );
      await inChunks(
        updates,
        (chunk) =>
          updateAll(
            tx,
            sql`supervisor_right`,
            sets,
            chunk.map(({ next }) => next),
          ),
        progress,
      );
    },
  };
}

async function findPeople(db: Transaction, emails: string[]): Promise<Map<string, Person>> {
  const rows = await db.query<Person & { email: string }>(sql`
    SELECT key_form(a.email) AS email, a.id AS "accountId", a.role, a.language, p.id AS "personId", p.version, p.first_name AS "firstName", p.prefix,
           p.last_name AS "lastName", false AS "isNew", false AS "isChanged", 0 AS row
      FROM account a JOIN person p ON p.id = a.person_id WHERE key_form(a.email) = ANY(${emails}::text[])`);
  return new Map(rows.map(({ email, ...person }) => [email, person]));
}

/** The person of a row, with the name and language that the first row of theirs says. */
function personOf(people: Map<string, Person>, { row, values }: ImportRow): Person {
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
  const person: Person = { ...(known ?? fresh), ...said, isChanged, row };
  people.set(email, person);
  return person;
}

const namesAgree = (person: Person, { values }: ImportRow): boolean =>
  person.firstName === values.firstName &&
  person.lastName === values.lastName &&
  (values.prefix === undefined || person.prefix === values.prefix);

async function writePeople(tx: Transaction, people: (Person & { email: string })[]): Promise<void> {
  const fresh = people.filter(({ isNew }) => isNew);
  const named = (one: Person) => ({
    id: one.personId,
    version: one.version,
    firstName: one.firstName,
    prefix: one.prefix,
    lastName: one.lastName,
  });
  const account = (one: Person & { email: string }) => ({
    id: one.accountId,
    personId: one.personId,
    email: one.email,
    language: one.language,
    role: 'supervisor',
    status: 'invited',
  });
  await insertAll(tx, sql`person`, rawSql('id, first_name, prefix, last_name'), fresh.map(named));
  await insertAll(tx, sql`account`, rawSql('id, person_id, email, language, role, status'), fresh.map(account));
  const changed = people.filter(({ isChanged }) => isChanged);
  const names = rawSql(
    'first_name = x.first_name, prefix = x.prefix, last_name = x.last_name, version = t.version + 1',
  );
  await tx.query(placementsHeld(changed.map(({ personId }) => personId)));
  await updateAll(tx, sql`person`, names, changed.map(named));
  await updateAll(tx, sql`account`, rawSql('language = x.language'), changed.map(account), false);
}

/** What could be done with a right before today stays as it was: it may end from yesterday on, and changes by a new row with a later day. */
function refusePast(
  stored: Values,
  next: Values,
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
function overlaps(planned: Planned<Values>[], stored: Values[]): Plan['errors'] {
  const inFile = new Set(planned.flatMap(({ stored: one }) => (one ? [one.id] : [])));
  const ranges = new Map<string, { row: number; from: string; until: string }[]>();
  const placeOf = (one: Values) => `${one.personId} ${one.organisationId}`;
  const rangeOf = (row: number, one: Values) => ({
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

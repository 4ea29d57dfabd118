import { keyForm } from '@konnekt/shared/basics/key-form';
import { newId, type Transaction } from '#api/kit/database';
import { placementsHeld } from '#api/kit/person-record';
import { rawSql, sql } from '#api/kit/sql';
import type { Planned, RecordValues } from './import-plan.ts';
import { changeAccounts, insertAll, updateAll } from './import-writing.repository.ts';

/** `id` is the person's, whose version counts the changes of the whole record. */
export const employeeRecords = sql`
  SELECT p.id, p.version, e.id AS "employeeId", a.id AS "accountId", a.role AS "accountRole", e.personnel_number AS "personnelNumber", p.first_name AS "firstName", p.prefix,
         p.last_name AS "lastName", a.email, a.user_name AS "userName", a.language, p.phone, e.birth_date AS "birthDate", e.street, e.postcode, e.city, e.country, e.notes
    FROM employee e JOIN person p ON p.id = e.person_id LEFT JOIN account a ON a.person_id = p.id`;

export const findEmployees = (db: Transaction, keys: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${employeeRecords} WHERE key_form(e.personnel_number) = ANY(${keys}::text[])`);

/** Whose each address is: a person's id. */
export async function ownersOf(db: Transaction, emails: unknown[]): Promise<Map<string, string>> {
  const asked = emails.flatMap((email) => (typeof email === 'string' ? [keyForm(email)] : []));
  const rows = await db.query<{ email: string; personId: string }>(sql`
    SELECT key_form(email) AS email, person_id AS "personId" FROM account WHERE key_form(email) = ANY(${asked}::text[])`);
  return new Map(rows.map(({ email, personId }) => [email, personId]));
}

/** Whose each user name is: a person's id. */
export async function ownersOfUserNames(db: Transaction, names: unknown[]): Promise<Map<string, string>> {
  const asked = names.flatMap((name) => (typeof name === 'string' ? [keyForm(name)] : []));
  const rows = await db.query<{ name: string; personId: string }>(sql`
    SELECT key_form(user_name) AS name, person_id AS "personId" FROM account WHERE key_form(user_name) = ANY(${asked}::text[])`);
  return new Map(rows.map(({ name, personId }) => [name, personId]));
}

/** Who is known under one of these names, as words are compared: by their number where they work here, else by their address. */
export const findNamesakes = (db: Transaction, names: string[]) =>
  db.query<{
    name: string;
    birthDate: string | null;
    number: string | null;
    email: string | null;
    personId: string;
  }>(sql`
    SELECT search_text(p.full_name) AS name, e.birth_date AS "birthDate", e.personnel_number AS number, a.email, p.id AS "personId"
      FROM person p LEFT JOIN employee e ON e.person_id = p.id LEFT JOIN account a ON a.person_id = p.id
     WHERE search_text(p.full_name) = ANY(${names}::text[]) AND (e.id IS NOT NULL OR a.id IS NOT NULL) ORDER BY e.id, p.id`);

export async function createEmployees(tx: Transaction, people: RecordValues[]): Promise<void> {
  await insertAll(tx, sql`person`, rawSql('id, first_name, prefix, last_name, phone'), people);
  const employees = people.map((one) => ({ ...one, personId: one.id ?? null, id: one.employeeId ?? null }));
  await insertAll(
    tx,
    sql`employee`,
    rawSql('id, person_id, personnel_number, birth_date, street, postcode, city, country, notes'),
    employees,
  );
  await createAccounts(tx, people);
}

export async function changeEmployees(tx: Transaction, planned: readonly Planned<RecordValues>[]): Promise<void> {
  const people = planned.map(({ next }) => next);
  const names = rawSql(
    'first_name = x.first_name, prefix = x.prefix, last_name = x.last_name, phone = x.phone, version = t.version + 1',
  );
  await tx.query(placementsHeld(people.map(({ id }) => String(id))));
  await updateAll(tx, sql`person`, names, people);
  const employees = people.map((one) => ({ ...one, id: one.employeeId ?? null }));
  const details = rawSql(
    'birth_date = x.birth_date, street = x.street, postcode = x.postcode, city = x.city, country = x.country, notes = x.notes',
  );
  await updateAll(tx, sql`employee`, details, employees, false);
  await changeAccounts(
    tx,
    planned.flatMap(({ stored, next }) =>
      next.accountId ? [{ before: stored ?? {}, next: { ...next, id: next.accountId } }] : [],
    ),
  );
  await createAccounts(
    tx,
    people.filter(({ accountId }) => !accountId),
  );
}

async function createAccounts(tx: Transaction, people: RecordValues[]): Promise<void> {
  const accounts = people.flatMap((one) =>
    one.email
      ? [
          {
            id: newId(),
            personId: one.id ?? null,
            email: one.email,
            userName: one.userName ?? null,
            language: one.language ?? 'nl',
            role: 'employee',
            status: 'invited',
          },
        ]
      : [],
  );
  await insertAll(tx, sql`account`, rawSql('id, person_id, email, user_name, language, role, status'), accounts);
}

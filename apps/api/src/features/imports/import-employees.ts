import { keyForm } from '@konnekt/shared/basics/key-form';
import { importColumns } from '@konnekt/shared/imports/import-columns';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { tellOldAddresses } from '#api/features/accounts/account-notes';
import { placementsHeld } from '#api/features/people/person.repository';
import { newId, rawSql, sql, type Transaction } from '#api/kit/database';
import { inChunks, insertAll, type Plan, type Planned, sortOut, updateAll, type Values } from './import-plan.ts';

export const employeeFields = importColumns.employees.map(({ field }) => field);

/** `id` is the person's, whose version counts the changes of the whole record. */
export const employeeRecords = sql`
  SELECT p.id, p.version, e.id AS "employeeId", a.id AS "accountId", a.role AS "accountRole", e.personnel_number AS "personnelNumber", p.first_name AS "firstName", p.prefix,
         p.last_name AS "lastName", a.email, a.language, p.phone, e.birth_date AS "birthDate", e.street, e.postcode, e.city
    FROM employee e JOIN person p ON p.id = e.person_id LEFT JOIN account a ON a.person_id = p.id`;

const startsFrom: Values = {
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
  const stored = await db.query<Values>(
    sql`${employeeRecords} WHERE key_form(e.personnel_number) = ANY(${keys}::text[])`,
  );
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.personnelNumber)), one]));
  const planned = rows.map((row): Planned<Values> => {
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
    if (typeof birthDate === 'string' && birthDate >= today) {
      errors.push({ row: row.row, column: 'birthDate', code: 'in-the-future', value: birthDate });
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
    changes,
    same,
    write: async (tx, progress) => {
      await inChunks(
        creates,
        (chunk) =>
          create(
            tx,
            chunk.map(({ next }) => next),
          ),
        progress,
      );
      await inChunks(
        updates,
        async (chunk) => {
          await change(
            tx,
            chunk.map(({ next }) => next),
          );
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

/** Whose each address is: a person's id. */
async function ownersOf(db: Transaction, emails: unknown[]): Promise<Map<string, string>> {
  const asked = emails.flatMap((email) => (typeof email === 'string' ? [keyForm(email)] : []));
  const rows = await db.query<{ email: string; personId: string }>(sql`
    SELECT key_form(email) AS email, person_id AS "personId" FROM account WHERE key_form(email) = ANY(${asked}::text[])`);
  return new Map(rows.map(({ email, personId }) => [email, personId]));
}

async function create(tx: Transaction, people: Values[]): Promise<void> {
  await insertAll(tx, sql`person`, rawSql('id, first_name, prefix, last_name, phone'), people);
  const employees = people.map((one) => ({ ...one, personId: one.id ?? null, id: one.employeeId ?? null }));
  await insertAll(
    tx,
    sql`employee`,
    rawSql('id, person_id, personnel_number, birth_date, street, postcode, city'),
    employees,
  );
  await createAccounts(tx, people);
}

async function change(tx: Transaction, people: Values[]): Promise<void> {
  const names = rawSql(
    'first_name = x.first_name, prefix = x.prefix, last_name = x.last_name, phone = x.phone, version = t.version + 1',
  );
  await tx.query(placementsHeld(people.map(({ id }) => String(id))));
  await updateAll(tx, sql`person`, names, people);
  const employees = people.map((one) => ({ ...one, id: one.employeeId ?? null }));
  const details = rawSql('birth_date = x.birth_date, street = x.street, postcode = x.postcode, city = x.city');
  await updateAll(tx, sql`employee`, details, employees, false);
  const accounts = people.flatMap((one) => (one.accountId ? [{ ...one, id: one.accountId }] : []));
  await updateAll(tx, sql`account`, rawSql('email = x.email, language = x.language'), accounts, false);
  await createAccounts(
    tx,
    people.filter(({ accountId }) => !accountId),
  );
}

async function createAccounts(tx: Transaction, people: Values[]): Promise<void> {
  const accounts = people.flatMap((one) =>
    one.email
      ? [
          {
            id: newId(),
            personId: one.id ?? null,
            email: one.email,
            language: one.language ?? 'nl',
            role: 'employee',
            status: 'invited',
          },
        ]
      : [],
  );
  await insertAll(tx, sql`account`, rawSql('id, person_id, email, language, role, status'), accounts);
}

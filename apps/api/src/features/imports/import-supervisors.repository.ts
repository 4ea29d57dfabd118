import type { CellValue } from '@konnekt/shared/imports/import-cells';
import { isNotOver } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { placementsHeld } from '#api/kit/person-record';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { changeAccounts, insertAll, updateAll } from './import-writing.repository.ts';

export const supervisorRecords = sql`
  SELECT r.id, r.version, r.person_id AS "personId", r.organisation_id AS "organisationId", a.email, p.first_name AS "firstName", p.prefix,
         p.last_name AS "lastName", a.language, a.user_name AS "userName", p.phone, o.number AS "organisationNumber", r.may_approve AS "mayApprove", r.may_register AS "mayRegister",
         r.may_see_invoices AS "maySeeInvoices", r.may_manage AS "mayManage", r.valid_from AS "validFrom", r.valid_until AS "validUntil"
    FROM supervisor_right r JOIN person p ON p.id = r.person_id JOIN account a ON a.person_id = p.id JOIN organisation o ON o.id = r.organisation_id
   WHERE r.on_behalf_of_id IS NULL`;

export const findRights = (db: Transaction, emails: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${supervisorRecords} AND key_form(a.email) = ANY(${emails}::text[])`);

/** How many rights hold at each of these clients, or are to come. */
export async function countRights(db: Transaction, ids: string[], today: string): Promise<Map<CellValue, number>> {
  const counts = await db.query<{ id: string; count: number }>(sql`
    SELECT r.organisation_id AS id, count(*)::int AS count FROM supervisor_right r
     WHERE r.organisation_id = ANY(${ids}::uuid[]) AND ${isNotOver(sql`r`, today)} GROUP BY r.organisation_id`);
  return new Map(counts.map(({ id, count }) => [id, count]));
}

const columns = rawSql(
  'person_id, organisation_id, may_approve, may_register, may_see_invoices, may_manage, valid_from, valid_until',
);
const sets =
  rawSql(`may_approve = x.may_approve, may_register = x.may_register, may_see_invoices = x.may_see_invoices, may_manage = x.may_manage,
  valid_until = x.valid_until, version = t.version + 1`);

export const createRights = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  insertAll(tx, sql`supervisor_right`, columns, records);

export const changeRights = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  updateAll(tx, sql`supervisor_right`, sets, records);

export interface ImportedPerson {
  personId: string;
  accountId: string;
  version: number;
  /** As it is stored, or as the first row of a new one says it. */
  email: string;
  role: string;
  firstName: string;
  prefix: string | null;
  lastName: string;
  language: string;
  userName: string | null;
  phone: string | null;
  isNew: boolean;
  isChanged: boolean;
}

export async function findPeople(db: Transaction, emails: string[]): Promise<Map<string, ImportedPerson>> {
  const rows = await db.query<ImportedPerson & { key: string }>(sql`
    SELECT key_form(a.email) AS key, a.email, a.id AS "accountId", a.role, a.language, a.user_name AS "userName", p.phone, p.id AS "personId", p.version, p.first_name AS "firstName", p.prefix,
           p.last_name AS "lastName", false AS "isNew", false AS "isChanged"
      FROM account a JOIN person p ON p.id = a.person_id WHERE key_form(a.email) = ANY(${emails}::text[])`);
  return new Map(rows.map(({ key, ...person }) => [key, person]));
}

export async function writePeople(
  tx: Transaction,
  people: (ImportedPerson & { stored: { userName: string | null; language: string | null } | undefined })[],
): Promise<void> {
  const fresh = people.filter(({ isNew }) => isNew);
  const named = (one: ImportedPerson) => ({
    id: one.personId,
    version: one.version,
    firstName: one.firstName,
    prefix: one.prefix,
    lastName: one.lastName,
    phone: one.phone,
  });
  const account = (one: ImportedPerson) => ({
    id: one.accountId,
    personId: one.personId,
    email: one.email,
    language: one.language,
    userName: one.userName,
    role: 'supervisor',
    status: 'invited',
  });
  await insertAll(tx, sql`person`, rawSql('id, first_name, prefix, last_name, phone'), fresh.map(named));
  await insertAll(
    tx,
    sql`account`,
    rawSql('id, person_id, email, user_name, language, role, status'),
    fresh.map(account),
  );
  const changed = people.filter(({ isChanged }) => isChanged);
  const names = rawSql(
    'first_name = x.first_name, prefix = x.prefix, last_name = x.last_name, phone = x.phone, version = t.version + 1',
  );
  await tx.query(placementsHeld(changed.map(({ personId }) => personId)));
  await updateAll(tx, sql`person`, names, changed.map(named));
  await changeAccounts(
    tx,
    changed.map((one) => ({
      before: { email: one.email, userName: one.stored?.userName ?? null, language: one.stored?.language ?? null },
      next: account(one),
    })),
  );
}

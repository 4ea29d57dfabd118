import type { Transaction } from '#api/kit/database';
import { placementsHeld } from '#api/kit/person-record';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { insertAll, updateAll } from './import-writing.repository.ts';

export const supervisorRecords = sql`
  SELECT r.id, r.version, r.person_id AS "personId", r.organisation_id AS "organisationId", a.email, p.first_name AS "firstName", p.prefix,
         p.last_name AS "lastName", a.language, o.number AS "organisationNumber", r.may_approve AS "mayApprove", r.may_register AS "mayRegister",
         r.may_see_invoices AS "maySeeInvoices", r.may_manage AS "mayManage", r.valid_from AS "validFrom", r.valid_until AS "validUntil"
    FROM supervisor_right r JOIN person p ON p.id = r.person_id JOIN account a ON a.person_id = p.id JOIN organisation o ON o.id = r.organisation_id
   WHERE r.on_behalf_of_id IS NULL`;

export const findRights = (db: Transaction, emails: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${supervisorRecords} AND key_form(a.email) = ANY(${emails}::text[])`);

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

export async function findPeople(db: Transaction, emails: string[]): Promise<Map<string, ImportedPerson>> {
  const rows = await db.query<ImportedPerson & { email: string }>(sql`
    SELECT key_form(a.email) AS email, a.id AS "accountId", a.role, a.language, p.id AS "personId", p.version, p.first_name AS "firstName", p.prefix,
           p.last_name AS "lastName", false AS "isNew", false AS "isChanged", 0 AS row
      FROM account a JOIN person p ON p.id = a.person_id WHERE key_form(a.email) = ANY(${emails}::text[])`);
  return new Map(rows.map(({ email, ...person }) => [email, person]));
}

export async function writePeople(tx: Transaction, people: (ImportedPerson & { email: string })[]): Promise<void> {
  const fresh = people.filter(({ isNew }) => isNew);
  const named = (one: ImportedPerson) => ({
    id: one.personId,
    version: one.version,
    firstName: one.firstName,
    prefix: one.prefix,
    lastName: one.lastName,
  });
  const account = (one: ImportedPerson & { email: string }) => ({
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

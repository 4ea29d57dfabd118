import type { Employee, EmployeeFields, EmployeeQuery, EmployeeRow } from '@konnekt/shared/employees/employee.schema';
import type { Answer } from '@konnekt/shared/routes';
import { isNotGone, runsOn } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type AskedPage, contains, keysetList, type SortKey } from '#api/kit/keyset-list';
import { accountState, invitationFailure } from '#api/kit/person-record';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { employeeInSight, placementInSight, type Sight } from '#api/kit/visibility';

const sortKeys: Record<'name' | 'number', SortKey> = {
  name: { column: sql`pn.sort_name` },
  number: { column: sql`e.personnel_number` },
};

/** A page of employees, with where each works today. */
export function listEmployeeRows(db: Transaction, sight: Sight, query: EmployeeQuery) {
  const { sort } = query;
  const matching = matchingEmployees(sight, query);
  const columns = sql`e.id, e.personnel_number AS "personnelNumber", pn.full_name AS name, pn.sort_name AS "sortName", a.email,
    ${accountState} AS account, ${invitationFailure} AS "invitationFailure",
    ARRAY(
      SELECT DISTINCT o.name FROM placement p JOIN organisation o ON o.id = p.organisation_id
       WHERE p.employee_id = e.id AND ${runsOn(sight.today)} ORDER BY o.name) AS organisations`;
  const key = sortKeys[sort.replace('-', '') as keyof typeof sortKeys];
  const isDescending = sort.startsWith('-');
  return keysetList<EmployeeRow>(db, { columns, matching, key, id: sql`e.id`, isDescending, page: query });
}

/** From FROM: the employees `e` that a list narrowed down so shows. */
export function matchingEmployees(sight: Sight, filter: Partial<EmployeeQuery>): Sql {
  const { q, organisationId, placed, account } = filter;
  const runs = (and: Sql) =>
    sql`EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND ${runsOn(sight.today)} ${and})`;
  const isPlaced = { now: runs(noSql), 'not-over': isNotGone(sight.today), not: sql`NOT ${runs(noSql)}` };
  return sql`FROM employee e JOIN person pn ON pn.id = e.person_id LEFT JOIN account a ON a.person_id = pn.id
    WHERE ${employeeInSight(sight)} ${contains(q, sql`pn.full_name`, sql`pn.sort_name`, sql`e.personnel_number`, sql`a.email`)}
    ${organisationId ? sql`AND ${runs(sql`AND p.organisation_id = ${organisationId}::uuid`)}` : noSql}
    ${placed ? sql`AND ${isPlaced[placed]}` : noSql}
    ${account ? sql`AND ${accountState} = ${account}` : noSql}`;
}

export async function findEmployee(db: Transaction, sight: Sight, id: string): Promise<Employee | undefined> {
  const [employee] = await db.query<Employee>(sql`
    SELECT e.id, pn.id AS "personId", pn.version, e.personnel_number AS "personnelNumber", pn.first_name AS "firstName", pn.prefix,
           pn.last_name AS "lastName", pn.full_name AS name, a.email, coalesce(a.language, 'nl') AS language, pn.phone,
           e.birth_date AS "birthDate", e.street, e.postcode, e.city, e.country, e.notes, a.id AS "accountId", ${accountState} AS account,
           a.role
      FROM employee e JOIN person pn ON pn.id = e.person_id LEFT JOIN account a ON a.person_id = pn.id
     WHERE e.id = ${id}::uuid AND ${employeeInSight(sight)}`);
  return employee;
}

type OwnFields = Pick<
  EmployeeFields,
  'personnelNumber' | 'birthDate' | 'street' | 'postcode' | 'city' | 'country' | 'notes'
>;

export async function insertEmployee(tx: Transaction, personId: string, fields: OwnFields): Promise<string> {
  const [written] = await tx.query<{ id: string }>(sql`
    INSERT INTO employee (person_id, personnel_number, birth_date, street, postcode, city, country, notes)
    VALUES (${personId}::uuid, ${fields.personnelNumber}, ${fields.birthDate}::date, ${fields.street}, ${fields.postcode}, ${fields.city},
            ${fields.country}, ${fields.notes})
    RETURNING id`);
  if (!written) throw new Error('An insert returned nothing');
  return written.id;
}

/** The person's version was named before: this needs none of its own. */
export async function updateEmployee(tx: Transaction, id: string, fields: OwnFields): Promise<void> {
  await tx.query(sql`
    UPDATE employee SET personnel_number = ${fields.personnelNumber}, birth_date = ${fields.birthDate}::date, street = ${fields.street},
           postcode = ${fields.postcode}, city = ${fields.city}, country = ${fields.country}, notes = ${fields.notes}
     WHERE id = ${id}::uuid`);
}

/** Everybody in sight, by surname, as filters and pickers ask for them. */
export function listEmployees(
  db: Db,
  sight: Sight,
  page: AskedPage & { organisationId?: string | undefined },
): Promise<Answer<'GET /api/employees'>> {
  const { organisationId } = page;
  const at = organisationId
    ? sql`AND EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND p.organisation_id = ${organisationId}::uuid AND ${placementInSight(sight)})`
    : noSql;
  const matching = sql`FROM employee e JOIN person pn ON pn.id = e.person_id
    WHERE ${employeeInSight(sight)} ${at} ${contains(page.q, sql`pn.full_name`)}`;
  const columns = sql`e.id, pn.full_name AS name, pn.sort_name AS "sortName"`;
  return keysetList(db, { columns, matching, key: { column: sql`pn.sort_name` }, id: sql`e.id`, page });
}

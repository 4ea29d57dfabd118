import type { RouteOutput } from '@konnekt/shared/basics/route';
import type { AllRoutes } from '@konnekt/shared/routes';
import { contains, keysetList } from '#api/keyset-list';
import { type Db, noSql, sql } from '#api/plugins/database';
import { employeeInSight, organisationInSight, placementInSight, type Sight } from '#api/visibility';

interface Page {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
}
type Output<K extends keyof AllRoutes> = RouteOutput<AllRoutes[K]>;

export function listOrganisations(db: Db, sight: Sight, page: Page): Promise<Output<'GET /api/organisations'>> {
  const matching = sql`FROM organisation o WHERE ${organisationInSight(sight)} ${contains(page.q, sql`o.name`)}`;
  return keysetList(db, {
    columns: sql`o.id, o.name, o.city`,
    matching,
    key: { column: sql`o.name` },
    id: sql`o.id`,
    page,
  });
}

export function listEmployees(
  db: Db,
  sight: Sight,
  page: Page & { organisationId?: string | undefined },
): Promise<Output<'GET /api/employees'>> {
  const { organisationId } = page;
  const at = organisationId
    ? sql`AND EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND p.organisation_id = ${organisationId}::uuid AND ${placementInSight(sight)})`
    : noSql;
  const matching = sql`FROM employee e JOIN person pn ON pn.id = e.person_id
    WHERE ${employeeInSight(sight)} ${at} ${contains(page.q, sql`pn.full_name`)}`;
  const columns = sql`e.id, pn.full_name AS name, pn.sort_name AS "sortName"`;
  return keysetList(db, { columns, matching, key: { column: sql`pn.sort_name` }, id: sql`e.id`, page });
}

export function listPlacements(
  db: Db,
  sight: Sight,
  page: Page & { organisationId?: string | undefined; employeeId?: string | undefined },
): Promise<Output<'GET /api/placements'>> {
  const { organisationId, employeeId } = page;
  const matching = sql`FROM placement p
    JOIN employee e ON e.id = p.employee_id
    JOIN person pn ON pn.id = e.person_id
    JOIN organisation o ON o.id = p.organisation_id
    WHERE ${placementInSight(sight)} ${contains(page.q, sql`(pn.full_name || ' ' || p.function_name)`)}
    ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql}
    ${employeeId ? sql`AND p.employee_id = ${employeeId}::uuid` : noSql}`;
  return keysetList(db, {
    columns: placementColumns,
    matching,
    key: { column: sql`pn.sort_name` },
    id: sql`p.id`,
    page,
  });
}

export function listPeriods(db: Db, type: string, year: number): Promise<Output<'GET /api/periods'>['items']> {
  return db.query(sql`
    SELECT type, year, number, starts_on AS "startsOn", ends_on AS "endsOn" FROM period
     WHERE type = ${type} AND year = ${year}::int ORDER BY number`);
}

/** A placement `p` of person `pn` at organisation `o` as everybody sees it: nothing here is the agency's alone. */
export const placementColumns = sql`p.id, p.employee_id AS "employeeId", pn.full_name AS "employeeName",
  p.organisation_id AS "organisationId", o.name AS "organisationName", p.function_name AS "functionName", p.starts_on AS "startsOn",
  p.ends_on AS "endsOn", p.period_type AS "periodType", p.basis, p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
  p.planned_minutes AS "plannedMinutes", p.budget_number AS "budgetNumber"`;

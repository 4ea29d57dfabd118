import { zId } from '@konnekt/shared/basics/fields';
import type { RouteOutput } from '@konnekt/shared/basics/route';
import type { AllRoutes } from '@konnekt/shared/routes';
import { z } from 'zod';
import { type Db, encodeCursor, noSql, type Sql, sql } from '#api/plugins/database';
import { decodeCursor, zCursorText } from '#api/plugins/paging';
import { employeeInSight, organisationInSight, placementInSight, type Sight } from '#api/visibility';

interface Page {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
}
type Output<K extends keyof AllRoutes> = RouteOutput<AllRoutes[K]>;
const COUNT_LIMIT = 10_000;
const zNameCursor = z.tuple([zCursorText, zId]);

export function listOrganisations(db: Db, sight: Sight, page: Page): Promise<Output<'GET /api/organisations'>> {
  const matching = sql`FROM organisation o WHERE ${organisationInSight(sight)} ${contains(sql`o.name`, page.q)}`;
  return listByName(db, page, sql`o.id, o.name, o.city`, sql`o.name`, sql`o.id`, matching);
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
    WHERE ${employeeInSight(sight)} ${at} ${contains(sql`pn.full_name`, page.q)}`;
  return listByName(
    db,
    page,
    sql`e.id, pn.full_name AS name, pn.sort_name AS "sortName"`,
    sql`pn.sort_name`,
    sql`e.id`,
    matching,
  );
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
    WHERE ${placementInSight(sight)} ${contains(sql`(pn.full_name || ' ' || p.function_name)`, page.q)}
    ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql}
    ${employeeId ? sql`AND p.employee_id = ${employeeId}::uuid` : noSql}`;
  const columns = sql`p.id, p.employee_id AS "employeeId", pn.full_name AS "employeeName", p.organisation_id AS "organisationId",
    o.name AS "organisationName", p.function_name AS "functionName", p.starts_on AS "startsOn", p.ends_on AS "endsOn",
    p.period_type AS "periodType", p.basis, p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
    p.planned_minutes AS "plannedMinutes", p.budget_number AS "budgetNumber"`;
  return listByName(db, page, columns, sql`pn.sort_name`, sql`p.id`, matching);
}

export function listPeriods(db: Db, type: string, year: number): Promise<Output<'GET /api/periods'>['items']> {
  return db.query(sql`
    SELECT type, year, number, starts_on AS "startsOn", ends_on AS "endsOn" FROM period
     WHERE type = ${type} AND year = ${year}::int ORDER BY number`);
}

async function listByName<Item extends object>(db: Db, page: Page, columns: Sql, name: Sql, id: Sql, matching: Sql) {
  const after = decodeCursor(page.cursor, zNameCursor);
  const [rows, [counted]] = await Promise.all([
    db.query<Item & { cursorName: string; cursorId: string }>(sql`
      SELECT ${columns}, ${name} AS "cursorName", ${id} AS "cursorId" ${matching}
        ${after ? sql`AND (${name}, ${id}) > (${after[0]}, ${after[1]}::uuid)` : noSql}
       ORDER BY ${name}, ${id} LIMIT ${page.limit + 1}::int`),
    db.query<{ total: number }>(
      sql`SELECT count(*)::int AS total FROM (SELECT ${matching} LIMIT ${COUNT_LIMIT}::int) n`,
    ),
  ]);
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
  return {
    // Without the cursor's columns a row is the item: TypeScript cannot tell for a type it does not know.
    items: rows.slice(0, page.limit).map(({ cursorName: _, cursorId: __, ...item }) => item as unknown as Item),
    nextCursor: last ? encodeCursor([last.cursorName, last.cursorId]) : null,
    total: counted?.total ?? 0,
  };
}

function contains(column: Sql, q: string | undefined): Sql {
  return q ? sql`AND ${column} ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}` : noSql;
}

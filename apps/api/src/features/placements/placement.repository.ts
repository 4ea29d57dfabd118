import type {
  Placement,
  PlacementFields,
  PlacementQuery,
  PlacementRow,
} from '@konnekt/shared/placements/placement.schema';
import type { Answer } from '@konnekt/shared/routes';
import { runs } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type AskedPage, contains, keysetList, type SortKey } from '#api/kit/keyset-list';
import { nextFreeNumber } from '#api/kit/next-free-number';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { placementInSight, type Sight } from '#api/kit/visibility';
import { finalisedUntil, ratesOf, withoutRate } from './placement-rate.repository.ts';
import { sentOutside } from './sent-outside.repository.ts';

const sortKeys: Record<'employee' | 'organisation' | 'number' | 'starts', SortKey> = {
  employee: { column: sql`pn.sort_name` },
  organisation: { column: sql`o.name` },
  number: { column: sql`p.number` },
  starts: { column: sql`p.starts_on`, type: 'date' },
};

const joined = sql`FROM placement p
  JOIN employee e ON e.id = p.employee_id
  JOIN person pn ON pn.id = e.person_id
  JOIN organisation o ON o.id = p.organisation_id`;

const hasRates = sql`EXISTS (SELECT FROM placement_rate r WHERE r.placement_id = p.id)`;

export function listPlacementRows(db: Transaction, sight: Sight, query: PlacementQuery) {
  const { sort } = query;
  const key = sortKeys[sort.replace('-', '') as keyof typeof sortKeys];
  return keysetList<PlacementRow>(db, {
    columns: sql`${placementColumns}, p.number, pn.sort_name AS "employeeSortName", ${hasRates} AS "hasRates",
      ${withoutRate(sight.today)} AS "typesWithoutRate"`,
    matching: matchingPlacements(sight, query),
    key,
    id: sql`p.id`,
    isDescending: sort.startsWith('-'),
    page: query,
  });
}

/** From FROM: the placements `p` that a list narrowed down so shows. */
export function matchingPlacements(sight: Sight, filter: Partial<PlacementQuery>): Sql {
  const { q, organisationId, employeeId, lacks } = filter;
  return sql`${joined} WHERE ${placementInSight(sight)}
    ${contains(q, sql`pn.full_name`, sql`pn.sort_name`, sql`p.function_name`, sql`o.name`, sql`p.number`)}
    ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql}
    ${employeeId ? sql`AND p.employee_id = ${employeeId}::uuid` : noSql}
    ${filter.running ? sql`AND ${runs[filter.running](sight.today)}` : noSql}
    ${lacks ? sql`AND NOT ${hasRates}` : noSql}`;
}

export async function findPlacementRecord(db: Transaction, sight: Sight, id: string): Promise<Placement | undefined> {
  const [placement] = await db.query<Placement>(sql`
    SELECT ${placementColumns}, p.version, p.number, p.cost_centre AS "costCentre", p.order_number AS "orderNumber", p.project, p.phase, p.notes,
           EXISTS (SELECT FROM worksheet w WHERE w.placement_id = p.id) AS "hasWorksheets",
           ${finalisedUntil(sql`p.id`)} AS "finalisedUntil",
           ${ratesOf(sql`p.id`)} AS rates, ${withoutRate(sight.today)} AS "typesWithoutRate"
      ${joined} WHERE p.id = ${id}::uuid AND ${placementInSight(sight)}`);
  return placement;
}

/** Nothing where the client is one no longer. */
export async function insertPlacement(tx: Transaction, fields: PlacementFields): Promise<string | undefined> {
  const [written] = await tx.query<{ id: string }>(sql`
    INSERT INTO placement (number, employee_id, organisation_id, function_name, starts_on, ends_on, period_type, basis, hours_by,
                           entry_mode, planned_minutes, budget_number, cost_centre, order_number, project, phase, notes)
    SELECT coalesce(${fields.number}, ${nextFreeNumber('placement')}), ${fields.employeeId}::uuid, o.id, ${fields.functionName},
           ${fields.startsOn}::date, ${fields.endsOn}::date, ${fields.periodType}, ${fields.basis}, ${fields.hoursBy}, ${fields.entryMode},
           ${fields.plannedMinutes}::int, ${asClientWrites(fields)}, ${fields.costCentre}, ${fields.orderNumber}, ${fields.project}, ${fields.phase},
           ${fields.notes}
      FROM organisation o WHERE o.id = ${fields.organisationId}::uuid AND o.is_active
    RETURNING id`);
  return written?.id;
}

/**
 * Holds a placement and its worksheets until the transaction ends, before either is judged: nobody sends or finalises hours
 * meanwhile. Always the placement first, as those who send do.
 */
export async function holdPlacement(tx: Transaction, id: string): Promise<void> {
  await tx.query(sql`SELECT FROM placement WHERE id = ${id}::uuid FOR UPDATE`);
  await tx.query(
    sql`SELECT FROM worksheet WHERE placement_id = ${id}::uuid AND status <> 'finalised' ORDER BY id FOR NO KEY UPDATE`,
  );
}

/**
 * False when it is not there in this version, or when worksheets stand in the way: once there are any, employee, organisation and
 * kind of period are settled, and no sent hours may fall outside.
 */
export async function updatePlacement(
  tx: Transaction,
  id: string,
  version: number,
  fields: PlacementFields,
): Promise<boolean> {
  const written = await tx.query(sql`
    UPDATE placement p
       SET version = version + 1, number = coalesce(${fields.number}, number), employee_id = ${fields.employeeId}::uuid,
           organisation_id = ${fields.organisationId}::uuid, function_name = ${fields.functionName}, starts_on = ${fields.startsOn}::date,
           ends_on = ${fields.endsOn}::date, period_type = ${fields.periodType}, basis = ${fields.basis}, hours_by = ${fields.hoursBy},
           entry_mode = ${fields.entryMode}, planned_minutes = ${fields.plannedMinutes}::int, budget_number = ${asClientWrites(fields)},
           cost_centre = ${fields.costCentre}, order_number = ${fields.orderNumber}, project = ${fields.project}, phase = ${fields.phase}, notes = ${fields.notes}
     WHERE p.id = ${id}::uuid AND p.version = ${version}::int
       AND ((p.employee_id = ${fields.employeeId}::uuid AND p.organisation_id = ${fields.organisationId}::uuid
             AND p.period_type = ${fields.periodType}) OR NOT EXISTS (SELECT FROM worksheet w WHERE w.placement_id = p.id))
       AND NOT EXISTS (${sentOutside(id, fields)})
     RETURNING id`);
  return written.length > 0;
}

/** A budget number as its client writes it, where it keeps one that differs only in what keys do not differ by. */
const asClientWrites = ({ organisationId, budgetNumber }: PlacementFields): Sql => sql`coalesce(
  (SELECT b.number FROM budget_number b WHERE b.organisation_id = ${organisationId}::uuid AND key_form(b.number) = key_form(${budgetNumber}::text)),
  ${budgetNumber}::text)`;

/** True when the placement was there in this version, and is now in the next. */
export async function raiseVersion(tx: Transaction, id: string, version: number): Promise<boolean> {
  const raised = await tx.query(sql`
    UPDATE placement SET version = version + 1 WHERE id = ${id}::uuid AND version = ${version}::int RETURNING id`);
  return raised.length > 0;
}

/** All in sight, by surname. */
export function listPlacements(
  db: Db,
  sight: Sight,
  page: AskedPage & { organisationId?: string | undefined; employeeId?: string | undefined },
): Promise<Answer<'GET /api/placements'>> {
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

/** A placement `p` of person `pn` at organisation `o` as everybody sees it: nothing here is the agency's alone. */
const placementColumns = sql`p.id, p.employee_id AS "employeeId", pn.full_name AS "employeeName",
  p.organisation_id AS "organisationId", o.name AS "organisationName", p.function_name AS "functionName", p.starts_on AS "startsOn",
  p.ends_on AS "endsOn", p.period_type AS "periodType", p.basis, p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
  p.planned_minutes AS "plannedMinutes", p.budget_number AS "budgetNumber"`;

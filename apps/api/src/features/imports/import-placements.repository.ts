import { keyForm } from '@konnekt/shared/basics/key-form';
import type { Transaction } from '#api/kit/database';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { columnOf, insertAll, updateAll } from './import-writing.repository.ts';

const own = [
  'functionName',
  'startsOn',
  'endsOn',
  'basis',
  'plannedMinutes',
  'periodType',
  'hoursBy',
  'entryMode',
  'budgetNumber',
  'costCentre',
  'orderNumber',
  'project',
  'phase',
  'notes',
];
const columns = rawSql(['number', 'employeeId', 'organisationId', ...own].map(columnOf).join(', '));
const sets = rawSql(
  [...own.map((field) => `${columnOf(field)} = x.${columnOf(field)}`), 'version = t.version + 1'].join(', '),
);

export const placementRecords = sql`
  SELECT p.id, p.version, p.number, e.personnel_number AS "personnelNumber", o.number AS "organisationNumber", p.employee_id AS "employeeId",
         p.organisation_id AS "organisationId", p.function_name AS "functionName", p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.basis,
         p.planned_minutes AS "plannedMinutes", p.period_type AS "periodType", p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
         p.budget_number AS "budgetNumber", p.cost_centre AS "costCentre", p.order_number AS "orderNumber", p.project, p.phase, p.notes
    FROM placement p JOIN employee e ON e.id = p.employee_id JOIN organisation o ON o.id = p.organisation_id`;

/** Those of these numbers, held until the transaction ends. */
export const holdPlacements = (tx: Transaction, keys: string[]): Promise<RecordValues[]> =>
  tx.query<RecordValues>(
    sql`${placementRecords} WHERE key_form(p.number) = ANY(${keys}::text[]) ORDER BY p.id FOR UPDATE OF p`,
  );

export const createPlacements = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  insertAll(tx, sql`placement`, columns, records);

export const changePlacements = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  updateAll(tx, sql`placement`, sets, records);

export async function findEmployeesByNumber(db: Transaction, keys: string[]): Promise<Map<string, RecordValues>> {
  const found = await db.query<RecordValues>(sql`SELECT id, personnel_number AS "personnelNumber" FROM employee
     WHERE key_form(personnel_number) = ANY(${keys}::text[])`);
  return new Map(found.map((one) => [keyForm(String(one.personnelNumber)), one]));
}

export async function findPlacementNumbers(db: Transaction, keys: string[]): Promise<Set<string>> {
  const found = await db.query<{ key: string }>(
    sql`SELECT key_form(number) AS key FROM placement WHERE key_form(number) = ANY(${keys}::text[])`,
  );
  return new Set(found.map(({ key }) => key));
}

export async function findOrganisationsByNumber(db: Transaction, keys: string[]): Promise<Map<string, RecordValues>> {
  const found = await db.query<RecordValues>(sql`
    SELECT id, number, period_type AS "periodType", hours_by AS "hoursBy", entry_mode AS "entryMode", is_active AS "isActive"
      FROM organisation
     WHERE key_form(number) = ANY(${keys}::text[])`);
  return new Map(found.map((one) => [keyForm(String(one.number)), one]));
}

/** The clients' own budget numbers, by the client and the form that keys are compared by. */
export async function findBudgetNumbers(db: Transaction, organisationIds: string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ organisationId: string; number: string }>(sql`
    SELECT organisation_id AS "organisationId", number FROM budget_number WHERE organisation_id = ANY(${organisationIds}::uuid[])`);
  return new Map(rows.map(({ organisationId, number }) => [`${organisationId} ${keyForm(number)}`, number]));
}

/** All placements of these employees. */
export const findRunning = (db: Transaction, employeeIds: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`
    SELECT p.number, p.employee_id AS "employeeId", p.organisation_id AS "organisationId", p.starts_on AS "startsOn", p.ends_on AS "endsOn"
      FROM placement p WHERE p.employee_id = ANY(${employeeIds}::uuid[]) ORDER BY p.id`);

interface Sent {
  /** The placement must run at least until the first and from the last: 'YYYY-MM-DD', nothing when no hours were sent. */
  first: string | null;
  last: string | null;
}
/** Of each placement that has worksheets: its sent hours. A period's total counts where none of the period is left (see `sentOutside`). */
export async function findSent(db: Transaction, ids: string[]): Promise<Map<string, Sent>> {
  const rows = await db.query<Sent & { id: string }>(sql`
    SELECT w.placement_id AS id, min(coalesce(l.date, w.period_end)) FILTER (WHERE ${isSent}) AS first,
           max(coalesce(l.date, w.period_start)) FILTER (WHERE ${isSent}) AS last
      FROM worksheet w LEFT JOIN hour_line l ON l.worksheet_id = w.id
     WHERE w.placement_id = ANY(${ids}::uuid[]) GROUP BY w.placement_id`);
  return new Map(rows.map(({ id, ...hours }) => [id, hours]));
}

const isSent = sql`w.status IN ('submitted', 'approved', 'finalised')`;

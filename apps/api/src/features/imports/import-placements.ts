import { keyForm } from '@konnekt/shared/basics/key-form';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import { importColumns } from '@konnekt/shared/imports/import-columns';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { rawSql, sql, type Transaction } from '#api/kit/database';
import {
  columnOf,
  inChunks,
  insertAll,
  type Plan,
  type Planned,
  sortOut,
  updateAll,
  type Values,
} from './import-plan.ts';

export const placementFields = importColumns.placements.map(({ field }) => field);
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
];
const columns = rawSql(['number', 'employeeId', 'organisationId', ...own].map(columnOf).join(', '));
const sets = rawSql(
  [...own.map((field) => `${columnOf(field)} = x.${columnOf(field)}`), 'version = t.version + 1'].join(', '),
);

export const placementRecords = sql`
  SELECT p.id, p.version, p.number, e.personnel_number AS "personnelNumber", o.number AS "organisationNumber", p.employee_id AS "employeeId",
         p.organisation_id AS "organisationId", p.function_name AS "functionName", p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.basis,
         p.planned_minutes AS "plannedMinutes", p.period_type AS "periodType", p.hours_by AS "hoursBy", p.entry_mode AS "entryMode",
         p.budget_number AS "budgetNumber"
    FROM placement p JOIN employee e ON e.id = p.employee_id JOIN organisation o ON o.id = p.organisation_id`;

/** Placements are found by their number. What a file does not say of a new one is as the organisation has it. */
export async function planPlacements(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const keys = rows.map(({ values }) => keyForm(String(values.number)));
  // Held while it is judged and written: nobody sends hours meanwhile (see `holdPlacement`).
  const stored = await db.query<Values>(
    sql`${placementRecords} WHERE key_form(p.number) = ANY(${keys}::text[]) ORDER BY p.id FOR UPDATE OF p`,
  );
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.number)), one]));
  // One after the other: it may be one connection, in a transaction.
  const employees = await findEmployees(db, rows);
  const organisations = await findOrganisations(db, rows);
  const written = await findBudgetNumbers(
    db,
    [...organisations.values()].map(({ id }) => String(id)),
  );
  const sent = await findSent(
    db,
    stored.map(({ id }) => String(id)),
  );
  const asClientWrites = ({ id }: Values, number: CellValue) =>
    written.get(`${id} ${keyForm(String(number))}`) ?? number;
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<Values> => {
    const fail = (column: string, code: Plan['errors'][number]['code']) =>
      errors.push({ row: row.row, column, code, value: String(row.values[column] ?? '') });
    const employee = employees.get(keyForm(String(row.values.personnelNumber)));
    const organisation = organisations.get(keyForm(String(row.values.organisationNumber)));
    if (!employee) fail('personnelNumber', 'unknown-employee');
    if (!organisation) fail('organisationNumber', 'unknown-organisation');
    const found = byNumber.get(keyForm(String(row.values.number)));
    const values = {
      ...row.values,
      ...(found && { number: found.number ?? null }),
      ...(employee && { personnelNumber: employee.personnelNumber ?? null }),
      ...(organisation && { organisationNumber: organisation.number ?? null }),
      ...(organisation &&
        row.values.budgetNumber && { budgetNumber: asClientWrites(organisation, row.values.budgetNumber) }),
    };
    const startsFrom = {
      endsOn: null,
      basis: 'flexible',
      budgetNumber: null,
      periodType: organisation?.periodType ?? 'week',
      hoursBy: organisation?.hoursBy ?? 'employee',
      entryMode: organisation?.entryMode ?? 'totals',
      employeeId: employee?.id ?? null,
      organisationId: organisation?.id ?? null,
    };
    const next: Values = { ...startsFrom, ...found, ...values };
    if (next.endsOn !== null && String(next.endsOn) < String(next.startsOn)) fail('endsOn', 'before-start');
    if (!found && organisation?.isActive === false) fail('organisationNumber', 'organisation-inactive');
    if (found) {
      if (employee && employee.id !== found.employeeId) fail('personnelNumber', 'cannot-change');
      if (organisation && organisation.id !== found.organisationId) fail('organisationNumber', 'cannot-change');
      const hours = sent.get(String(found.id));
      if (hours && next.periodType !== found.periodType) fail('periodType', 'cannot-change');
      if (hours?.first && hours.first < String(next.startsOn)) fail('startsOn', 'hours-outside');
      if (hours?.last && next.endsOn !== null && hours.last > String(next.endsOn)) fail('endsOn', 'hours-outside');
    }
    return { row: { ...row, values }, stored: found, next };
  });
  const { creates, updates, changes, same } = sortOut(
    planned,
    ({ number, functionName }) => `${number} ${functionName}`,
  );
  return {
    errors,
    changes,
    same,
    write: async (tx, progress) => {
      // Those that are there first: a new one asks for its employee's name, and who renames them holds their placements before.
      await inChunks(
        updates,
        (chunk) =>
          updateAll(
            tx,
            sql`placement`,
            sets,
            chunk.map(({ next }) => next),
          ),
        progress,
      );
      await inChunks(
        creates,
        (chunk) =>
          insertAll(
            tx,
            sql`placement`,
            columns,
            chunk.map(({ next }) => next),
          ),
        progress,
      );
    },
  };
}

async function findEmployees(db: Transaction, rows: ImportRow[]): Promise<Map<string, Values>> {
  const found = await db.query<Values>(sql`SELECT id, personnel_number AS "personnelNumber" FROM employee
     WHERE key_form(personnel_number) = ANY(${keysOf(rows, 'personnelNumber')}::text[])`);
  return new Map(found.map((one) => [keyForm(String(one.personnelNumber)), one]));
}

export async function findOrganisations(db: Transaction, rows: ImportRow[]): Promise<Map<string, Values>> {
  const found = await db.query<Values>(sql`
    SELECT id, number, period_type AS "periodType", hours_by AS "hoursBy", entry_mode AS "entryMode", is_active AS "isActive"
      FROM organisation
     WHERE key_form(number) = ANY(${keysOf(rows, 'organisationNumber')}::text[])`);
  return new Map(found.map((one) => [keyForm(String(one.number)), one]));
}

/** The clients' own budget numbers, by the client and the form that keys are compared by. */
async function findBudgetNumbers(db: Transaction, organisationIds: string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ organisationId: string; number: string }>(sql`
    SELECT organisation_id AS "organisationId", number FROM budget_number WHERE organisation_id = ANY(${organisationIds}::uuid[])`);
  return new Map(rows.map(({ organisationId, number }) => [`${organisationId} ${keyForm(number)}`, number]));
}

const keysOf = (rows: ImportRow[], field: string): string[] => [
  ...new Set(rows.map(({ values }) => keyForm(String(values[field])))),
];

interface Sent {
  /** The placement must run at least until the first and from the last: 'YYYY-MM-DD', nothing when no hours were sent. */
  first: string | null;
  last: string | null;
}
/** Of each placement that has worksheets: its sent hours. A period's total counts where none of the period is left (see `sentOutside`). */
async function findSent(db: Transaction, ids: string[]): Promise<Map<string, Sent>> {
  const rows = await db.query<Sent & { id: string }>(sql`
    SELECT w.placement_id AS id, min(coalesce(l.date, w.period_end)) FILTER (WHERE ${isSent}) AS first,
           max(coalesce(l.date, w.period_start)) FILTER (WHERE ${isSent}) AS last
      FROM worksheet w LEFT JOIN hour_line l ON l.worksheet_id = w.id
     WHERE w.placement_id = ANY(${ids}::uuid[]) GROUP BY w.placement_id`);
  return new Map(rows.map(({ id, ...hours }) => [id, hours]));
}

const isSent = sql`w.status IN ('submitted', 'approved', 'finalised')`;

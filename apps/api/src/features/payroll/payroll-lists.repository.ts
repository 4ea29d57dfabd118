import type { PayrollEmployee, PayrollWorksheet } from '@konnekt/shared/payroll/payroll.schema';
import type { Db } from '#api/kit/database';
import { type AskedPage, contains, keysetList } from '#api/kit/keyset-list';
import { noSql, sql } from '#api/kit/sql';
import { linesOf, type Named, worksheetsOf } from './payroll-content.repository.ts';

/** The employees of a run by name, with their hours of each type, and all their hours in the run before. */
export function listRunEmployees(db: Db, run: Named, previousId: string | null, page: AskedPage) {
  const ofEmployee = sql`l.employee_id = e.id`;
  return keysetList<PayrollEmployee>(db, {
    columns: sql`e.id AS "employeeId", e.personnel_number AS "personnelNumber", pn.full_name AS "employeeName", paid.worksheets, paid.minutes AS "totalMinutes",
      paid.pay_cents AS "payCents", paid.by_type AS "byHourType",
      (SELECT coalesce(sum(l.minutes), 0)::int FROM payroll_line l WHERE l.run_id = ${previousId}::uuid AND ${ofEmployee}) AS "previousMinutes"`,
    matching: sql`FROM (
        SELECT s.employee_id, sum(s.minutes)::int AS minutes, sum(s.pay_cents)::float8 AS pay_cents, coalesce(max(s.worksheets), 0)::int AS worksheets,
               json_agg(json_build_object('hourTypeId', t.id, 'code', t.code, 'unit', t.unit, 'minutes', s.minutes, 'quantity', s.quantity) ORDER BY t.sort_order, t.code) AS by_type
          FROM (SELECT l.employee_id, l.hour_type_id, sum(l.minutes)::int AS minutes, coalesce(sum(l.quantity), 0)::float8 AS quantity,
                       coalesce(sum(l.pay_cents), 0)::float8 AS pay_cents, max(n.worksheets) AS worksheets
                  FROM (SELECT l.* FROM ${linesOf(run)}) l
                  LEFT JOIN (SELECT w.employee_id, count(*) AS worksheets FROM ${worksheetsOf(run)} GROUP BY w.employee_id) n ON n.employee_id = l.employee_id
                 GROUP BY l.employee_id, l.hour_type_id) s
          JOIN hour_type t ON t.id = s.hour_type_id GROUP BY s.employee_id) paid
      JOIN employee e ON e.id = paid.employee_id JOIN person pn ON pn.id = e.person_id
     WHERE TRUE ${contains(page.q, sql`pn.full_name`, sql`e.personnel_number`)}`,
    key: { column: sql`pn.sort_name` },
    id: sql`e.id`,
    page,
  });
}

type ListedWorksheet = Omit<PayrollWorksheet, 'reference'> & { reference: number };

/** The worksheets of a run, or those held back from an open one, by name of the employee. */
export function listRunWorksheets(
  db: Db,
  run: Named,
  page: AskedPage & { employeeId?: string | undefined; held: boolean },
) {
  return keysetList<ListedWorksheet>(db, {
    columns: sql`w.id, w.version, w.reference, w.kind, w.employee_id AS "employeeId", p.employee_name AS "employeeName", o.name AS "organisationName",
      json_build_object('type', w.period_type, 'year', w.period_year, 'number', w.period_number, 'startsOn', w.period_start, 'endsOn', w.period_end) AS period,
      w.total_minutes AS "totalMinutes", w.held_reason AS "heldReason", w.held_by_name AS "heldByName", w.held_at AS "heldAt"`,
    matching: sql`FROM (SELECT w.*, pe.type AS period_type, pe.year AS period_year, pe.number AS period_number, u.held_reason, u.held_by_name, u.held_at
        FROM ${worksheetsOf(run, page.held)}) w
      JOIN placement p ON p.id = w.placement_id JOIN organisation o ON o.id = w.organisation_id
     WHERE TRUE ${page.employeeId ? sql`AND w.employee_id = ${page.employeeId}::uuid` : noSql} ${contains(page.q, sql`p.employee_name`, sql`o.name`)}`,
    key: { column: sql`p.employee_sort_name` },
    id: sql`w.id`,
    page,
  });
}

import type { Timecard } from '@konnekt/shared/payroll/timecard';
import { rateOn } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { type Sight, worksheetInSight } from '#api/kit/visibility';

/** A worksheet as a timecard has it, before its lines are summed up. */
export type StoredTimecard = Omit<Timecard, 'reference'> & {
  reference: number;
  kind: string;
  status: string;
  period: { type: 'week' | 'four-weeks' | 'month'; year: number; number: number };
};

/** One worksheet in sight. */
export async function findTimecard(db: Transaction, sight: Sight, id: string): Promise<StoredTimecard | undefined> {
  const [found] = await db.query<StoredTimecard>(timecardsSql(sql`w.id = ${id}::uuid AND ${worksheetInSight(sight)}`));
  return found;
}

/** Those that a run took, by number. */
export const listTimecards = (db: Transaction, runId: string): Promise<StoredTimecard[]> =>
  db.query(
    timecardsSql(sql`w.id IN (SELECT k.worksheet_id FROM payroll_run_worksheet k WHERE k.run_id = ${runId}::uuid)`),
  );

/** Of line `h` of hour type `t`, on a worksheet `w` in period `pe`. */
const payRate = rateOn(sql`r.pay_cents`, {
  placementId: sql`w.placement_id`,
  hourTypeId: sql`t.id`,
  day: sql`coalesce(h.date, pe.ends_on)`,
});

/** Of a correction all lines that are final in its period: what was taken away is gone from them. */
const timecardsSql = (which: Sql): Sql => sql`
  SELECT w.reference, w.kind, w.status, json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number) AS period,
         pe.starts_on AS "periodStartsOn", pe.ends_on AS "periodEndsOn", a.kvk_number AS "supplierKvk", a.vat_number AS "supplierVat",
         o.number AS "customerNumber", o.kvk_number AS "customerKvk", o.vat_number AS "customerVat", e.personnel_number AS "employeeNumber",
         p.employee_name AS "employeeName", p.number AS "placementNumber", s.sent_by_name AS "submittedBy", s.sent_at AS "submittedAt",
         coalesce(approval.actor_name, s.sent_by_name) AS "approvedBy", coalesce(approval.at, s.sent_at) AS "approvedAt", line.list AS lines
    FROM worksheet w
    JOIN placement p ON p.id = w.placement_id
    JOIN employee e ON e.id = w.employee_id
    JOIN organisation o ON o.id = w.organisation_id
    JOIN period pe ON pe.id = w.period_id
    JOIN submission s ON s.id = w.submission_id
    CROSS JOIN agency a
    LEFT JOIN LATERAL (
      SELECT v.at, v.actor_name FROM worksheet_event v WHERE v.worksheet_id = w.id AND v.action = 'approve' AND v.submission_id = w.submission_id
       ORDER BY v.id DESC LIMIT 1) approval ON TRUE
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('number', h.number, 'date', h.date, 'startsAt', h.starts_at, 'endsAt', h.ends_at, 'minutes', h.minutes,
               'quantity', h.quantity, 'kind', t.kind, 'unit', t.unit, 'hourTypeId', t.id, 'breakMinutes', h.break_minutes, 'payShareBp', t.pay_share_bp,
               'billShareBp', t.bill_share_bp, 'budgetNumber', h.budget_number, 'remark', NULL, 'payRateCents', ${payRate}) ORDER BY x.sequence, h.number), '[]') AS list
        FROM worksheet x JOIN hour_line h ON h.worksheet_id = x.id JOIN hour_type t ON t.id = h.hour_type_id
       WHERE x.id = w.id OR (w.kind = 'correction' AND x.placement_id = w.placement_id AND x.period_id = w.period_id
             AND x.sequence <= w.sequence AND x.status = 'finalised')) line
   WHERE ${which} ORDER BY w.reference`;

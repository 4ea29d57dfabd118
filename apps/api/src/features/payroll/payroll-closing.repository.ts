import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import type { Author, Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { type Named, ofRun, payable, worksheetsOf } from './payroll-content.repository.ts';

type Report = (done: number, total: number) => Promise<unknown>;

/**
 * Closes a run in this version, in the caller's transaction: takes what waits to be paid, and writes each line as it is paid. What it takes it
 * deletes from what is unpaid, so that no other run finds it, and who takes a worksheet back at that moment finds it paid. False when it is not open in
 * this version any more.
 */
export async function closeRun(
  tx: Transaction,
  author: Author,
  run: Named,
  version: number,
  { at = null, report = async () => {} }: { at?: string | null; report?: Report } = {},
): Promise<boolean> {
  const held = await tx.query(sql`
    SELECT id FROM payroll_run WHERE id = ${run.id}::uuid AND version = ${version}::int AND status = 'open' FOR UPDATE`);
  if (held.length === 0) return false;
  // Rates are changed for the past before or after, never meanwhile (`holdRates`).
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('payroll', 0))`);
  // Held first, in the order of their ids: these alone are taken. What becomes final from here on is for the next run.
  const waiting = await tx.query<{ id: string }>(sql`
    SELECT u.id FROM ${worksheetsOf(run)} ORDER BY u.id FOR UPDATE OF u`);
  for (let done = 0; done < waiting.length; done += atOnce) {
    await report(done, waiting.length);
    await take(
      tx,
      run,
      waiting.slice(done, done + atOnce).map(({ id }) => id),
    );
  }
  await report(waiting.length, waiting.length);
  await tx.query(sql`
    UPDATE rate_correction c SET run_id = ${run.id}::uuid FROM payroll_line l
     WHERE c.kind = 'pay' AND l.worksheet_id = c.worksheet_id AND l.line_number = c.line_number AND ${ofRun(run)}`);
  await tx.query(sql`
    DELETE FROM worksheet_unpaid u USING payroll_run_worksheet t WHERE t.worksheet_id = u.id AND t.run_id = ${run.id}::uuid`);
  await tx.query(sql`
    UPDATE payroll_run r SET status = 'closed', version = r.version + 1, closed_at = coalesce(${at}::timestamptz, now()), closed_by_id = ${author.personId}::uuid, closed_by_name = ${author.name},
           worksheets = s.worksheets, employees = s.employees, worked_minutes = s.worked, total_minutes = s.total,
           lines = (SELECT count(*) FROM payroll_line l WHERE l.run_id = r.id)
      FROM (SELECT count(*) AS worksheets, count(DISTINCT w.employee_id) AS employees, coalesce(sum(w.worked_minutes), 0) AS worked, coalesce(sum(w.total_minutes), 0) AS total
              FROM ${worksheetsOf({ ...run, status: 'closed' })}) s
     WHERE r.id = ${run.id}::uuid`);
  return true;
}

/** So many worksheets are taken by one statement: often enough to tell how far it is. */
const atOnce = 250;

async function take(tx: Transaction, run: Named, ids: string[]): Promise<void> {
  await tx.query(sql`
    INSERT INTO payroll_run_worksheet (worksheet_id, run_id, worksheet_version)
    SELECT w.id, ${run.id}::uuid, w.version FROM worksheet w WHERE w.id = ANY(${ids}::uuid[])`);
  await tx.query(sql`
    INSERT INTO payroll_line (worksheet_id, line_number, run_id, worksheet_version, worksheet_reference, worksheet_kind, period_id, employee_id, personnel_number,
      employee_name, placement_id, placement_number, function_name, organisation_id, organisation_number, organisation_name, hour_type_id, hour_type_code,
      payroll_code, unit, is_worked, pay_share_bp, date, starts_at, ends_at, break_minutes, minutes, quantity, pay_rate_cents, pay_cents, budget_number,
      approved_at, approved_by_role)
    SELECT l.worksheet_id, l.line_number, ${run.id}::uuid, l.worksheet_version, l.worksheet_reference, l.worksheet_kind, l.period_id, l.employee_id, l.personnel_number,
      l.employee_name, l.placement_id, l.placement_number, l.function_name, l.organisation_id, l.organisation_number, l.organisation_name, l.hour_type_id, l.hour_type_code,
      l.payroll_code, l.unit, l.is_worked, l.pay_share_bp, l.date, l.starts_at, l.ends_at, l.break_minutes, l.minutes, l.quantity, l.pay_rate_cents, l.pay_cents, l.budget_number,
      l.approved_at, l.approved_by_role
      FROM (${payable({ ...run, status: 'closed' })}) l WHERE l.worksheet_id = ANY(${ids}::uuid[])`);
}

/** Without a sign of life for so many seconds its process is gone. */
const silence = 15;

/** Says that somebody begins to close a run; none where somebody else is at it, or throws it away at this moment: closing it finds out. */
export async function beginClosing(db: Db, runId: string, byName: string): Promise<string | undefined> {
  const [begun] = await db.query<{ id: string }>(sql`
    INSERT INTO payroll_closing AS c (run_id, by_name)
    SELECT r.id, ${byName} FROM payroll_run r WHERE r.id = ${runId}::uuid AND r.status = 'open' FOR KEY SHARE SKIP LOCKED
    ON CONFLICT (run_id) DO UPDATE SET id = DEFAULT, by_name = EXCLUDED.by_name, started_at = now(), seen_at = now(), done = 0, total = 0
     WHERE c.seen_at < now() - make_interval(secs => ${silence}::int) RETURNING c.id`);
  return begun?.id;
}

/** A sign of life, and how far it is. */
export const reportClosing = (db: Db, id: string, done: number, total: number) =>
  db.query(
    sql`UPDATE payroll_closing SET seen_at = now(), done = ${done}::int, total = ${total}::int WHERE id = ${id}::uuid`,
  );

export const endClosing = (db: Db, id: string) => db.query(sql`DELETE FROM payroll_closing WHERE id = ${id}::uuid`);

export async function findClosing(db: Db, runId: string): Promise<PayrollRunDetail['closing']> {
  const [closing] = await db.query<NonNullable<PayrollRunDetail['closing']>>(sql`
    SELECT c.started_at AS "startedAt", c.by_name AS "byName", c.done, c.total, c.seen_at < now() - make_interval(secs => ${silence}::int) AS "isBrokenOff"
      FROM payroll_closing c WHERE c.run_id = ${runId}::uuid`);
  return closing ?? null;
}

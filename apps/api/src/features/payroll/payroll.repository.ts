import type { PayrollRun } from '@konnekt/shared/payroll/payroll.schema';
import type { Author, Db, Transaction } from '#api/kit/database';
import { type AskedPage, keysetList } from '#api/kit/keyset-list';
import { sql } from '#api/kit/sql';
import { type StoredRun, sizeOf } from './payroll-content.repository.ts';

const runColumns = sql`r.id, r.version, r.number, r.status, r.run_date AS "runDate", r.period_types AS "periodTypes", r.remark,
  r.created_at AS "createdAt", r.created_by_name AS "createdByName", r.closed_at AS "closedAt", r.closed_by_name AS "closedByName"`;

/**
 * Proposes a run with the choices of the one before; nothing when one is open already, whoever made it and however many ask at the
 * same moment (unique index). `at`: the demo's lie in the past.
 */
export async function insertRun(
  tx: Transaction,
  author: Author,
  runDate: string,
  at: string | null = null,
): Promise<void> {
  await tx.query(sql`
    INSERT INTO payroll_run (number, run_date, period_types, created_by_id, created_by_name, created_at)
    SELECT coalesce(max(number), 0) + 1, ${runDate}::date,
           coalesce((SELECT last.period_types FROM payroll_run last ORDER BY last.number DESC LIMIT 1), ARRAY['week', 'four-weeks', 'month']),
           ${author.personId}::uuid, ${author.name}, coalesce(${at}::timestamptz, now())
      FROM payroll_run
    ON CONFLICT DO NOTHING`);
}

export async function findOpenRunId(db: Transaction): Promise<string | undefined> {
  const [run] = await db.query<{ id: string }>(sql`SELECT id FROM payroll_run WHERE status = 'open'`);
  return run?.id;
}

export async function findRun(db: Transaction, id: string): Promise<StoredRun | undefined> {
  const [run] = await db.query<StoredRun>(sql`SELECT ${runColumns} FROM payroll_run r WHERE r.id = ${id}::uuid`);
  return run;
}

/** False when it is not open in this version any more. */
export async function updateRun(
  tx: Transaction,
  id: string,
  version: number,
  fields: Pick<PayrollRun, 'runDate' | 'periodTypes' | 'remark'>,
): Promise<boolean> {
  const written = await tx.query(sql`
    UPDATE payroll_run SET version = version + 1, run_date = ${fields.runDate}::date, period_types = ${fields.periodTypes}::text[], remark = ${fields.remark}
     WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'open' RETURNING id`);
  return written.length > 0;
}

/** False when it is not open in this version any more. It took nothing yet, so its number is free for the next one. */
export async function deleteRun(tx: Transaction, id: string, version: number): Promise<boolean> {
  const gone = await tx.query(
    sql`DELETE FROM payroll_run WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'open' RETURNING id`,
  );
  return gone.length > 0;
}

/** Runs, newest first. What an open one would take is as it is now. */
export async function listRuns(db: Db, page: AskedPage) {
  const found = await keysetList<PayrollRun>(db, {
    columns: sql`${runColumns}, r.worksheets, r.employees, r.worked_minutes AS "workedMinutes", r.total_minutes AS "totalMinutes"`,
    matching: sql`FROM payroll_run r WHERE TRUE`,
    id: sql`r.id`,
    isDescending: true,
    page,
  });
  const items = await Promise.all(
    found.items.map(async (run) => (run.status === 'open' ? { ...run, ...(await sizeOf(db, run)) } : run)),
  );
  return { ...found, items };
}

/** Holds worksheets back that are final and not paid; answers those that were. */
export async function holdBack(
  tx: Transaction,
  author: Author,
  ids: readonly string[],
  reason: string,
): Promise<string[]> {
  const held = await tx.query<{ id: string }>(sql`
    UPDATE worksheet_unpaid u SET held_reason = ${reason}, held_by_id = ${author.personId}::uuid, held_by_name = ${author.name}, held_at = now()
      FROM (SELECT id FROM worksheet_unpaid WHERE id = ANY(${[...ids]}::uuid[]) AND held_at IS NULL ORDER BY id FOR UPDATE) free
     WHERE u.id = free.id RETURNING u.id`);
  return held.map(({ id }) => id);
}

export async function letGo(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const free = await tx.query<{ id: string }>(sql`
    UPDATE worksheet_unpaid u SET held_reason = NULL, held_by_id = NULL, held_by_name = NULL, held_at = NULL
      FROM (SELECT id FROM worksheet_unpaid WHERE id = ANY(${[...ids]}::uuid[]) AND held_at IS NOT NULL ORDER BY id FOR UPDATE) held
     WHERE u.id = held.id RETURNING u.id`);
  return free.map(({ id }) => id);
}

/** Those of these worksheets that a run took. */
export async function findPaid(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const paid = await tx.query<{ id: string }>(
    sql`SELECT worksheet_id AS id FROM payroll_run_worksheet WHERE worksheet_id = ANY(${[...ids]}::uuid[])`,
  );
  return new Set(paid.map(({ id }) => id));
}

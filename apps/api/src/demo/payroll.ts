import { calendarDayAt, maxDay } from '@konnekt/shared/basics/calendar-day';
import { exportPresets } from '@konnekt/shared/payroll/export.presets';
import type { ExportContent } from '@konnekt/shared/payroll/export.schema';
import { nextDeadline } from '@konnekt/shared/periods/deadline';
import type pg from 'pg';
import { findOpenRunId, holdBack, insertRun } from '#api/features/payroll/payroll.repository';
import { closeRun } from '#api/features/payroll/payroll-closing.repository';
import { type Author, authorSql, newId, type Transaction } from '#api/kit/database';
import { noFileStores } from '#api/kit/file-store/file-store';
import { sql } from '#api/kit/sql';
import { insertRows } from './insert-rows.ts';
import type { DemoPerson } from './people.ts';

const agency = { approveByWeekday: 1, approveByMinutes: 24 * 60, paidOnWeekday: 2 };

const weeksWithRun = 13;

/** What was final is paid, each Tuesday what was final by then; what is left is in a run that is being prepared, but for one that is held back. */
export async function payPast(
  client: pg.ClientBase,
  now: Date,
  staff: DemoPerson,
  hourTypeIds: ReadonlyMap<string, string>,
): Promise<void> {
  const query: Transaction['query'] = async ({ text, values }) => (await client.query(text, [...values])).rows;
  const tx: Transaction = { query, files: noFileStores };
  const author: Author = { personId: staff.personId, name: staff.name, role: 'staff', sessionId: null, address: null };
  const today = calendarDayAt(now);
  const unpaid = await tx.query<{ id: string; at: string }>(sql`
    SELECT u.id, max(v.at) AS at FROM worksheet_unpaid u JOIN worksheet_event v ON v.worksheet_id = u.id GROUP BY u.id ORDER BY u.id`);
  // One run a week costs time at the first start: the first one takes what was worked before.
  const { paidOn: first } = nextDeadline(new Date(now.getTime() - weeksWithRun * 7 * 24 * 3_600_000), agency);
  const byDay = Map.groupBy(unpaid, ({ at }) => maxDay(nextDeadline(new Date(at), agency).paidOn, first));
  // What is told of these runs is told as of their own days.
  await client.query(
    'ALTER TABLE payroll_run DISABLE TRIGGER payroll_run_audit; ALTER TABLE worksheet_unpaid DISABLE TRIGGER worksheet_unpaid_audit',
  );
  await holdBack(
    tx,
    author,
    unpaid.map(({ id }) => id),
    'later',
  );
  for (const runDate of [...byDay.keys()].filter((day) => day <= today).toSorted()) {
    await letGo(tx, byDay.get(runDate) ?? []);
    const at = `${runDate}T08:30:00Z`;
    await insertRun(tx, author, runDate, at);
    const id = await findOpenRunId(tx);
    if (!id) continue;
    await closeRun(tx, author, { id, status: 'open' }, 1, { at });
    await tellOf(tx, author, id, at);
  }
  await letGo(
    tx,
    [...byDay].flatMap(([day, rows]) => (day > today ? rows : [])),
  );
  await client.query(
    'ALTER TABLE payroll_run ENABLE TRIGGER payroll_run_audit; ALTER TABLE worksheet_unpaid ENABLE TRIGGER worksheet_unpaid_audit',
  );
  await tx.query(authorSql(author));
  await insertRun(tx, author, nextDeadline(now, agency).paidOn);
  const [one] = await tx.query<{ id: string }>(sql`SELECT id FROM worksheet_unpaid ORDER BY id LIMIT 1`);
  if (one) await holdBack(tx, author, [one.id], 'Loonsverhoging nog niet verwerkt');
  await insertRows(client, { export_definition: exportsOf(hourTypeIds) });
}

const letGo = (tx: Transaction, rows: readonly { id: string }[]) =>
  tx.query(sql`
    UPDATE worksheet_unpaid SET held_reason = NULL, held_by_id = NULL, held_by_name = NULL, held_at = NULL
     WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`);

/** In the history of a run of the past: that it was proposed and closed. */
const tellOf = (tx: Transaction, { personId, name, role }: Author, id: string, at: string) =>
  tx.query(sql`
    INSERT INTO audit_event (id, at, action, subject_type, subject_id, subject_name, record_id, actor_id, actor_name, actor_role, changes)
    SELECT told.id, ${at}::timestamptz, told.action, 'payroll-run', r.id, r.number::text, r.id, ${personId}::uuid, ${name}, ${role},
           CASE told.action WHEN 'create' THEN jsonb_build_object('run_date', jsonb_build_array(NULL, r.run_date), 'period_types', jsonb_build_array(NULL, to_jsonb(r.period_types)))
             ELSE jsonb_build_object('worksheets', jsonb_build_array(0, r.worksheets), 'employees', jsonb_build_array(0, r.employees), 'total_minutes', jsonb_build_array(0, r.total_minutes)) END
      FROM payroll_run r CROSS JOIN (VALUES (${newId(Date.parse(at))}::uuid, 'create'), (${newId(Date.parse(at) + 1)}::uuid, 'close')) told (id, action)
     WHERE r.id = ${id}::uuid`);

/** The agency uses Loket.nl, where components have numbers. */
function exportsOf(hourTypeIds: ReadonlyMap<string, string>) {
  const codes = (codeOf: (code: string, index: number) => string): ExportContent['codes'] =>
    [...hourTypeIds].map(([code, hourTypeId], index) => ({
      hourTypeId,
      code: codeOf(code, index),
      figure: 'quantity',
    }));
  const { loket, csv } = exportPresets;
  const columns = loket.content.columns.map((column) =>
    column.title === 'aanslnr' ? { ...column, text: '5555' } : column,
  );
  return [
    {
      name: loket.name,
      is_used: true,
      content: { ...loket.content, columns, codes: codes((_, index) => String(100 + index)) },
    },
    { name: csv.name, is_used: false, content: { ...csv.content, codes: codes((code) => code) } },
  ];
}

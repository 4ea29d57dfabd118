import { calendarDayAt, maxDay } from '@konnekt/shared/basics/calendar-day';
import { exportPresets } from '@konnekt/shared/exports/export.presets';
import type { ExportContent } from '@konnekt/shared/exports/export.schema';
import { nextDeadline } from '@konnekt/shared/periods/deadline';
import type pg from 'pg';
import { closeRun, findOpenRunId, holdBack, insertRun } from '#api/features/payroll/payroll.repository';
import type { Author, Transaction } from '#api/kit/database';
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
  const tx: Transaction = { query: async ({ text, values }) => (await client.query(text, [...values])).rows };
  const author: Author = { personId: staff.personId, name: staff.name, role: 'staff', sessionId: null, address: null };
  const today = calendarDayAt(now);
  const unpaid = await tx.query<{ id: string; at: string }>(sql`
    SELECT u.id, max(v.at) AS at FROM worksheet_unpaid u JOIN worksheet_event v ON v.worksheet_id = u.id GROUP BY u.id ORDER BY u.id`);
  // One run a week costs time at the first start: the first one takes what was worked before.
  const { paidOn: first } = nextDeadline(new Date(now.getTime() - weeksWithRun * 7 * 24 * 3_600_000), agency);
  const byDay = Map.groupBy(unpaid, ({ at }) => maxDay(nextDeadline(new Date(at), agency).paidOn, first));
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
    if (id) await closeRun(tx, author, { id, status: 'open' }, 1, at);
  }
  await letGo(
    tx,
    [...byDay].flatMap(([day, rows]) => (day > today ? rows : [])),
  );
  const [one] = await tx.query<{ id: string }>(sql`SELECT id FROM worksheet_unpaid ORDER BY id LIMIT 1`);
  if (one) await holdBack(tx, author, [one.id], 'Loonsverhoging nog niet verwerkt');
  await insertRun(tx, author, nextDeadline(now, agency).paidOn);
  await insertRows(client, { export_definition: exportsOf(hourTypeIds) });
}

const letGo = (tx: Transaction, rows: readonly { id: string }[]) =>
  tx.query(sql`
    UPDATE worksheet_unpaid SET held_reason = NULL, held_by_id = NULL, held_by_name = NULL, held_at = NULL
     WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`);

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

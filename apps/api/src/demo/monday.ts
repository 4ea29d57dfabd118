import type { Actor } from '@konnekt/shared/basics/actor';
import { addDays, calendarDayAt, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { remindNow } from '#api/features/reminders/reminder.service';
import { correctHours, readCorrection } from '#api/features/worksheets/worksheet-correction.service';
import type { Author, Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { DemoPerson } from './people.ts';

/** What Monday morning brought: reminders by mail; and hours that were paid and are being corrected, which wait for the client. */
export async function remindAndCorrect(db: Db, now: Date, staff: DemoPerson): Promise<void> {
  const author: Author = { personId: staff.personId, name: staff.name, role: 'staff', sessionId: null, address: null };
  const today = calendarDayAt(now);
  const nine = new Date(`${addDays(today, 1 - weekdayOf(today))}T09:00:00Z`);
  // An agency made before nine on a Monday has just been reminded.
  const at = nine < now ? nine : now;
  const services = { db, now: () => at, publicUrl: 'http://localhost:3000', wakeMail: () => {} };
  for (const round of ['employees', 'supervisors'] as const) await remindNow(services, author, round, {});
  await db.query(sql`
    UPDATE mail SET created_at = ${at.toISOString()}::timestamptz, sent_at = ${at.toISOString()}::timestamptz WHERE kind LIKE 'reminder-%'`);
  const actor: Actor = {
    ...{ accountId: staff.personId, personId: staff.personId, employeeId: null, role: 'staff', name: staff.name },
    ...{ sessionId: null, authMethod: 'password' },
  };
  const sight = { actor, today };
  const [paid] = await db.query<{ id: string; version: number }>(sql`
    SELECT w.id, w.version FROM worksheet w JOIN payroll_run_worksheet k ON k.worksheet_id = w.id JOIN organisation o ON o.id = w.organisation_id
      JOIN placement p ON p.id = w.placement_id
     WHERE o.name = 'Van Dijk Logistiek' AND w.kind = 'regular' AND w.filled_by = 'employee' AND p.hours_by = 'employee'
     ORDER BY w.period_start DESC, w.id LIMIT 1`);
  if (!paid) return;
  const { lines } = await readCorrection(db, sight, paid.id);
  // Half an hour of a day was too much.
  const worst = lines.findIndex(({ minutes }) => minutes > 60);
  const shouldBe = lines.map((line, index) =>
    index === worst ? { ...line, minutes: line.minutes - 30, endsAt: null, startsAt: null, breakMinutes: null } : line,
  );
  await correctHours(db, sight, paid.id, {
    version: paid.version,
    reason: 'Pauze van een half uur was meegeteld',
    lines: shouldBe,
  });
}

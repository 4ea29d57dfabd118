import { addDays, calendarDayAt, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { creditInvoice, finaliseInvoices, prepareInvoices } from '#api/features/invoices/invoice.service';
import type { Author, Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { sightOfSystem } from '#api/kit/visibility';
import type { DemoPerson } from './people.ts';

/**
 * The invoices of the past year, made as the office makes them: those of each week or month two days later. Those of the last week but one
 * are drafts, and what became final after that is ready to be invoiced. An hour too much on one of them was credited.
 */
export async function makeInvoices(db: Db, now: Date, staff: DemoPerson): Promise<void> {
  const today = calendarDayAt(now);
  const author: Author = { personId: staff.personId, name: staff.name, role: 'staff', sessionId: null, address: null };
  const until = addDays(today, -weekdayOf(today) - 7);
  await prepareInvoices(db, author, { until });
  const drafts = await db.query<{ id: string; version: number; untilDay: string }>(sql`
    SELECT id, version, until_day AS "untilDay" FROM invoice WHERE until_day < ${until}::date ORDER BY until_day, id`);
  for (const [untilDay, items] of Map.groupBy(drafts, (draft) => draft.untilDay))
    await finaliseInvoices(db, author, { items, invoiceDate: addDays(untilDay, 2) });
  const [line] = await db.query<{ invoiceId: string; lineId: string }>(sql`
    SELECT i.id AS "invoiceId", l.id AS "lineId" FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id JOIN organisation o ON o.id = i.organisation_id
     WHERE i.status = 'final' AND l.unit = 'hours' AND l.size > 60 AND o.g_account_share_bp > 0 AND i.until_day < ${addDays(until, -14)}::date
     ORDER BY i.until_day DESC, o.name, l.position LIMIT 1`);
  if (!line) return;
  const { id, version } = await creditInvoice(db, sightOfSystem(today), author, line.invoiceId, {
    reason: 'Op vrijdag een uur eerder gestopt',
    lines: [{ lineId: line.lineId, size: 60 }],
    freesLines: false,
  });
  await finaliseInvoices(db, author, { items: [{ id, version }], invoiceDate: today });
}

import { addDays, calendarDayAt, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { prepareInvoices } from '#api/features/invoices/invoice-draft.service';
import { creditInvoice, finaliseInvoices } from '#api/features/invoices/invoice-final.service';
import { type Author, type Db, newId } from '#api/kit/database';
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
    await finaliseInvoices(db, author, { items, invoiceDate: addDays(untilDay, 2), today });
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
  await finaliseInvoices(db, author, { items: [{ id, version }], invoiceDate: today, today });
  await forgetOldNotices(db, today);
  await mailInvoices(db, author, until);
  await payInvoices(db, author, today);
  await giveBudgets(db, today);
  // What is two weeks old was opened by whoever may.
  await db.query(sql`
    INSERT INTO invoice_read (invoice_id, person_id)
    SELECT DISTINCT i.id, r.person_id FROM invoice i JOIN supervisor_right r ON r.organisation_id = i.organisation_id AND r.may_see_invoices
     WHERE i.status = 'final' AND i.invoice_date < ${addDays(today, -14)}::date`);
}

/** Those of before the last weeks were mailed a day after they were made. */
async function mailInvoices(db: Db, author: Author, until: string): Promise<void> {
  const mailed = await db.query<{ id: string; number: string; day: string; address: string }>(sql`
    SELECT i.id, i.number, i.invoice_date + 1 AS day, coalesce(o.invoice_email, 'facturen@klant.example') AS address
      FROM invoice i JOIN organisation o ON o.id = i.organisation_id
     WHERE i.status = 'final' AND i.until_day < ${addDays(until, -14)}::date AND i.invoice_date + 1 < current_date`);
  const mails = mailed.map((invoice) => {
    const at = `${invoice.day}T09:00:00Z`;
    return { ...invoice, at, mailId: newId(Date.parse(at)) };
  });
  await db.query(sql`
    WITH mailed AS (
      SELECT x.* FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) AS x (id uuid, number text, address text, at timestamptz, "mailId" uuid)
    ), mails AS (
      INSERT INTO mail (id, kind, to_address, language, subject, created_at, sent_at, attempts, expires_at, next_try_at)
      SELECT "mailId", 'invoice', address, 'nl', 'Factuur ' || number || ' van ' || a.name, at, at + interval '1 minute', 1, at + interval '14 days', at
        FROM mailed CROSS JOIN agency a)
    INSERT INTO invoice_sending (invoice_id, to_address, mail_id, at, by_id, by_name)
    SELECT id, address, "mailId", at, ${author.personId}::uuid, ${author.name} FROM mailed`);
}

/** Most clients pay in time, one in nine is late or forgets, and one has paid a part. */
async function payInvoices(db: Db, author: Author, today: string): Promise<void> {
  await db.query(sql`
    INSERT INTO invoice_payment (invoice_id, amount_cents, paid_on, by_name)
    SELECT v.invoice_id, CASE WHEN i.sequence % 9 = 1 AND v.due_date >= ${addDays(today, -21)}::date THEN greatest(1, v.open_cents / 2) ELSE v.open_cents END, v.due_date - i.sequence % 6, ${author.name}
      FROM invoice_open v JOIN invoice i ON i.id = v.invoice_id
     WHERE v.due_date - i.sequence % 6 < ${today}::date AND (i.sequence % 9 <> 0 OR v.due_date < ${addDays(today, -35)}::date)`);
}

/** Some budgets have room, one is nearly used and one is over; one is in hours. */
async function giveBudgets(db: Db, today: string): Promise<void> {
  await db.query(sql`
    WITH used AS (
      SELECT b.id, sum(l.net_cents) AS cents, sum(l.size) FILTER (WHERE l.unit = 'hours') AS minutes, row_number() OVER (ORDER BY b.number) % 4 AS kind
        FROM budget_number b JOIN invoice i ON i.organisation_id = b.organisation_id AND i.status = 'final' AND i.kind = 'invoice'
        JOIN invoice_line l ON l.invoice_id = i.id AND upper(l.budget_number) = upper(b.number) GROUP BY b.id)
    UPDATE budget_number b
       SET budget_cents = CASE used.kind WHEN 0 THEN round(used.cents * 1.15, -5) WHEN 1 THEN round(used.cents * 1.9, -5) WHEN 2 THEN round(used.cents * 0.96, -5) END,
           budget_minutes = CASE used.kind WHEN 3 THEN (used.minutes * 3 / 2 / 600) * 600 END,
           valid_until = ${addDays(today, 45)}::date
      FROM used WHERE used.id = b.id AND used.cents > 500000`);
}

/** What was told of invoices of the year is long gone. */
const forgetOldNotices = (db: Db, today: string) =>
  db.query(sql`
    DELETE FROM notice n USING invoice i WHERE n.about_id = i.id AND n.kind = 'invoice-new' AND i.invoice_date < ${addDays(today, -14)}::date`);

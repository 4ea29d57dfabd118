import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { hasQuestion } from './invoice.repository.ts';

/**
 * Has invoices that are due for it reminded of: each its next step, so many days after its due date, and as many after the step before as lie
 * between the two. Those with nothing open are none, and a step goes to an address once, however many processes look (unique index).
 */
export async function insertReminders(
  tx: Transaction,
  { now, today, days }: { now: Date; today: string; days: readonly number[] },
): Promise<number> {
  const written = await tx.query(sql`
    WITH late AS (
      SELECT v.invoice_id, v.due_date, coalesce(last.step, 0) + 1 AS step, last.on AS reminded_on,
             array_remove(ARRAY[o.invoice_email, o.invoice_copy_email], NULL) AS addresses
        FROM invoice_open v JOIN invoice i ON i.id = v.invoice_id JOIN organisation o ON o.id = i.organisation_id
        LEFT JOIN LATERAL (
          SELECT s.step, (s.at AT TIME ZONE 'Europe/Amsterdam')::date AS on FROM invoice_sending s
           WHERE s.invoice_id = v.invoice_id AND s.step > 0 ORDER BY s.step DESC, s.at DESC LIMIT 1) last ON TRUE
       WHERE v.due_date < ${today}::date AND o.invoice_email IS NOT NULL
         -- Who asked and waits for an answer is not reminded.
         AND NOT ${hasQuestion(sql`v.invoice_id`)}
    )
    INSERT INTO invoice_sending (invoice_id, step, to_address, at, by_name)
    SELECT l.invoice_id, l.step, a.address, ${now.toISOString()}::timestamptz, ''
      FROM late l JOIN unnest(${[...days]}::int[]) WITH ORDINALITY AS d (days, step) ON d.step = l.step
      LEFT JOIN unnest(${[...days]}::int[]) WITH ORDINALITY AS b (days, step) ON b.step = l.step - 1
     CROSS JOIN unnest(l.addresses) AS a (address)
     WHERE l.due_date + d.days <= ${today}::date AND (l.reminded_on IS NULL OR l.reminded_on + d.days - b.days <= ${today}::date)
    ON CONFLICT DO NOTHING RETURNING id`);
  return written.length;
}

/** Reminders that were not written yet of an invoice with nothing open any more: there is nothing to remind of. */
export async function dropReminders(tx: Transaction, invoiceId: string): Promise<void> {
  await tx.query(sql`
    DELETE FROM invoice_sending s WHERE s.invoice_id = ${invoiceId}::uuid AND s.step > 0 AND s.mail_id IS NULL
       AND NOT EXISTS (SELECT FROM invoice_open v WHERE v.invoice_id = s.invoice_id)`);
}

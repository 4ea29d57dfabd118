import { type Sql, sql } from '#api/kit/sql';

/** What must be true of what is paid and invoiced; each selects what breaks it, as `what`. */
export const moneyRules = {
  'what is final is paid once, or waits to be': sql`
    SELECT coalesce(w.id, x.id) AS what FROM (SELECT id FROM worksheet WHERE status = 'finalised') w
      FULL JOIN (SELECT id FROM worksheet_unpaid UNION ALL SELECT worksheet_id FROM payroll_run_worksheet
                 UNION ALL SELECT DISTINCT worksheet_id FROM brought_line) x ON x.id = w.id
     WHERE w.id IS NULL OR x.id IS NULL`,
  'a closed run paid every line of what it took, as it was sealed, and its sums are theirs': sql`
    SELECT t.worksheet_id AS what FROM payroll_run_worksheet t JOIN worksheet w ON w.id = t.worksheet_id
      LEFT JOIN hour_line h ON h.worksheet_id = t.worksheet_id
      FULL JOIN payroll_line l ON (l.worksheet_id, l.line_number) = (h.worksheet_id, h.number)
     WHERE l.run_id IS DISTINCT FROM t.run_id AND NOT (h.number IS NULL AND l.line_number IS NULL)
        OR (l.minutes, l.quantity, l.date, l.hour_type_id) IS DISTINCT FROM (h.minutes, h.quantity, h.date, h.hour_type_id)
        OR t.worksheet_version > w.version
    UNION ALL
    SELECT r.id FROM payroll_run r LEFT JOIN (
      SELECT t.run_id, count(*) AS worksheets, sum(w.total_minutes) AS total, sum(w.worked_minutes) AS worked,
             (SELECT count(*) FROM payroll_line l WHERE l.run_id = t.run_id) AS lines, (SELECT sum(l.minutes) FROM payroll_line l WHERE l.run_id = t.run_id) AS paid
        FROM payroll_run_worksheet t JOIN worksheet w ON w.id = t.worksheet_id GROUP BY t.run_id) s ON s.run_id = r.id
     WHERE r.status = 'closed' AND ((r.worksheets, r.total_minutes, r.worked_minutes, r.lines) IS DISTINCT FROM (coalesce(s.worksheets, 0), coalesce(s.total, 0), coalesce(s.worked, 0), coalesce(s.lines, 0))
        OR coalesce(s.paid, 0) <> coalesce(s.total, 0))`,
  'a rate that was changed for the past starts from what was paid, and comes to what its line comes to at it': sql`
    SELECT c.worksheet_id AS what FROM (
      SELECT c.*, lag(c.new_cents) OVER steps AS before_cents, lag(c.new_amount) OVER steps AS before_amount, row_number() OVER steps = 1 AS is_first
        FROM rate_correction c WHERE c.kind = 'pay' WINDOW steps AS (PARTITION BY c.worksheet_id, c.line_number ORDER BY c.change_id)) c
      LEFT JOIN payroll_line l USING (worksheet_id, line_number)
     WHERE l.worksheet_id IS NULL OR c.run_id = l.run_id
        OR (c.old_cents, c.old_amount) IS DISTINCT FROM
           (CASE WHEN c.is_first THEN l.pay_rate_cents ELSE c.before_cents END, CASE WHEN c.is_first THEN l.pay_cents ELSE c.before_amount END)
        OR c.new_amount <> round(coalesce(l.quantity, l.minutes)::numeric * c.new_cents / CASE WHEN l.unit IN ('hours', 'surcharge') THEN 60 ELSE 100 END)`,
  'an invoice is the sum of its lines, and each line the hours that are on it': sql`
    SELECT i.id AS what FROM invoice i LEFT JOIN invoice_line l ON l.invoice_id = i.id
     GROUP BY i.id HAVING i.net_cents <> coalesce(sum(l.net_cents), 0)
    UNION ALL
    SELECT l.invoice_id FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
      JOIN (SELECT s.invoice_line_id, sum(coalesce(h.quantity, h.minutes)) AS size FROM invoice_source s
              JOIN hour_line h ON h.worksheet_id = s.worksheet_id AND h.number = s.line_number GROUP BY s.invoice_line_id) s ON s.invoice_line_id = l.id
     WHERE l.size <> CASE i.kind WHEN 'credit' THEN -s.size ELSE s.size END
    UNION ALL
    SELECT l.invoice_id FROM invoice_line l WHERE l.description IS NULL AND l.credits_line_id IS NULL AND l.old_price_cents IS NULL
       AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.invoice_line_id = l.id)`,
  'a changed rate is invoiced for the hours that it is about, from what they were billed at': sql`
    SELECT l.invoice_id AS what FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
      LEFT JOIN LATERAL (
        SELECT sum(coalesce(h.quantity, h.minutes)) AS size, min(c.old_cents) AS low_old, max(c.old_cents) AS old, min(c.new_cents) AS low_new, max(c.new_cents) AS new
          FROM invoice_rate_source s JOIN rate_correction c USING (worksheet_id, line_number, kind, change_id)
          JOIN hour_line h ON h.worksheet_id = s.worksheet_id AND h.number = s.line_number WHERE s.invoice_line_id = l.id) s ON TRUE
     WHERE l.old_price_cents IS NOT NULL AND l.credits_line_id IS NULL AND (s.size IS DISTINCT FROM l.size OR s.low_old <> s.old OR s.low_new <> s.new
        OR (s.old, s.new) <> CASE i.kind WHEN 'credit' THEN (l.price_cents, l.old_price_cents) ELSE (l.old_price_cents, l.price_cents) END)
    UNION ALL
    SELECT c.worksheet_id FROM (
      SELECT c.*, l.price_cents, lag(c.new_cents) OVER (PARTITION BY c.worksheet_id, c.line_number ORDER BY c.change_id) AS before_cents
        FROM rate_correction c JOIN invoice_source s ON s.worksheet_id = c.worksheet_id AND s.line_number = c.line_number AND s.freed_at IS NULL
        JOIN invoice_line l ON l.id = s.invoice_line_id WHERE c.kind = 'bill' AND NOT c.is_void) c
     WHERE c.old_cents <> coalesce(c.before_cents, c.price_cents)
    UNION ALL
    SELECT s.worksheet_id FROM invoice_rate_source s JOIN rate_correction c USING (worksheet_id, line_number, kind, change_id) WHERE s.freed_at IS NULL AND c.is_void`,
  'numbers of invoices have no gap': sql`
    SELECT i.series || i.year AS what FROM invoice i LEFT JOIN invoice_counter c ON c.year = i.year AND c.series = i.series WHERE i.status = 'final'
     GROUP BY i.year, i.series, c.last HAVING count(*) <> max(i.sequence) OR max(i.sequence) IS DISTINCT FROM c.last`,
  'a credit note takes back no more than there was': sql`
    SELECT l.invoice_id AS what FROM invoice_line l JOIN invoice_line c ON c.credits_line_id = l.id
     GROUP BY l.id HAVING abs(sum(c.size)) > abs(l.size) OR (sum(c.size) = l.size AND sum(c.net_cents) <> l.net_cents)`,
  'what is open of an invoice is what was not paid and not credited': sql`
    SELECT i.id AS what FROM invoice i LEFT JOIN invoice_open o ON o.invoice_id = i.id
     WHERE coalesce(o.open_cents, 0) <> greatest(coalesce(invoice_open_cents(i.id), 0), 0)`,
  'no more is booked of what came in than came in': sql`
    SELECT e.id AS what FROM bank_entry e LEFT JOIN invoice_payment p ON p.bank_entry_id = e.id AND p.undone_at IS NULL
     GROUP BY e.id HAVING coalesce(sum(p.amount_cents), 0) > e.amount_cents OR (e.state = 'booked' AND coalesce(sum(p.amount_cents), 0) <> e.amount_cents)`,
  'what is final and billed is invoiced once, or waits to be': sql`
    SELECT DISTINCT w.id AS what FROM worksheet w JOIN hour_line h ON h.worksheet_id = w.id JOIN hour_type t ON t.id = h.hour_type_id AND t.bill_share_bp > 0
     WHERE w.status = 'finalised' AND coalesce(h.quantity, h.minutes) <> 0
       AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL)
       AND NOT EXISTS (SELECT FROM worksheet_uninvoiced u WHERE u.id = w.id)
       AND NOT EXISTS (SELECT FROM brought_line b WHERE b.worksheet_id = h.worksheet_id AND b.line_number = h.number)
    UNION ALL
    SELECT s.worksheet_id FROM invoice_source s JOIN worksheet w ON w.id = s.worksheet_id WHERE s.freed_at IS NULL AND w.status <> 'finalised'`,
  'what an older system paid and invoiced was brought along whole, and is paid and invoiced by nothing here': sql`
    SELECT w.id AS what FROM (SELECT DISTINCT worksheet_id FROM brought_line) x JOIN worksheet w ON w.id = x.worksheet_id
     WHERE w.status <> 'finalised' OR EXISTS (SELECT FROM worksheet_unpaid u WHERE u.id = w.id) OR EXISTS (SELECT FROM worksheet_uninvoiced u WHERE u.id = w.id)
        OR EXISTS (SELECT FROM payroll_run_worksheet t WHERE t.worksheet_id = w.id) OR EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = w.id)
        OR (SELECT count(*) FROM hour_line l WHERE l.worksheet_id = w.id) <> (SELECT count(*) FROM brought_line b WHERE b.worksheet_id = w.id)
        OR NOT EXISTS (SELECT FROM worksheet_event v WHERE v.worksheet_id = w.id AND v.action = 'bring')`,
} as const satisfies Record<string, Sql>;

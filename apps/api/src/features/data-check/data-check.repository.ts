import type { RuleArea } from '@konnekt/shared/reconciliation/reconciliation.words';
import type { Connection, Db } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** What must be true of a whole database, and the rows of which it is not. */
export interface BrokenRule {
  rule: RuleName;
  area: RuleArea;
  /** How many rows break it. */
  count: number;
  /** The first few of them: ids, and where it helps what was found. */
  examples: string[];
}

const EXAMPLES = 5;

/**
 * Judges every rule of the database on one and the same moment; changes nothing. Each rule is one pass over its tables: seconds on
 * 260,000 worksheets. `onRule` hears how many are judged.
 */
export async function findBrokenRules(db: Db, onRule?: (done: number) => unknown): Promise<BrokenRule[]> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Planned for what the tables hold, not for any value.
    await client.query('SET LOCAL plan_cache_mode = auto');
    await client.query('SET LOCAL statement_timeout = 0');
    return await judge(client, onRule);
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

/** The same within a transaction of the caller's. */
export async function judge(client: Connection, onRule?: (done: number) => unknown): Promise<BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const [index, rule] of ruleNames.entries()) {
    const found = await ask(client, rules[rule]);
    const [first] = found;
    if (first) broken.push({ rule, area: areaOf(rule), count: first.count, examples: found.map(({ what }) => what) });
    await onRule?.(index + 1);
  }
  return broken;
}

async function ask(client: Connection, { text, values }: Sql): Promise<{ what: string; count: number }[]> {
  const limited = `SELECT what::text, count(*) OVER ()::int AS count FROM (${text}) broken LIMIT ${EXAMPLES}`;
  return (await client.query<{ what: string; count: number }>(limited, values)).rows;
}

const isSent = sql`w.status IN ('submitted', 'approved', 'finalised')`;

/** A line of a worksheet as its seal has it (worksheet.seal.ts). */
const sealedLine = sql`jsonb_build_object('number', l.number, 'hourType', t.code, 'date', l.date, 'minutes', l.minutes, 'startsAt', l.starts_at,
  'endsAt', l.ends_at, 'breakMinutes', l.break_minutes, 'budgetNumber', l.budget_number, 'remark', l.remark)
  || CASE WHEN l.quantity IS NULL THEN '{}' ELSE jsonb_build_object('quantity', l.quantity, 'unit', t.unit) END
  || CASE WHEN l.receipt_id IS NULL THEN '{}' ELSE (SELECT jsonb_build_object('receipt', f.sha256) FROM stored_file f WHERE f.id = l.receipt_id) END`;

/** Each selects what breaks it, as `what`. */
const rules = {
  'the total of a worksheet is the sum of its lines': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN hour_line l ON l.worksheet_id = w.id
     GROUP BY w.id HAVING w.total_minutes <> coalesce(sum(l.minutes), 0)`,
  'a worksheet that was sent holds what was sealed': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN submission s ON s.id = w.submission_id AND s.worksheet_id = w.id
     WHERE ${isSent} AND (s.id IS NULL OR s.total_minutes <> w.total_minutes OR s.worked_minutes <> w.worked_minutes
       OR s.content::jsonb -> 'lines' <> (SELECT coalesce(jsonb_agg(${sealedLine} ORDER BY l.number), '[]')
            FROM hour_line l JOIN hour_type t ON t.id = l.hour_type_id WHERE l.worksheet_id = w.id)
       OR s.content::jsonb ->> 'remark' IS DISTINCT FROM w.remark)`,
  'a seal is unbroken: its hash, its sum, and whose it is': sql`
    SELECT s.id AS what FROM submission s JOIN worksheet w ON w.id = s.worksheet_id
     WHERE s.sha256 <> encode(sha256(convert_to(s.content, 'UTF8')), 'hex') OR s.total_minutes <> sealed_minutes(s.content)
        OR s.content::jsonb ->> 'worksheetId' <> w.id::text OR s.content::jsonb ->> 'placementId' <> w.placement_id::text`,
  'seals of a worksheet are numbered from one, each by a step that sent it': sql`
    SELECT s.worksheet_id AS what FROM submission s
     GROUP BY s.worksheet_id
    HAVING count(*) <> max(s.number) OR count(*) <> (
      SELECT count(DISTINCT v.submission_id) FROM worksheet_event v WHERE v.worksheet_id = s.worksheet_id AND v.action IN ('send', 'correct'))`,
  'every version of a worksheet was made by one step': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN worksheet_event v ON v.worksheet_id = w.id AND v.action <> 'comment'
     GROUP BY w.id HAVING count(v.id) <> w.version OR min(v.version) <> 1 OR max(v.version) <> w.version`,
  'each step begins where the one before ended, and the last one is the state of now': sql`
    SELECT DISTINCT w.id AS what FROM worksheet w JOIN (
      SELECT v.worksheet_id, v.from_status, v.to_status, lag(v.to_status) OVER steps AS before, lead(v.id) OVER steps IS NULL AS is_last
        FROM worksheet_event v WHERE v.action <> 'comment' WINDOW steps AS (PARTITION BY v.worksheet_id ORDER BY v.version)) v ON v.worksheet_id = w.id
     WHERE v.from_status IS DISTINCT FROM v.before OR (v.is_last AND v.to_status <> w.status)`,
  'what is approved was approved, and by nobody for themselves': sql`
    SELECT w.id AS what FROM worksheet w JOIN employee e ON e.id = w.employee_id
     WHERE w.status IN ('approved', 'finalised') AND NOT EXISTS (
       SELECT FROM worksheet_event v WHERE v.worksheet_id = w.id AND v.submission_id = w.submission_id AND v.to_status IN ('approved', 'finalised')
          AND v.action IN ('approve', CASE WHEN w.kind = 'correction' THEN 'correct' WHEN w.filled_by = 'supervisor' THEN 'send' END))
    UNION ALL
    SELECT w.id FROM worksheet w JOIN employee e ON e.id = w.employee_id JOIN worksheet_event v ON v.worksheet_id = w.id
     WHERE v.action IN ('approve', 'finalise') AND (v.actor_id = e.person_id OR v.on_behalf_of_id = e.person_id)`,
  'what was agreed to by an approval is a text of its client or the agency': sql`
    SELECT v.worksheet_id AS what FROM worksheet_event v JOIN worksheet w ON w.id = v.worksheet_id JOIN approval_text t ON t.id = v.approval_text_id
     WHERE v.action <> 'approve' OR t.organisation_id <> w.organisation_id`,
  'hours added later are numbered on from what was sent first': sql`
    SELECT min(w.id::text) AS what FROM worksheet w GROUP BY w.placement_id, w.period_id
    HAVING min(w.sequence) <> 1 OR max(w.sequence) <> count(*)`,
  'hours lie within their period, and those that were sent within their placement': sql`
    SELECT DISTINCT w.id AS what FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id JOIN placement p ON p.id = w.placement_id
     WHERE l.date NOT BETWEEN w.period_start AND w.period_end
        OR (${isSent} AND (l.date < p.starts_on OR l.date > p.ends_on))`,
  'a line has a number that was given, as every line that was sealed': sql`
    SELECT l.worksheet_id AS what FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id WHERE l.number NOT BETWEEN 1 AND w.last_line_number
    UNION ALL
    SELECT w.id FROM worksheet w JOIN submission s ON s.worksheet_id = w.id CROSS JOIN jsonb_array_elements(s.content::jsonb -> 'lines') line
     WHERE (line ->> 'number')::int NOT BETWEEN 1 AND w.last_line_number`,
  'the minutes of each kind are those of the lines': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN (
      SELECT worksheet_id, jsonb_object_agg(kind, minutes) AS by_kind FROM (
        SELECT l.worksheet_id, t.kind, sum(l.minutes) AS minutes FROM hour_line l JOIN hour_type t ON t.id = l.hour_type_id
         GROUP BY l.worksheet_id, t.kind HAVING sum(l.minutes) <> 0) k GROUP BY worksheet_id) s ON s.worksheet_id = w.id
     WHERE w.minutes_by_kind <> coalesce(s.by_kind, '{}')`,
  'the quantities of each unit are those of the lines, each in the unit of its type': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN (
      SELECT worksheet_id, jsonb_object_agg(unit, quantity) AS by_unit FROM (
        SELECT l.worksheet_id, t.unit, sum(l.quantity) AS quantity FROM hour_line l JOIN hour_type t ON t.id = l.hour_type_id
         WHERE l.quantity IS NOT NULL GROUP BY l.worksheet_id, t.unit HAVING sum(l.quantity) <> 0) k GROUP BY worksheet_id) s ON s.worksheet_id = w.id
     WHERE w.quantities <> coalesce(s.by_unit, '{}')
    UNION ALL
    SELECT DISTINCT l.worksheet_id FROM hour_line l JOIN hour_type t ON t.id = l.hour_type_id
     WHERE (l.quantity IS NULL) <> (t.unit = 'hours')`,
  'a worksheet was sent when its seal was': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN submission s ON s.id = w.submission_id WHERE w.sent_at IS DISTINCT FROM s.sent_at`,
  'a seal has the receipts that it names, and no other': sql`
    SELECT s.id AS what FROM submission s LEFT JOIN (
      SELECT r.submission_id, array_agg(DISTINCT f.sha256 ORDER BY f.sha256) AS hashes FROM submission_receipt r JOIN stored_file f ON f.id = r.file_id
       WHERE f.purpose = 'receipt' GROUP BY r.submission_id) kept ON kept.submission_id = s.id
     WHERE (kept.hashes IS NOT NULL OR s.content LIKE '%"receipt":%') AND kept.hashes IS DISTINCT FROM (
       SELECT array_agg(DISTINCT line ->> 'receipt' ORDER BY line ->> 'receipt') FROM jsonb_array_elements(s.content::jsonb -> 'lines') line WHERE line ? 'receipt')`,
  'what waits is what is not finalised, in its state and with its minutes': sql`
    SELECT coalesce(w.id, x.id) AS what FROM (SELECT * FROM worksheet WHERE status <> 'finalised') w FULL JOIN worksheet_waiting x ON x.id = w.id
     WHERE (w.id, w.status, w.organisation_id, w.employee_id, w.period_start) IS DISTINCT FROM (x.id, x.status, x.organisation_id, x.employee_id, x.period_start)
        OR x.worked_minutes IS DISTINCT FROM CASE WHEN ${isSent} THEN w.worked_minutes END
        OR x.total_minutes IS DISTINCT FROM CASE WHEN ${isSent} THEN w.total_minutes END`,
  'no day of a placement holds more hours than it has, and no hours less than none': sql`
    SELECT w.placement_id AS what FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id WHERE ${isSent} AND l.date IS NOT NULL
     GROUP BY w.placement_id, l.date HAVING sum(l.minutes) > 1380 AND sum(l.minutes) > minutes_in_day(l.date)
    UNION ALL
    SELECT w.placement_id FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id WHERE ${isSent}
     GROUP BY w.placement_id, w.period_start, l.date, l.hour_type_id HAVING sum(coalesce(l.quantity, l.minutes)) < 0`,
  'hours that clash with those of another placement are told of': sql`
    SELECT coalesce(c.worksheet_id, found.worksheet_id) AS what
      FROM (SELECT x.* FROM (SELECT p.employee_id, min(p.starts_on) AS first, max(coalesce(p.ends_on, '2100-01-01')) AS last FROM placement p
                              GROUP BY p.employee_id HAVING count(*) > 1) e CROSS JOIN LATERAL clashes_of(e.employee_id, e.first, e.last) x) found
      FULL JOIN worksheet_clash c ON (c.worksheet_id, c.date) = (found.worksheet_id, found.date)
     WHERE (c.day_minutes, c.is_twice) IS DISTINCT FROM (found.day_minutes, found.is_twice)`,
  'what is final is paid once, or waits to be': sql`
    SELECT coalesce(w.id, x.id) AS what FROM (SELECT id FROM worksheet WHERE status = 'finalised') w
      FULL JOIN (SELECT id FROM worksheet_unpaid UNION ALL SELECT worksheet_id FROM payroll_run_worksheet) x ON x.id = w.id
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
  'a question is open where the client wrote last': sql`
    SELECT m.invoice_id AS what FROM (SELECT DISTINCT ON (invoice_id) invoice_id, is_office FROM invoice_message ORDER BY invoice_id, at DESC, id DESC) m
      LEFT JOIN invoice_question q ON q.invoice_id = m.invoice_id WHERE m.is_office = (q.invoice_id IS NOT NULL)`,
  'no more is booked of what came in than came in': sql`
    SELECT e.id AS what FROM bank_entry e LEFT JOIN invoice_payment p ON p.bank_entry_id = e.id AND p.undone_at IS NULL
     GROUP BY e.id HAVING coalesce(sum(p.amount_cents), 0) > e.amount_cents OR (e.state = 'booked' AND coalesce(sum(p.amount_cents), 0) <> e.amount_cents)`,
  'what is final and billed is invoiced once, or waits to be': sql`
    SELECT DISTINCT w.id AS what FROM worksheet w JOIN hour_line h ON h.worksheet_id = w.id JOIN hour_type t ON t.id = h.hour_type_id AND t.bill_share_bp > 0
     WHERE w.status = 'finalised' AND coalesce(h.quantity, h.minutes) <> 0
       AND NOT EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = h.worksheet_id AND s.line_number = h.number AND s.freed_at IS NULL)
       AND NOT EXISTS (SELECT FROM worksheet_uninvoiced u WHERE u.id = w.id)
    UNION ALL
    SELECT s.worksheet_id FROM invoice_source s JOIN worksheet w ON w.id = s.worksheet_id WHERE s.freed_at IS NULL AND w.status <> 'finalised'`,
  'a placement has the name of its employee': sql`
    SELECT p.id AS what FROM placement p JOIN employee e ON e.id = p.employee_id JOIN person n ON n.id = e.person_id
     WHERE p.employee_name <> n.full_name OR p.employee_sort_name <> n.sort_name`,
  'a remark is told of where there is one': sql`
    SELECT w.id AS what FROM worksheet w
     WHERE w.has_remark <> (w.remark IS NOT NULL OR EXISTS (SELECT FROM hour_line l WHERE l.worksheet_id = w.id AND l.remark IS NOT NULL))`,
  'nobody is logged in on an account that is not active': sql`
    SELECT s.id AS what FROM session s JOIN account a ON a.id = s.account_id WHERE s.ended_at IS NULL AND a.status <> 'active'`,
  'a substitute stands in for somebody who may approve there': sql`
    SELECT r.id AS what FROM supervisor_right r
     WHERE r.on_behalf_of_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM supervisor_right own WHERE own.person_id = r.on_behalf_of_id AND own.organisation_id = r.organisation_id AND own.on_behalf_of_id IS NULL)`,
  'every rule that the database itself keeps is in force': sql`
    SELECT i.indexrelid::regclass::text AS what FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid
     WHERE r.relnamespace = 'public'::regnamespace AND NOT i.indisvalid
    UNION ALL
    SELECT t.tgrelid::regclass || '.' || t.tgname FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
     WHERE r.relnamespace = 'public'::regnamespace AND t.tgenabled = 'D'`,
} as const satisfies Record<string, Sql>;
export type RuleName = keyof typeof rules;

export const ruleNames = Object.keys(rules) as RuleName[];

/** What a rule is about, by what it asks. */
function areaOf(rule: RuleName): RuleArea {
  const { text } = rules[rule];
  if (/pg_index/.test(text)) return 'database';
  if (/invoice|bank_entry/.test(text)) return 'invoices';
  if (/payroll|worksheet_unpaid/.test(text)) return 'payroll';
  if (/worksheet_event/.test(text)) return 'history';
  return /worksheet|hour_line|submission/.test(text) ? 'hours' : 'people';
}

import { type Sql, sql } from '#api/kit/sql';

const isSent = sql`w.status IN ('submitted', 'approved', 'finalised')`;

/** A line of a worksheet as its seal has it (worksheet.seal.ts). */
const sealedLine = sql`jsonb_build_object('number', l.number, 'hourType', t.code, 'date', l.date, 'minutes', l.minutes, 'startsAt', l.starts_at,
  'endsAt', l.ends_at, 'breakMinutes', l.break_minutes, 'budgetNumber', l.budget_number, 'remark', l.remark)
  || CASE WHEN l.quantity IS NULL THEN '{}' ELSE jsonb_build_object('quantity', l.quantity, 'unit', t.unit) END
  || CASE WHEN l.receipt_id IS NULL THEN '{}' ELSE (SELECT jsonb_build_object('receipt', f.sha256) FROM stored_file f WHERE f.id = l.receipt_id) END`;

/** What must be true of hours, their seals and their history; each selects what breaks it, as `what`. */
export const hoursRules = {
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
      SELECT count(DISTINCT v.submission_id) FROM worksheet_event v WHERE v.worksheet_id = s.worksheet_id AND v.action IN ('send', 'correct', 'bring'))`,
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
          AND v.action IN ('approve', 'bring', CASE WHEN w.kind = 'correction' THEN 'correct' WHEN w.filled_by = 'supervisor' THEN 'send' END))
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
  'a worksheet was first sent when its first seal was, and approved when its history says so': sql`
    SELECT w.id AS what FROM worksheet w LEFT JOIN submission s ON s.worksheet_id = w.id AND s.number = 1
      LEFT JOIN (SELECT v.worksheet_id, max(v.at) AS at FROM worksheet_event v
                  WHERE v.to_status IN ('approved', 'finalised') AND coalesce(v.from_status, '') NOT IN ('approved', 'finalised') GROUP BY v.worksheet_id) e ON e.worksheet_id = w.id
     WHERE w.first_sent_at IS DISTINCT FROM s.sent_at OR w.approved_at IS DISTINCT FROM CASE WHEN w.status IN ('approved', 'finalised') THEN e.at END`,
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
  'a surcharge stands beside no more hours than there are, of its day or of its period': sql`
    WITH sent AS MATERIALIZED (
      SELECT w.placement_id, w.period_id, l.hour_type_id, l.date, l.minutes, l.quantity, t.unit = 'surcharge' AS is_surcharge
        FROM (SELECT DISTINCT w.placement_id, w.period_id FROM worksheet w WHERE w.quantities ? 'surcharge' AND ${isSent}) beside
        JOIN worksheet w USING (placement_id, period_id) JOIN hour_line l ON l.worksheet_id = w.id JOIN hour_type t ON t.id = l.hour_type_id WHERE ${isSent}),
    of_period AS (
      SELECT placement_id, period_id, sum(minutes) AS minutes, bool_or(date IS NULL AND minutes > 0) AS has_total FROM sent GROUP BY placement_id, period_id),
    of_day AS (SELECT placement_id, period_id, date, sum(minutes) AS minutes FROM sent GROUP BY placement_id, period_id, date)
    SELECT s.placement_id AS what FROM sent s JOIN of_period p USING (placement_id, period_id) LEFT JOIN of_day d USING (placement_id, period_id, date)
     WHERE s.is_surcharge GROUP BY s.placement_id, s.period_id, s.hour_type_id, s.date
    HAVING sum(s.quantity) > CASE WHEN s.date IS NULL OR bool_or(p.has_total) THEN max(p.minutes) ELSE coalesce(max(d.minutes), 0) END`,
  'hours that clash with those of another placement are told of': sql`
    SELECT coalesce(c.worksheet_id, found.worksheet_id) AS what
      FROM (SELECT x.* FROM (SELECT p.employee_id, min(p.starts_on) AS first, max(coalesce(p.ends_on, '2100-01-01')) AS last FROM placement p
                              GROUP BY p.employee_id HAVING count(*) > 1) e CROSS JOIN LATERAL clashes_of(e.employee_id, e.first, e.last) x) found
      FULL JOIN worksheet_clash c ON (c.worksheet_id, c.date) = (found.worksheet_id, found.date)
     WHERE (c.day_minutes, c.is_twice) IS DISTINCT FROM (found.day_minutes, found.is_twice)`,
  'a remark is told of where there is one': sql`
    SELECT w.id AS what FROM worksheet w
     WHERE w.has_remark <> (w.remark IS NOT NULL OR EXISTS (SELECT FROM hour_line l WHERE l.worksheet_id = w.id AND l.remark IS NOT NULL))`,
} as const satisfies Record<string, Sql>;

/**
 * The least SQL that answers the same over the same tables: counts and sums alone, by people who know what is in the bench (one kind of period,
 * no client with rules of its own), without rights, lists, texts or deadlines.
 */
const lastWeeks = `(SELECT id FROM period WHERE type = 'week' AND starts_on <= current_date ORDER BY starts_on DESC LIMIT 13)`;

const weeks = `SELECT id, starts_on FROM period WHERE id IN ${lastWeeks}`;

const office = `(SELECT person_id FROM account WHERE email = 'office@bench.example')`;

export const bareSql = {
  documents: `SELECT d.id, d.name, v.file_name, n.full_name FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
      LEFT JOIN person n ON n.id = d.person_id WHERE d.removed_at IS NULL ORDER BY d.updated_at DESC, d.id DESC LIMIT 50`,
  inbox: `SELECT t.id, t.title, n.full_name, o.name, m.by_name, m.at, left(m.body, 200), r.unread_since FROM thread t JOIN thread_message m ON m.thread_id = t.id AND m.number = t.last_number
      JOIN person n ON n.id = t.person_id LEFT JOIN organisation o ON o.id = t.organisation_id LEFT JOIN thread_reader r ON r.thread_id = t.id AND r.person_id = ${office}
     WHERE t.closed_at IS NULL ORDER BY t.last_at DESC, t.id DESC LIMIT 50`,
  counts: `SELECT (SELECT count(*) FROM thread_reader WHERE person_id = ${office} AND unread_since IS NOT NULL), (SELECT count(*) FROM thread WHERE waiting_since IS NOT NULL)`,
  threadsSaid: `SELECT t.id, t.title FROM thread t WHERE t.id IN (SELECT thread_id FROM thread_message WHERE search LIKE '%kilometers%') ORDER BY t.last_at DESC, t.id DESC LIMIT 50`,
  documentsCalled: `SELECT d.id, d.name, n.full_name FROM document d JOIN person n ON n.id = d.person_id WHERE d.removed_at IS NULL AND search_text(d.name) LIKE '%loonstrook%'
       AND (search_text(d.name) LIKE '%1%' OR search_text(n.full_name) LIKE '%1%') ORDER BY d.updated_at DESC, d.id DESC LIMIT 50`,
  jobs: `SELECT p.id, p.employee_name, o.name, p.function_name, p.starts_on, p.ends_on, h.year, h.last FROM (
      SELECT * FROM placement ORDER BY employee_sort_name, id LIMIT 50) p JOIN organisation o ON o.id = p.organisation_id
      CROSS JOIN LATERAL (SELECT sum(w.worked_minutes) FILTER (WHERE k.year = extract(isoyear FROM current_date)) AS year, max(k.starts_on) AS last
        FROM worksheet w JOIN period k ON k.id = w.period_id WHERE w.placement_id = p.id AND w.status IN ('submitted', 'approved', 'finalised')) h`,
  job: `SELECT k.year, l.hour_type_id, sum(l.minutes), sum(l.quantity) FROM worksheet w JOIN period k ON k.id = w.period_id JOIN hour_line l ON l.worksheet_id = w.id
     WHERE w.placement_id = (SELECT id FROM placement ORDER BY employee_sort_name, id LIMIT 1) AND w.status IN ('submitted', 'approved', 'finalised') GROUP BY 1, 2`,
  status: `
    SELECT w.period_id, w.organisation_id, x.status, count(*) FROM worksheet_waiting x JOIN worksheet w ON w.id = x.id GROUP BY 1, 2, 3
    UNION ALL
    SELECT k.id, p.organisation_id, 'none', count(*) FROM placement p CROSS JOIN (${weeks}) k
     WHERE p.basis = 'flexible' AND NOT EXISTS (SELECT FROM worksheet w WHERE w.placement_id = p.id AND w.period_id = k.id) GROUP BY 1, 2`,
  guard: `
    SELECT p.organisation_id, w.status, count(*) FROM placement p
      LEFT JOIN worksheet w ON w.placement_id = p.id AND w.period_id = (SELECT id FROM period WHERE type = 'week' AND ends_on < current_date ORDER BY ends_on DESC LIMIT 1)
     WHERE p.basis = 'flexible' GROUP BY 1, 2`,
  dashboard: `
    WITH sheet AS MATERIALIZED (SELECT w.placement_id, w.period_id, w.organisation_id, w.employee_id, w.status, w.worked_minutes, w.first_sent_at, w.approved_at - w.sent_at AS took
      FROM worksheet w WHERE w.period_id IN ${lastWeeks})
    SELECT period_id, organisation_id, employee_id, count(*), sum(worked_minutes) FILTER (WHERE status = 'submitted'), sum(worked_minutes) FILTER (WHERE status = 'approved'),
           sum(worked_minutes) FILTER (WHERE status = 'finalised'), max(first_sent_at)
      FROM sheet GROUP BY GROUPING SETS ((period_id), (organisation_id), (employee_id))
    UNION ALL
    SELECT NULL, organisation_id, NULL, count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took)), NULL, NULL, NULL FROM sheet GROUP BY organisation_id
    UNION ALL
    SELECT k.id, p.organisation_id, NULL, count(*), sum(p.planned_minutes), NULL, NULL, NULL FROM placement p CROSS JOIN (${weeks}) k
     WHERE p.basis = 'flexible' AND NOT EXISTS (SELECT FROM sheet w WHERE w.placement_id = p.id AND w.period_id = k.id AND w.status NOT IN ('draft', 'declined')) GROUP BY 1, 2`,
  behind: `
    SELECT count(*), sum(worked_minutes) FROM worksheet WHERE period_id IN ${lastWeeks} AND status IN ('submitted', 'approved', 'finalised')
    UNION ALL
    SELECT count(*), sum(p.planned_minutes) FROM placement p CROSS JOIN (${weeks}) k
     WHERE p.basis = 'flexible' AND NOT EXISTS (SELECT FROM worksheet w WHERE w.placement_id = p.id AND w.period_id = k.id AND w.status NOT IN ('draft', 'declined'))`,
} as const;

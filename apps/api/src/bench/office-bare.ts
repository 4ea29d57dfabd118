/**
 * The least SQL that answers the same over the same tables: counts and sums alone, by people who know what is in the bench (one kind of period,
 * no client with rules of its own), without rights, lists, texts or deadlines.
 */
const lastWeeks = `(SELECT id FROM period WHERE type = 'week' AND starts_on <= current_date ORDER BY starts_on DESC LIMIT 13)`;

const weeks = `SELECT id, starts_on FROM period WHERE id IN ${lastWeeks}`;

export const bareSql = {
  documents: `SELECT d.id, d.name, v.file_name, n.full_name FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
      LEFT JOIN person n ON n.id = d.person_id WHERE d.removed_at IS NULL ORDER BY d.updated_at DESC, d.id DESC LIMIT 50`,
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

-- Steps of many worksheets that are sent or sent back wait for one another's people and placements (`keep_clashes`, `hours_fit`, `hours_still_fit`).
-- Taken row by row, two such steps could each hold what the other wanted, and the database undid one of them after a second. Whoever
-- writes many takes all their turns first: those of people, then those of placements, each in the order of their keys.
CREATE FUNCTION take_turns(employees UUID[], placements UUID[]) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(turn.key) FROM (
    SELECT DISTINCT hashtextextended('clashes ' || id, 0) AS key FROM unnest(employees) AS asked (id) ORDER BY key) turn;
  PERFORM pg_advisory_xact_lock(turn.key) FROM (
    SELECT DISTINCT hashtextextended('hours of ' || id, 0) AS key FROM unnest(placements) AS asked (id) ORDER BY key) turn;
  RETURN TRUE;
END
$$;

CREATE OR REPLACE FUNCTION keep_new_worksheets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet worksheet;
BEGIN
  PERFORM refuse_wrong_total(m.id) FROM made m
    WHERE m.total_minutes <> (SELECT coalesce(sum(l.minutes), 0) FROM hour_line l WHERE l.worksheet_id = m.id)
       OR (m.status IN ('submitted', 'approved', 'finalised') AND NOT EXISTS (
         SELECT FROM submission s WHERE s.id = m.submission_id AND s.total_minutes = m.total_minutes AND s.worked_minutes = m.worked_minutes));
  INSERT INTO worksheet_waiting (id, status, organisation_id, employee_id, period_start, worked_minutes, total_minutes)
  SELECT id, status, organisation_id, employee_id, period_start, CASE WHEN status IN ('submitted', 'approved') THEN worked_minutes END,
         CASE WHEN status IN ('submitted', 'approved') THEN total_minutes END
    FROM made WHERE status <> 'finalised';
  IF NOT EXISTS (SELECT FROM made WHERE status NOT IN ('draft', 'declined')) THEN RETURN NULL; END IF;
  PERFORM take_turns(array_agg(m.employee_id), array_agg(m.placement_id)) FROM made m WHERE m.status IN ('submitted', 'approved', 'finalised');
  FOR sheet IN SELECT m.* FROM made m WHERE m.status IN ('submitted', 'approved', 'finalised')
      AND EXISTS (SELECT FROM placement p WHERE p.employee_id = m.employee_id AND p.id <> m.placement_id
                        AND p.starts_on <= m.period_end AND coalesce(p.ends_on, 'infinity') >= m.period_start)
    ORDER BY m.employee_id
  LOOP
    PERFORM keep_clashes(sheet);
  END LOOP;
  FOR sheet IN SELECT m.* FROM made m WHERE m.status IN ('submitted', 'approved', 'finalised')
      AND EXISTS (SELECT FROM worksheet x WHERE x.placement_id = m.placement_id AND x.id <> m.id
                        AND x.period_end >= m.period_start - 1 AND x.period_start <= m.period_end + 1)
  LOOP
    PERFORM hours_fit(sheet);
  END LOOP;
  IF EXISTS (SELECT FROM made WHERE status = 'finalised') THEN
    INSERT INTO worksheet_unpaid (id) SELECT id FROM made WHERE status = 'finalised';
    INSERT INTO worksheet_uninvoiced (id) SELECT id FROM made WHERE status = 'finalised';
  END IF;
  RETURN NULL;
END
$$;

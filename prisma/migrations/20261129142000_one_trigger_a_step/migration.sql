-- PostgreSQL reads the text of every trigger's WHEN anew for each statement: seven of them cost a decision more than what they did. A step of a
-- worksheet is one trigger now, which asks in its function; worksheets that are made are looked at all at once.
-- What each part refuses or keeps is what it refused or kept before.

DROP TRIGGER "worksheet_updated_adds_up" ON "worksheet";
DROP TRIGGER "worksheet_step_waits" ON "worksheet";
DROP TRIGGER "worksheet_sent_hours_fit" ON "worksheet";
DROP TRIGGER "worksheet_left_hours_fit" ON "worksheet";
DROP TRIGGER "worksheet_moved_clashes" ON "worksheet";
DROP TRIGGER "worksheet_moved_unpaid" ON "worksheet";
DROP TRIGGER "worksheet_moved_uninvoiced" ON "worksheet";
DROP TRIGGER "worksheet_inserted_adds_up" ON "worksheet";
DROP TRIGGER "worksheet_inserted_clashes" ON "worksheet";
DROP TRIGGER "worksheet_inserted_hours_fit" ON "worksheet";
DROP TRIGGER "worksheet_made_waits" ON "worksheet";
DROP TRIGGER "worksheet_made_unpaid" ON "worksheet";
DROP TRIGGER "worksheet_made_uninvoiced" ON "worksheet";
DROP FUNCTION worksheet_adds_up();
DROP FUNCTION keep_waiting();
DROP FUNCTION keep_new_waiting();
DROP FUNCTION keep_new_unpaid();
DROP FUNCTION keep_new_uninvoiced();
DROP FUNCTION keep_unpaid();
DROP FUNCTION keep_uninvoiced();
DROP FUNCTION hours_fit();
DROP FUNCTION hours_still_fit();
DROP FUNCTION keep_clashes();

-- Hours that are sent fit with those that were sent of their placement: asked where there is another worksheet of it on the days around.
CREATE FUNCTION hours_fit(sheet worksheet) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  unfit boolean;
BEGIN
  WITH sent AS MATERIALIZED (
    SELECT l.worksheet_id = sheet.id AS is_mine, l.hour_type_id, l.date, l.minutes, l.quantity, l.starts_at, l.ends_at,
           CASE WHEN t.unit <> 'hours' THEN t.id END AS beside
      FROM worksheet x JOIN hour_line l ON l.worksheet_id = x.id JOIN hour_type t ON t.id = l.hour_type_id
     WHERE x.placement_id = sheet.placement_id AND x.period_end >= sheet.period_start - 1 AND x.period_start <= sheet.period_end + 1
       AND x.status IN ('submitted', 'approved', 'finalised')
       AND (CASE WHEN l.date IS NULL THEN x.period_start = sheet.period_start ELSE l.date BETWEEN sheet.period_start - 1 AND sheet.period_end + 1 END)
  ), in_period AS (
    SELECT * FROM sent WHERE date IS NULL OR date BETWEEN sheet.period_start AND sheet.period_end
  )
  SELECT EXISTS (SELECT FROM in_period WHERE date IS NOT NULL GROUP BY date
                 HAVING sum(minutes) > minutes_in_day(date) AND bool_or(is_mine) AND NOT bool_and(is_mine))
      OR EXISTS (SELECT FROM in_period GROUP BY hour_type_id, date
                 HAVING sum(coalesce(quantity, minutes)) < 0 AND bool_or(is_mine AND (minutes < 0 OR quantity < 0)))
      OR EXISTS (SELECT FROM in_period HAVING bool_or(date IS NULL) AND bool_or(is_mine) AND NOT bool_and(is_mine) AND sum(minutes) > (
                   SELECT coalesce(sum(minutes_in_day(d::date)), 0) FROM placement p, generate_series(greatest(p.starts_on, sheet.period_start),
                     least(coalesce(p.ends_on, sheet.period_end), sheet.period_end), interval '1 day') d WHERE p.id = sheet.placement_id))
      OR EXISTS (SELECT FROM sent a JOIN sent b ON b.beside IS NOT DISTINCT FROM a.beside AND b.date BETWEEN a.date - 1 AND a.date + 1
                  WHERE a.is_mine AND NOT b.is_mine AND a.starts_at <> a.ends_at AND b.starts_at <> b.ends_at
                    AND a.minutes >= 0 AND coalesce(a.quantity, 0) >= 0 AND b.minutes >= 0 AND coalesce(b.quantity, 0) >= 0
                    AND shift_range(a.date, a.starts_at, a.ends_at) && shift_range(b.date, b.starts_at, b.ends_at)
                    -- A shift that a correction took away is there no more.
                    AND NOT EXISTS (SELECT FROM sent c WHERE (c.minutes < 0 OR c.quantity < 0) AND c.hour_type_id = b.hour_type_id
                                       AND (c.date, c.starts_at, c.ends_at) = (b.date, b.starts_at, b.ends_at)))
    INTO unfit;
  IF unfit THEN
    RAISE EXCEPTION 'the hours of worksheet % do not fit with what was sent', sheet.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_hours_fit';
  END IF;
END
$$;

-- What a correction takes hours from stays: neither it nor the correction leaves what is sent where hours below none, or a day that is too full,
-- would be left behind. Only looked at where there is a correction of the period at all.
CREATE FUNCTION hours_still_fit(sheet worksheet) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF sheet.kind <> 'correction' AND NOT EXISTS (
    SELECT FROM worksheet x WHERE x.placement_id = sheet.placement_id AND x.period_id = sheet.period_id AND x.kind = 'correction'
       AND x.status IN ('submitted', 'approved', 'finalised')) THEN
    RETURN;
  END IF;
  IF EXISTS (
    WITH left_behind AS MATERIALIZED (
      SELECT l.hour_type_id, l.date, l.minutes, l.quantity FROM worksheet x JOIN hour_line l ON l.worksheet_id = x.id
       WHERE x.placement_id = sheet.placement_id AND x.period_id = sheet.period_id AND x.status IN ('submitted', 'approved', 'finalised'))
    SELECT FROM left_behind GROUP BY hour_type_id, date HAVING sum(coalesce(quantity, minutes)) < 0
    UNION ALL
    SELECT FROM left_behind WHERE date IS NOT NULL GROUP BY date HAVING sum(minutes) > minutes_in_day(date)
  ) THEN
    RAISE EXCEPTION 'the hours that worksheet % leaves behind do not fit', sheet.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_hours_fit';
  END IF;
END
$$;

-- The days on which placements of one person cannot both be true: asked where there is another placement in the period.
CREATE FUNCTION keep_clashes(sheet worksheet) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One person's clients send at the same moment: one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('clashes ' || sheet.employee_id, 0));
  WITH now AS MATERIALIZED (
    SELECT * FROM clashes_of(sheet.employee_id, sheet.period_start - 1, sheet.period_end + 1)
  ), gone AS (
    DELETE FROM worksheet_clash c USING worksheet x
     WHERE x.id = c.worksheet_id AND x.employee_id = sheet.employee_id AND x.period_start <= sheet.period_end + 1 AND x.period_end >= sheet.period_start - 1
       AND c.date BETWEEN sheet.period_start - 1 AND sheet.period_end + 1
       AND NOT EXISTS (SELECT FROM now WHERE now.worksheet_id = c.worksheet_id AND now.date = c.date)
  )
  INSERT INTO worksheet_clash AS c SELECT * FROM now
   ON CONFLICT (worksheet_id, date) DO UPDATE SET day_minutes = excluded.day_minutes, is_twice = excluded.is_twice
   WHERE (c.day_minutes, c.is_twice) IS DISTINCT FROM (excluded.day_minutes, excluded.is_twice);
END
$$;

CREATE FUNCTION keep_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_sent BOOLEAN := NEW.status IN ('submitted', 'approved', 'finalised');
  was_sent BOOLEAN := OLD.status IN ('submitted', 'approved', 'finalised');
BEGIN
  IF NEW.total_minutes <> OLD.total_minutes OR NEW.worked_minutes <> OLD.worked_minutes OR (is_sent AND NOT was_sent)
     OR (NEW.submission_id IS DISTINCT FROM OLD.submission_id AND NEW.status <> 'draft') THEN
    -- The total is the sum of the lines, and once it is sent that of its seal.
    IF NEW.total_minutes <> (SELECT coalesce(sum(l.minutes), 0) FROM hour_line l WHERE l.worksheet_id = NEW.id) THEN
      PERFORM refuse_wrong_total(NEW.id);
    ELSIF is_sent THEN
      IF NOT EXISTS (SELECT FROM submission s WHERE s.id = NEW.submission_id AND s.total_minutes = NEW.total_minutes AND s.worked_minutes = NEW.worked_minutes) THEN
        PERFORM refuse_wrong_total(NEW.id);
      END IF;
    END IF;
  END IF;

  -- What waits for somebody: a row for each worksheet that is not final.
  IF NEW.status = OLD.status AND NEW.organisation_id = OLD.organisation_id AND NEW.employee_id = OLD.employee_id AND NEW.period_start = OLD.period_start THEN
    RETURN NULL;
  END IF;
  IF NEW.status = 'finalised' THEN
    DELETE FROM worksheet_waiting WHERE id = NEW.id;
  ELSIF OLD.status <> 'finalised' THEN
    UPDATE worksheet_waiting SET status = NEW.status, organisation_id = NEW.organisation_id, employee_id = NEW.employee_id, period_start = NEW.period_start,
           worked_minutes = CASE WHEN is_sent THEN NEW.worked_minutes END, total_minutes = CASE WHEN is_sent THEN NEW.total_minutes END
     WHERE id = NEW.id;
  ELSE
    INSERT INTO worksheet_waiting (id, status, organisation_id, employee_id, period_start, worked_minutes, total_minutes)
    VALUES (NEW.id, NEW.status, NEW.organisation_id, NEW.employee_id, NEW.period_start,
      CASE WHEN is_sent THEN NEW.worked_minutes END, CASE WHEN is_sent THEN NEW.total_minutes END);
  END IF;

  IF is_sent <> was_sent THEN
    IF EXISTS (SELECT FROM placement p WHERE p.employee_id = NEW.employee_id AND p.id <> NEW.placement_id
                  AND p.starts_on <= NEW.period_end AND coalesce(p.ends_on, 'infinity') >= NEW.period_start) THEN
      PERFORM keep_clashes(NEW);
    END IF;
    IF was_sent THEN
      PERFORM hours_still_fit(NEW);
    ELSIF EXISTS (SELECT FROM worksheet x WHERE x.placement_id = NEW.placement_id AND x.id <> NEW.id
                     AND x.period_end >= NEW.period_start - 1 AND x.period_start <= NEW.period_end + 1) THEN
      PERFORM hours_fit(NEW);
    END IF;
  END IF;

  -- What is final waits to be paid and to be invoiced, and cannot be taken back once it was.
  IF NEW.status = 'finalised' AND OLD.status <> 'finalised' THEN
    INSERT INTO worksheet_unpaid (id) VALUES (NEW.id);
    INSERT INTO worksheet_uninvoiced (id) VALUES (NEW.id);
  ELSIF OLD.status = 'finalised' AND NEW.status <> 'finalised' THEN
    DELETE FROM worksheet_uninvoiced WHERE id = NEW.id;
    -- Whoever takes it back waits for an invoice that is being made of it, and finds it invoiced.
    IF EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = NEW.id AND s.freed_at IS NULL) THEN
      RAISE EXCEPTION 'worksheet % is invoiced', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_is_invoiced';
    END IF;
    DELETE FROM worksheet_unpaid WHERE id = NEW.id;
    -- Whoever takes it back waits for a run that is being closed, and finds it paid.
    IF NOT FOUND THEN
      RAISE EXCEPTION 'worksheet % is paid', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_is_paid';
    END IF;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_step" AFTER UPDATE OF "status", "total_minutes", "worked_minutes", "submission_id", "organisation_id", "employee_id", "period_start"
  ON "worksheet" FOR EACH ROW EXECUTE FUNCTION keep_step();

CREATE FUNCTION keep_new_worksheets() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER "worksheet_made" AFTER INSERT ON "worksheet" REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION keep_new_worksheets();

-- The lines of one worksheet, as of a save, are looked at without gathering whose they are; of a statement that wrote none nothing is asked.
CREATE OR REPLACE FUNCTION lines_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet UUID;
BEGIN
  SELECT worksheet_id INTO sheet FROM touched LIMIT 1;
  IF sheet IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM touched WHERE worksheet_id <> sheet) THEN
    PERFORM refuse_wrong_total(w.id) FROM (SELECT DISTINCT worksheet_id FROM touched) t JOIN worksheet w ON w.id = t.worksheet_id
      WHERE w.total_minutes <> (SELECT coalesce(sum(l.minutes), 0) FROM hour_line l WHERE l.worksheet_id = w.id);
  ELSIF (SELECT w.total_minutes FROM worksheet w WHERE w.id = sheet) <> (SELECT coalesce(sum(l.minutes), 0) FROM hour_line l WHERE l.worksheet_id = sheet) THEN
    PERFORM refuse_wrong_total(sheet);
  END IF;
  RETURN NULL;
END
$$;

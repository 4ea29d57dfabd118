-- Hours that are on an invoice, or were until a credit note freed them, are never opened again: the invoice keeps its evidence, and differences of rates their hours.
CREATE OR REPLACE FUNCTION keep_step() RETURNS trigger LANGUAGE plpgsql AS $$
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
    -- Whoever takes it back waits for an invoice that is being made of it, and finds it invoiced. What a final invoice was made of stays behind it, also
    -- when it was credited: a correction is the way.
    IF EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = NEW.id) THEN
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

-- What was final without being billed is not billed by a setting: it would wait for an invoice that nobody expects, or for none.
CREATE FUNCTION refuse_billing_final_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id AND w.status = 'finalised' WHERE l.hour_type_id = NEW.id) THEN
    RAISE EXCEPTION 'hours of this type are final' USING ERRCODE = 'check_violation', CONSTRAINT = 'hour_type_billed_in_use';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "hour_type_billed_in_use" BEFORE UPDATE OF "bill_share_bp" ON "hour_type" FOR EACH ROW
  WHEN (OLD."bill_share_bp" = 0 AND NEW."bill_share_bp" > 0) EXECUTE FUNCTION refuse_billing_final_hours();

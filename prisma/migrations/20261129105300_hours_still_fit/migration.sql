-- What a correction takes hours from stays: neither it nor the correction leaves what is sent where hours below none, or a day that is too full,
-- would be left behind. Only looked at where there is a correction of the period at all.
CREATE FUNCTION hours_still_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> 'correction' AND NOT EXISTS (
    SELECT FROM worksheet x WHERE x.placement_id = NEW.placement_id AND x.period_id = NEW.period_id AND x.kind = 'correction'
       AND x.status IN ('submitted', 'approved', 'finalised')) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (
    WITH left_behind AS MATERIALIZED (
      SELECT l.hour_type_id, l.date, l.minutes, l.quantity FROM worksheet x JOIN hour_line l ON l.worksheet_id = x.id
       WHERE x.placement_id = NEW.placement_id AND x.period_id = NEW.period_id AND x.status IN ('submitted', 'approved', 'finalised'))
    SELECT FROM left_behind GROUP BY hour_type_id, date HAVING sum(coalesce(quantity, minutes)) < 0
    UNION ALL
    SELECT FROM left_behind WHERE date IS NOT NULL GROUP BY date HAVING sum(minutes) > minutes_in_day(date)
  ) THEN
    RAISE EXCEPTION 'the hours that worksheet % leaves behind do not fit', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_hours_fit';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_left_hours_fit" AFTER UPDATE OF "status" ON "worksheet" FOR EACH ROW
  WHEN (OLD."status" IN ('submitted', 'approved', 'finalised') AND NEW."status" IN ('draft', 'declined')) EXECUTE FUNCTION hours_still_fit();

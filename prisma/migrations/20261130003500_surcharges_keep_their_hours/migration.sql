-- Hours that a surcharge stands beside stay as long as it does, as those do that a correction takes something from: they are taken back together, or
-- the surcharge first. And who sends a surcharge or a correction, and who takes hours back from beneath it at the same moment, come one after the other.
CREATE OR REPLACE FUNCTION hours_fit(sheet worksheet) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  unfit boolean;
BEGIN
  -- What stands on other hours, and who takes those back at the same moment: one after the other.
  IF sheet.kind = 'correction' OR sheet.quantities ? 'surcharge' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('hours of ' || sheet.placement_id, 0));
  END IF;
  WITH sent AS MATERIALIZED (
    SELECT l.worksheet_id = sheet.id AS is_mine, l.hour_type_id, l.date, l.minutes, l.quantity, l.starts_at, l.ends_at,
           CASE WHEN t.unit <> 'hours' THEN t.id END AS beside, t.unit = 'surcharge' AS is_surcharge
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
                    -- A shift that a correction took away is there no more, unless it came back.
                    AND (SELECT sum(sign(coalesce(c.quantity, c.minutes))) FROM sent c WHERE NOT c.is_mine AND c.hour_type_id = b.hour_type_id
                            AND (c.date, c.starts_at, c.ends_at) = (b.date, b.starts_at, b.ends_at))
                      > (SELECT count(*) FROM sent c WHERE c.is_mine AND (c.minutes < 0 OR c.quantity < 0) AND c.hour_type_id = b.hour_type_id
                            AND (c.date, c.starts_at, c.ends_at) = (b.date, b.starts_at, b.ends_at)))
      -- Beside no more hours than there are: of its day, or of the period where either has no day.
      OR EXISTS (SELECT FROM in_period s CROSS JOIN LATERAL (
                   SELECT s.date IS NULL OR EXISTS (SELECT FROM in_period x WHERE x.date IS NULL AND x.minutes > 0) AS of_period) hours
                  WHERE s.is_surcharge GROUP BY s.hour_type_id, s.date, hours.of_period
                 HAVING sum(s.quantity) > (SELECT coalesce(sum(x.minutes), 0) FROM in_period x WHERE hours.of_period OR x.date = s.date)
                    AND (bool_or(s.is_mine) OR EXISTS (SELECT FROM in_period x WHERE x.is_mine AND x.minutes < 0
                                                          AND (hours.of_period OR x.date IS NULL OR x.date = s.date))))
    INTO unfit;
  IF unfit THEN
    RAISE EXCEPTION 'the hours of worksheet % do not fit with what was sent', sheet.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_hours_fit';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION hours_still_fit(sheet worksheet) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('hours of ' || sheet.placement_id, 0));
  IF sheet.kind <> 'correction' AND NOT EXISTS (
    SELECT FROM worksheet x WHERE x.placement_id = sheet.placement_id AND x.period_id = sheet.period_id
       AND (x.kind = 'correction' OR x.quantities ? 'surcharge') AND x.status IN ('submitted', 'approved', 'finalised')) THEN
    RETURN;
  END IF;
  IF EXISTS (
    WITH left_behind AS MATERIALIZED (
      SELECT l.hour_type_id, l.date, l.minutes, l.quantity, t.unit = 'surcharge' AS is_surcharge, x.kind = 'correction' AS is_correction
        FROM worksheet x JOIN hour_line l ON l.worksheet_id = x.id JOIN hour_type t ON t.id = l.hour_type_id
       WHERE x.placement_id = sheet.placement_id AND x.period_id = sheet.period_id AND x.status IN ('submitted', 'approved', 'finalised')),
    correcting AS (SELECT sheet.kind = 'correction' OR EXISTS (SELECT FROM left_behind WHERE is_correction) AS it_is)
    SELECT FROM left_behind WHERE (SELECT it_is FROM correcting) GROUP BY hour_type_id, date HAVING sum(coalesce(quantity, minutes)) < 0
    UNION ALL
    SELECT FROM left_behind WHERE date IS NOT NULL AND (SELECT it_is FROM correcting) GROUP BY date HAVING sum(minutes) > minutes_in_day(date)
    UNION ALL
    -- Beside no more hours than stay, where these were some of them.
    SELECT FROM left_behind s CROSS JOIN LATERAL (
             SELECT s.date IS NULL OR EXISTS (SELECT FROM left_behind x WHERE x.date IS NULL AND x.minutes > 0) AS of_period) hours
      WHERE s.is_surcharge GROUP BY s.hour_type_id, s.date, hours.of_period
     HAVING sum(s.quantity) > (SELECT coalesce(sum(x.minutes), 0) FROM left_behind x WHERE hours.of_period OR x.date = s.date)
        AND EXISTS (SELECT FROM hour_line l WHERE l.worksheet_id = sheet.id AND l.minutes > 0
                                             AND (hours.of_period OR l.date IS NULL OR l.date = s.date))
  ) THEN
    RAISE EXCEPTION 'the hours that worksheet % leaves behind do not fit', sheet.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_hours_fit';
  END IF;
END
$$;

-- What a line of a hour type counts: time of the day, hours beside that time (a surcharge), or something that is no time at all.
ALTER TABLE "hour_type" ADD COLUMN "unit" TEXT NOT NULL DEFAULT 'hours';
ALTER TABLE "hour_type"
  ADD CONSTRAINT "hour_type_unit" CHECK ("unit" IN ('hours', 'surcharge', 'kilometres', 'euros', 'pieces')),
  ADD CONSTRAINT "hour_type_worked_is_time" CHECK ("unit" = 'hours' OR NOT "is_worked");
-- What was summed, paid and invoiced in a unit stays so, as with the kind.
CREATE TRIGGER "hour_type_unit_settled" BEFORE UPDATE OF "unit" ON "hour_type" FOR EACH ROW
  WHEN (NEW."unit" <> OLD."unit") EXECUTE FUNCTION refuse_kind_in_use();

-- Minutes are time; what is no time is a quantity in the unit of its hour type (surcharge minutes, hundredths of a kilometre or piece, cents).
ALTER TABLE "hour_line" ADD COLUMN "quantity" INT,
  ADD CONSTRAINT "hour_line_time_or_quantity" CHECK ("quantity" IS NULL OR "minutes" = 0);
-- Their sums per unit ({"kilometres": 19000}), written with the lines.
ALTER TABLE "worksheet" ADD COLUMN "quantities" JSONB NOT NULL DEFAULT '{}';

-- Kinds whose minutes are none are not in it.
ALTER TABLE "worksheet" DISABLE TRIGGER USER;
UPDATE "worksheet" SET "minutes_by_kind" = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each("minutes_by_kind") WHERE value <> '0')
 WHERE jsonb_path_exists("minutes_by_kind", '$.* ? (@ == 0)');
ALTER TABLE "worksheet" ENABLE TRIGGER USER;

CREATE FUNCTION minutes_in_day(day date) RETURNS int LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT (extract(epoch FROM ((day + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam') - (day::timestamp AT TIME ZONE 'Europe/Amsterdam')) / 60)::int
$$;
-- When a shift is, by Amsterdam's clock; an end at or before the start is on the next day.
CREATE FUNCTION shift_range(day date, starts_at text, ends_at text) RETURNS tstzrange LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT tstzrange((day + starts_at::time) AT TIME ZONE 'Europe/Amsterdam',
                   greatest((day + starts_at::time) AT TIME ZONE 'Europe/Amsterdam',
                            (day + ends_at::time + CASE WHEN ends_at <= starts_at THEN interval '1 day' ELSE interval '0' END) AT TIME ZONE 'Europe/Amsterdam'))
$$;

-- Hours that are sent fit with all that was sent of the placement: no day of more than 24 hours, no period of more than its days, no time
-- twice, nothing less than nothing left. The rules are those of `linesProblems` (worksheet.hours.ts), which tells where it is wrong; here they
-- hold whoever sends at the same moment: who sends holds the placement, and this looks at what is there by then.
CREATE FUNCTION hours_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unfit boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM worksheet x WHERE x.placement_id = NEW.placement_id AND x.id <> NEW.id
                    AND x.period_end >= NEW.period_start - 1 AND x.period_start <= NEW.period_end + 1) THEN
    RETURN NULL;
  END IF;
  WITH sent AS MATERIALIZED (
    SELECT l.worksheet_id = NEW.id AS is_mine, l.hour_type_id, l.date, l.minutes, l.quantity, l.starts_at, l.ends_at,
           CASE WHEN t.unit <> 'hours' THEN t.id END AS beside
      FROM worksheet x JOIN hour_line l ON l.worksheet_id = x.id JOIN hour_type t ON t.id = l.hour_type_id
     WHERE x.placement_id = NEW.placement_id AND x.period_end >= NEW.period_start - 1 AND x.period_start <= NEW.period_end + 1
       AND x.status IN ('submitted', 'approved', 'finalised')
       AND (CASE WHEN l.date IS NULL THEN x.period_start = NEW.period_start ELSE l.date BETWEEN NEW.period_start - 1 AND NEW.period_end + 1 END)
  ), in_period AS (
    SELECT * FROM sent WHERE date IS NULL OR date BETWEEN NEW.period_start AND NEW.period_end
  )
  SELECT EXISTS (SELECT FROM in_period WHERE date IS NOT NULL GROUP BY date
                 HAVING sum(minutes) > minutes_in_day(date) AND bool_or(is_mine) AND NOT bool_and(is_mine))
      OR EXISTS (SELECT FROM in_period GROUP BY hour_type_id, date
                 HAVING sum(coalesce(quantity, minutes)) < 0 AND bool_or(is_mine AND (minutes < 0 OR quantity < 0)))
      OR EXISTS (SELECT FROM in_period HAVING bool_or(date IS NULL) AND bool_or(is_mine) AND NOT bool_and(is_mine) AND sum(minutes) > (
                   SELECT coalesce(sum(minutes_in_day(d::date)), 0) FROM placement p, generate_series(greatest(p.starts_on, NEW.period_start),
                     least(coalesce(p.ends_on, NEW.period_end), NEW.period_end), interval '1 day') d WHERE p.id = NEW.placement_id))
      OR EXISTS (SELECT FROM sent a JOIN sent b ON b.beside IS NOT DISTINCT FROM a.beside AND b.date BETWEEN a.date - 1 AND a.date + 1
                  WHERE a.is_mine AND NOT b.is_mine AND a.starts_at <> a.ends_at AND b.starts_at <> b.ends_at
                    AND a.minutes >= 0 AND coalesce(a.quantity, 0) >= 0 AND b.minutes >= 0 AND coalesce(b.quantity, 0) >= 0
                    AND shift_range(a.date, a.starts_at, a.ends_at) && shift_range(b.date, b.starts_at, b.ends_at)
                    -- A shift that a correction took away is there no more.
                    AND NOT EXISTS (SELECT FROM sent c WHERE (c.minutes < 0 OR c.quantity < 0) AND c.hour_type_id = b.hour_type_id
                                       AND (c.date, c.starts_at, c.ends_at) = (b.date, b.starts_at, b.ends_at)))
    INTO unfit;
  IF unfit THEN
    RAISE EXCEPTION 'the hours of worksheet % do not fit with what was sent', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_hours_fit';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_inserted_hours_fit" AFTER INSERT ON "worksheet" FOR EACH ROW
  WHEN (NEW."status" IN ('submitted', 'approved', 'finalised')) EXECUTE FUNCTION hours_fit();
CREATE TRIGGER "worksheet_sent_hours_fit" AFTER UPDATE OF "status" ON "worksheet" FOR EACH ROW
  WHEN (NEW."status" IN ('submitted', 'approved', 'finalised') AND OLD."status" IN ('draft', 'declined')) EXECUTE FUNCTION hours_fit();

-- Days on which what was sent of one person in several placements cannot all be true: more than the day has, or the same time twice. A warning,
-- and rare: a table of its own, kept by the database, so that lists look it up by the worksheet.
CREATE TABLE "worksheet_clash" (
  "worksheet_id" UUID NOT NULL REFERENCES "worksheet" ("id") ON DELETE CASCADE,
  "date" DATE NOT NULL,
  "day_minutes" INT NOT NULL,
  "is_twice" BOOLEAN NOT NULL,
  PRIMARY KEY ("worksheet_id", "date")
);
CREATE FUNCTION clashes_of(employee uuid, from_day date, until_day date)
  RETURNS TABLE (worksheet_id uuid, date date, day_minutes int, is_twice boolean) LANGUAGE sql STABLE AS $$
  WITH sent AS MATERIALIZED (
    SELECT x.id, x.placement_id, l.date, l.minutes, CASE WHEN l.starts_at <> l.ends_at AND l.minutes > 0 THEN shift_range(l.date, l.starts_at, l.ends_at) END AS shift
      FROM worksheet x JOIN hour_line l ON l.worksheet_id = x.id
     WHERE x.employee_id = employee AND x.period_start <= until_day + 1 AND x.period_end >= from_day - 1
       AND x.status IN ('submitted', 'approved', 'finalised') AND l.date BETWEEN from_day - 1 AND until_day + 1 AND l.minutes <> 0
  ), twice AS (
    SELECT DISTINCT a.id, a.date FROM sent a JOIN sent b ON b.placement_id <> a.placement_id AND b.shift && a.shift
     WHERE a.shift IS NOT NULL AND b.shift IS NOT NULL
  ), days AS (
    SELECT s.date, sum(s.minutes)::int AS minutes FROM sent s GROUP BY s.date HAVING count(DISTINCT s.placement_id) > 1
  )
  SELECT s.id, s.date, coalesce(max(d.minutes), sum(s.minutes)::int), bool_or(t.id IS NOT NULL)
    FROM sent s LEFT JOIN days d ON d.date = s.date LEFT JOIN twice t ON t.id = s.id AND t.date = s.date
   WHERE s.date BETWEEN from_day AND until_day
   GROUP BY s.id, s.date HAVING max(d.minutes) > minutes_in_day(s.date) OR bool_or(t.id IS NOT NULL)
$$;
CREATE FUNCTION keep_clashes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM placement p WHERE p.employee_id = NEW.employee_id AND p.id <> NEW.placement_id
                    AND p.starts_on <= NEW.period_end AND coalesce(p.ends_on, 'infinity') >= NEW.period_start) THEN
    RETURN NULL;
  END IF;
  -- One person's clients send at the same moment: one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('clashes ' || NEW.employee_id, 0));
  WITH now AS MATERIALIZED (
    SELECT * FROM clashes_of(NEW.employee_id, NEW.period_start - 1, NEW.period_end + 1)
  ), gone AS (
    DELETE FROM worksheet_clash c USING worksheet x
     WHERE x.id = c.worksheet_id AND x.employee_id = NEW.employee_id AND x.period_start <= NEW.period_end + 1 AND x.period_end >= NEW.period_start - 1
       AND c.date BETWEEN NEW.period_start - 1 AND NEW.period_end + 1
       AND NOT EXISTS (SELECT FROM now WHERE now.worksheet_id = c.worksheet_id AND now.date = c.date)
  )
  INSERT INTO worksheet_clash AS c SELECT * FROM now
   ON CONFLICT (worksheet_id, date) DO UPDATE SET day_minutes = excluded.day_minutes, is_twice = excluded.is_twice
   WHERE (c.day_minutes, c.is_twice) IS DISTINCT FROM (excluded.day_minutes, excluded.is_twice);
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_inserted_clashes" AFTER INSERT ON "worksheet" FOR EACH ROW
  WHEN (NEW."status" IN ('submitted', 'approved', 'finalised')) EXECUTE FUNCTION keep_clashes();
CREATE TRIGGER "worksheet_moved_clashes" AFTER UPDATE OF "status" ON "worksheet" FOR EACH ROW
  WHEN ((NEW."status" IN ('submitted', 'approved', 'finalised')) <> (OLD."status" IN ('submitted', 'approved', 'finalised')))
  EXECUTE FUNCTION keep_clashes();
INSERT INTO "worksheet_clash"
  SELECT c.* FROM (SELECT p.employee_id, min(p.starts_on) AS first, max(coalesce(p.ends_on, '2100-01-01')) AS last FROM "placement" p
                    GROUP BY p.employee_id HAVING count(*) > 1) e
  CROSS JOIN LATERAL clashes_of(e.employee_id, e.first, e.last) c;

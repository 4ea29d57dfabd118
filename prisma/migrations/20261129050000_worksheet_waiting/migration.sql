-- What still waits for somebody: each worksheet that is not finalised, with its state. Few rows beside all that is kept, and the only
-- ones whose state is ever asked for by itself; no index of "worksheet" holds the state any more, so that a step writes the row alone (HOT).
CREATE TABLE "worksheet_waiting" (
  "id" UUID NOT NULL PRIMARY KEY,
  "status" worksheet_status NOT NULL,
  "organisation_id" UUID NOT NULL,
  "employee_id" UUID NOT NULL,
  "period_start" DATE NOT NULL,
  -- What was sent; none while it is open for entry.
  "worked_minutes" INT
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

INSERT INTO "worksheet_waiting"
SELECT "id", "status", "organisation_id", "employee_id", "period_start", CASE WHEN "status" IN ('submitted', 'approved') THEN "worked_minutes" END
  FROM "worksheet" WHERE "status" <> 'finalised' ORDER BY "id";

-- A supervisor's lists, a branch per organisation, and how many wait there. With what is counted in it, a count reads nothing else.
CREATE INDEX "worksheet_waiting_of_organisation" ON "worksheet_waiting" ("organisation_id", "status", "period_start", "id")
  INCLUDE ("employee_id", "worked_minutes");
-- The office's lists of a phase.
CREATE INDEX "worksheet_waiting_of_agency" ON "worksheet_waiting" ("status", "period_start", "id") INCLUDE ("worked_minutes");
ANALYZE "worksheet_waiting";

CREATE FUNCTION keep_new_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO worksheet_waiting
  SELECT id, status, organisation_id, employee_id, period_start, CASE WHEN status IN ('submitted', 'approved') THEN worked_minutes END
    FROM made WHERE status <> 'finalised';
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_made_waits" AFTER INSERT ON "worksheet" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION keep_new_waiting();

CREATE FUNCTION keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'finalised' THEN
    DELETE FROM worksheet_waiting WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  IF OLD.status <> 'finalised' THEN
    UPDATE worksheet_waiting SET status = NEW.status, organisation_id = NEW.organisation_id, employee_id = NEW.employee_id, period_start = NEW.period_start,
           worked_minutes = CASE WHEN NEW.status IN ('submitted', 'approved') THEN NEW.worked_minutes END
     WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO worksheet_waiting VALUES (NEW.id, NEW.status, NEW.organisation_id, NEW.employee_id, NEW.period_start,
    CASE WHEN NEW.status IN ('submitted', 'approved') THEN NEW.worked_minutes END);
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_step_waits" AFTER UPDATE OF "status", "organisation_id", "employee_id", "period_start" ON "worksheet" FOR EACH ROW
  WHEN ((NEW."status", NEW."organisation_id", NEW."employee_id", NEW."period_start")
    IS DISTINCT FROM (OLD."status", OLD."organisation_id", OLD."employee_id", OLD."period_start"))
  EXECUTE FUNCTION keep_waiting();

CREATE FUNCTION keep_no_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM worksheet_waiting x USING gone WHERE x.id = gone.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_gone_waits" AFTER DELETE ON "worksheet" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_no_waiting();

DROP INDEX "worksheet_organisation_id_status_period_start_id_idx";
DROP INDEX "worksheet_status_period_start_id_idx";
CREATE INDEX "worksheet_organisation_id_period_start_id_idx" ON "worksheet" ("organisation_id", "period_start", "id");
-- Room on the page for the next version of a row.
ALTER TABLE "worksheet" SET (fillfactor = 85);

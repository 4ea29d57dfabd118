-- Lists say all hours, and which of them were worked: what waits holds both sums, so that a count still reads its index alone.
ALTER TABLE "worksheet_waiting" ADD COLUMN "total_minutes" INT;
UPDATE "worksheet_waiting" x SET "total_minutes" = w."total_minutes"
  FROM "worksheet" w WHERE w.id = x.id AND x."status" IN ('submitted', 'approved');

DROP INDEX "worksheet_waiting_of_organisation";
DROP INDEX "worksheet_waiting_of_agency";
CREATE INDEX "worksheet_waiting_of_organisation" ON "worksheet_waiting" ("organisation_id", "status", "period_start", "id")
  INCLUDE ("employee_id", "worked_minutes", "total_minutes");
CREATE INDEX "worksheet_waiting_of_agency" ON "worksheet_waiting" ("status", "period_start", "id") INCLUDE ("worked_minutes", "total_minutes");

CREATE OR REPLACE FUNCTION keep_new_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO worksheet_waiting (id, status, organisation_id, employee_id, period_start, worked_minutes, total_minutes)
  SELECT id, status, organisation_id, employee_id, period_start, CASE WHEN status IN ('submitted', 'approved') THEN worked_minutes END,
         CASE WHEN status IN ('submitted', 'approved') THEN total_minutes END
    FROM made WHERE status <> 'finalised';
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_sent BOOLEAN := NEW.status IN ('submitted', 'approved');
BEGIN
  IF NEW.status = 'finalised' THEN
    DELETE FROM worksheet_waiting WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  IF OLD.status <> 'finalised' THEN
    UPDATE worksheet_waiting SET status = NEW.status, organisation_id = NEW.organisation_id, employee_id = NEW.employee_id, period_start = NEW.period_start,
           worked_minutes = CASE WHEN is_sent THEN NEW.worked_minutes END, total_minutes = CASE WHEN is_sent THEN NEW.total_minutes END
     WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO worksheet_waiting (id, status, organisation_id, employee_id, period_start, worked_minutes, total_minutes)
  VALUES (NEW.id, NEW.status, NEW.organisation_id, NEW.employee_id, NEW.period_start,
    CASE WHEN is_sent THEN NEW.worked_minutes END, CASE WHEN is_sent THEN NEW.total_minutes END);
  RETURN NULL;
END
$$;
ANALYZE "worksheet_waiting";

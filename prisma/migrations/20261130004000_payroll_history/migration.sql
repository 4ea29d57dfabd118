-- Who proposed a payroll run, changed, closed or threw it away, and who held hours back from it or let them go, is in the audit log.
ALTER TABLE "audit_event"
  DROP CONSTRAINT "audit_event_action",
  ADD CONSTRAINT "audit_event_action" CHECK ("action" IN
    ('create', 'change', 'remove', 'log-in', 'log-in-refused', 'log-out', 'session-ended', 'invite', 'link-sent', 'link-used', 'mail-again', 'refused', 'import', 'export', 'erase',
     'close', 'hold', 'let-go'));

CREATE FUNCTION record_payroll_run() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run payroll_run := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  told CONSTANT text[] := CASE WHEN TG_OP <> 'UPDATE' THEN ARRAY['run_date', 'period_types', 'remark']
    WHEN OLD.status <> NEW.status THEN ARRAY['worksheets', 'employees', 'total_minutes'] ELSE ARRAY['run_date', 'period_types', 'remark'] END;
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  found jsonb;
BEGIN
  SELECT coalesce(jsonb_object_agg(k, jsonb_build_array(before -> k, after -> k)), '{}') INTO found FROM unnest(told) AS k
   WHERE coalesce(before -> k, 'null') IS DISTINCT FROM coalesce(after -> k, 'null');
  IF TG_OP = 'UPDATE' AND OLD.status = NEW.status AND found = '{}' THEN RETURN NULL; END IF;
  PERFORM record_event(
    CASE WHEN TG_OP = 'INSERT' THEN 'create' WHEN TG_OP = 'DELETE' THEN 'remove' WHEN OLD.status <> NEW.status THEN 'close' ELSE 'change' END,
    'payroll-run', run.id, run.number::text, run.id, found);
  RETURN NULL;
END
$$;
CREATE TRIGGER "payroll_run_audit" AFTER INSERT OR UPDATE OR DELETE ON "payroll_run" FOR EACH ROW EXECUTE FUNCTION record_payroll_run();

-- In the history of the run that is open; without one it belongs to none.
CREATE FUNCTION record_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_event(CASE WHEN NEW.held_at IS NULL THEN 'let-go' ELSE 'hold' END, 'worksheet', NEW.id,
    (SELECT p.employee_name FROM worksheet w JOIN placement p ON p.id = w.placement_id WHERE w.id = NEW.id),
    (SELECT id FROM payroll_run WHERE status = 'open'),
    jsonb_build_object('held_reason', jsonb_build_array(OLD.held_reason, NEW.held_reason)));
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_unpaid_audit" AFTER UPDATE OF "held_at" ON "worksheet_unpaid" FOR EACH ROW
  WHEN (OLD."held_at" IS DISTINCT FROM NEW."held_at") EXECUTE FUNCTION record_hold();

-- How far somebody is who closes a run, written beside the transaction that closes: what is in that is not seen before its end.
CREATE TABLE "payroll_closing" (
  "run_id" UUID PRIMARY KEY REFERENCES "payroll_run" ("id") ON DELETE CASCADE ON UPDATE NO ACTION,
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "by_name" TEXT NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- The last sign of life: without one for long, its process is gone, and nothing was taken.
  "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "done" INT NOT NULL DEFAULT 0,
  "total" INT NOT NULL DEFAULT 0
);

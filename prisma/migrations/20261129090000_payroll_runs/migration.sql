-- A payroll run is a proposal until it is closed; then it holds what it took, line by line, for ever.
CREATE TABLE "payroll_run" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "number" INT NOT NULL UNIQUE,
  "status" TEXT NOT NULL DEFAULT 'open' CONSTRAINT "payroll_run_status" CHECK ("status" IN ('open', 'closed')),
  "run_date" DATE NOT NULL,
  "period_types" TEXT[] NOT NULL,
  "remark" TEXT,
  "version" INT NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by_id" UUID NOT NULL,
  "created_by_name" TEXT NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  "closed_by_id" UUID,
  "closed_by_name" TEXT,
  -- As it was closed: the sums of its lines.
  "worksheets" INT NOT NULL DEFAULT 0,
  "employees" INT NOT NULL DEFAULT 0,
  "lines" INT NOT NULL DEFAULT 0,
  "worked_minutes" INT NOT NULL DEFAULT 0,
  "total_minutes" INT NOT NULL DEFAULT 0,
  CONSTRAINT "payroll_run_closed" CHECK (("status" = 'closed') = ("closed_at" IS NOT NULL))
);
-- One proposal at a time, whoever makes it.
CREATE UNIQUE INDEX "payroll_run_one_open" ON "payroll_run" ((true)) WHERE "status" = 'open';

-- Final and not paid yet: a row for each such worksheet, kept by the database. A run takes what it deletes here, so nothing is taken twice. What
-- somebody holds back stays until it is let go.
CREATE TABLE "worksheet_unpaid" (
  "id" UUID PRIMARY KEY REFERENCES "worksheet" ("id") ON DELETE CASCADE,
  "held_reason" TEXT,
  "held_by_id" UUID,
  "held_by_name" TEXT,
  "held_at" TIMESTAMPTZ(3)
);
CREATE FUNCTION keep_new_unpaid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO worksheet_unpaid (id) SELECT id FROM made WHERE status = 'finalised';
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_made_unpaid" AFTER INSERT ON "worksheet" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION keep_new_unpaid();
CREATE FUNCTION keep_unpaid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'finalised' THEN
    INSERT INTO worksheet_unpaid (id) VALUES (NEW.id);
    RETURN NULL;
  END IF;
  DELETE FROM worksheet_unpaid WHERE id = NEW.id;
  -- Whoever takes it back waits for a run that is being closed, and finds it paid.
  IF NOT FOUND THEN
    RAISE EXCEPTION 'worksheet % is paid', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_is_paid';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_moved_unpaid" AFTER UPDATE OF "status" ON "worksheet" FOR EACH ROW
  WHEN ((NEW."status" = 'finalised') <> (OLD."status" = 'finalised')) EXECUTE FUNCTION keep_unpaid();
INSERT INTO "worksheet_unpaid" ("id") SELECT "id" FROM "worksheet" WHERE "status" = 'finalised';

-- Which run took a worksheet, once.
CREATE TABLE "payroll_run_worksheet" (
  "worksheet_id" UUID PRIMARY KEY REFERENCES "worksheet" ("id"),
  "run_id" UUID NOT NULL REFERENCES "payroll_run" ("id"),
  "worksheet_version" INT NOT NULL
);
CREATE INDEX "payroll_run_worksheet_of_run" ON "payroll_run_worksheet" ("run_id", "worksheet_id");

-- What a closed run paid: a line of a worksheet as it was, with the names, numbers and rate of that moment.
CREATE TABLE "payroll_line" (
  "worksheet_id" UUID NOT NULL,
  "line_number" INT NOT NULL,
  "run_id" UUID NOT NULL REFERENCES "payroll_run" ("id"),
  "worksheet_version" INT NOT NULL,
  "worksheet_reference" INT NOT NULL,
  "worksheet_kind" TEXT NOT NULL,
  "period_id" UUID NOT NULL REFERENCES "period" ("id"),
  "employee_id" UUID NOT NULL,
  "personnel_number" TEXT NOT NULL,
  "employee_name" TEXT NOT NULL,
  "placement_id" UUID NOT NULL,
  "placement_number" TEXT NOT NULL,
  "function_name" TEXT NOT NULL,
  "organisation_id" UUID NOT NULL,
  "organisation_number" TEXT NOT NULL,
  "organisation_name" TEXT NOT NULL,
  "hour_type_id" UUID NOT NULL REFERENCES "hour_type" ("id"),
  "hour_type_code" TEXT NOT NULL,
  "payroll_code" TEXT,
  "unit" TEXT NOT NULL,
  "is_worked" BOOLEAN NOT NULL,
  "pay_share_bp" INT NOT NULL,
  "date" DATE,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "break_minutes" INT,
  "minutes" INT NOT NULL,
  "quantity" INT,
  "pay_rate_cents" INT,
  "pay_cents" INT,
  "budget_number" TEXT,
  "approved_at" TIMESTAMPTZ(3),
  "approved_by_role" TEXT,
  PRIMARY KEY ("worksheet_id", "line_number"),
  FOREIGN KEY ("worksheet_id") REFERENCES "payroll_run_worksheet" ("worksheet_id")
);
-- A run's lines by person.
CREATE INDEX "payroll_line_of_run" ON "payroll_line" ("run_id", "employee_id");
CREATE TRIGGER "payroll_line_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "payroll_line" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "payroll_run_worksheet_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "payroll_run_worksheet" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_change_of_closed_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'payroll run % is closed', OLD.number USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "payroll_run_is_sealed" BEFORE UPDATE OR DELETE ON "payroll_run" FOR EACH ROW WHEN (OLD."status" = 'closed')
  EXECUTE FUNCTION refuse_change_of_closed_run();

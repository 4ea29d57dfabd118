-- Rates that were changed for days whose hours are final: what was asked, and what it came to. What was paid and invoiced stays; the differences are
-- lines of their own.
CREATE TABLE "rate_change" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "valid_from" DATE NOT NULL,
  -- As it was asked: a rise of many placements, or the rates of one.
  "asked" JSONB NOT NULL,
  "reason" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by_id" UUID NOT NULL,
  "created_by_name" TEXT NOT NULL,
  "rates" INT NOT NULL,
  "placements" INT NOT NULL,
  "lines" INT NOT NULL,
  "pay_cents" INT NOT NULL,
  "bill_cents" INT NOT NULL
);
CREATE TRIGGER "rate_change_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "rate_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A line of a worksheet that was paid or invoiced at another rate than it has by now: both rates, and what it came to at each. Wage and bill apart.
CREATE TABLE "rate_correction" (
  "change_id" UUID NOT NULL REFERENCES "rate_change" ("id"),
  "worksheet_id" UUID NOT NULL,
  "line_number" INT NOT NULL,
  "kind" TEXT NOT NULL CONSTRAINT "rate_correction_kind" CHECK ("kind" IN ('pay', 'bill')),
  "old_cents" INT NOT NULL,
  "new_cents" INT NOT NULL,
  "old_amount" INT NOT NULL,
  "new_amount" INT NOT NULL,
  -- The run that paid the difference.
  "run_id" UUID REFERENCES "payroll_run" ("id"),
  PRIMARY KEY ("worksheet_id", "line_number", "kind", "change_id"),
  FOREIGN KEY ("worksheet_id", "line_number") REFERENCES "hour_line" ("worksheet_id", "number"),
  CONSTRAINT "rate_correction_run" CHECK ("run_id" IS NULL OR "kind" = 'pay')
);
CREATE INDEX "rate_correction_of_change" ON "rate_correction" ("change_id", "kind");
-- What a run took, and what waits for the next one.
CREATE INDEX "rate_correction_of_run" ON "rate_correction" ("run_id") WHERE "kind" = 'pay';

-- It never changes but for the one run that takes it.
CREATE FUNCTION refuse_change_of_rate_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.run_id IS NULL AND to_jsonb(NEW) - 'run_id' = to_jsonb(OLD) - 'run_id' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a rate correction is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "rate_correction_is_sealed" BEFORE UPDATE OR DELETE ON "rate_correction" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rate_correction();

-- A rate that was changed for the past comes onto the next invoice as lines of its own: the hours at the new rate, less the same at the old one.
ALTER TABLE "invoice_line"
  ADD COLUMN "old_price_cents" INT,
  -- Why the rate changed, in the words of who changed it.
  ADD COLUMN "rate_reason" TEXT,
  ADD CONSTRAINT "invoice_line_rate" CHECK (("old_price_cents" IS NULL) = ("rate_reason" IS NULL));

-- A line that final credit notes took back as a whole: its hours are billed to nobody, or wait to be billed anew.
CREATE FUNCTION is_taken_back(line invoice_line) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT line.size <> 0 AND abs(coalesce(sum(c.size), 0)) >= abs(line.size)
    FROM invoice_line c JOIN invoice i ON i.id = c.invoice_id AND i.status = 'final' WHERE c.credits_line_id = line.id
$$;

-- A difference that is never to be invoiced: its hours were taken back, and invoiced anew at the rate of by then.
ALTER TABLE "rate_correction" ADD COLUMN "is_void" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "rate_correction_void" CHECK (NOT "is_void" OR "kind" = 'bill');
CREATE OR REPLACE FUNCTION refuse_change_of_rate_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.run_id IS NULL OR NEW.run_id = OLD.run_id) AND (NEW.is_void OR NOT OLD.is_void)
     AND to_jsonb(NEW) - 'run_id' - 'is_void' = to_jsonb(OLD) - 'run_id' - 'is_void' AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a rate correction is never changed' USING ERRCODE = 'restrict_violation';
END
$$;

-- Which difference is on which line of an invoice: on one at a time, until a credit note frees it.
CREATE TABLE "invoice_rate_source" (
  "worksheet_id" UUID NOT NULL,
  "line_number" INT NOT NULL,
  "kind" TEXT NOT NULL DEFAULT 'bill' CONSTRAINT "invoice_rate_source_kind" CHECK ("kind" = 'bill'),
  "change_id" UUID NOT NULL,
  "invoice_line_id" UUID NOT NULL REFERENCES "invoice_line" ("id") ON DELETE CASCADE,
  "freed_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("worksheet_id", "line_number", "change_id", "invoice_line_id"),
  FOREIGN KEY ("worksheet_id", "line_number", "kind", "change_id") REFERENCES "rate_correction" ("worksheet_id", "line_number", "kind", "change_id")
);
CREATE UNIQUE INDEX "invoice_rate_source_once" ON "invoice_rate_source" ("worksheet_id", "line_number", "change_id") WHERE "freed_at" IS NULL;
CREATE INDEX "invoice_rate_source_of_line" ON "invoice_rate_source" ("invoice_line_id");

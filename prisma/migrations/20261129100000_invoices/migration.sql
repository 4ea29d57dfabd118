-- An invoice is a draft until it is made final; then it has a number and never changes. A credit note names the invoice that it corrects.
ALTER TABLE "agency" ADD COLUMN "vat_bp" INT NOT NULL DEFAULT 2100 CONSTRAINT "agency_vat" CHECK ("vat_bp" BETWEEN 0 AND 10000);
CREATE TABLE "invoice" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "kind" TEXT NOT NULL CONSTRAINT "invoice_kind" CHECK ("kind" IN ('invoice', 'credit')),
  "status" TEXT NOT NULL DEFAULT 'draft' CONSTRAINT "invoice_status" CHECK ("status" IN ('draft', 'final')),
  "year" INT,
  "sequence" INT,
  "number" TEXT UNIQUE,
  "organisation_id" UUID NOT NULL REFERENCES "organisation" ("id"),
  "from_day" DATE NOT NULL,
  "until_day" DATE NOT NULL,
  -- What it is for, where the client wants one per budget number or employee.
  "budget_number" TEXT,
  "employee_name" TEXT,
  "order_reference" TEXT,
  "remark" TEXT,
  "credits_invoice_id" UUID REFERENCES "invoice" ("id"),
  "reason" TEXT,
  "frees_lines" BOOLEAN NOT NULL DEFAULT false,
  -- The terms: as they were when it was made final.
  "is_reverse_charged" BOOLEAN NOT NULL,
  "g_account_share_bp" INT NOT NULL,
  "payment_term_days" INT NOT NULL,
  "invoice_date" DATE,
  "due_date" DATE,
  -- Who sells and buys, as printed: names, addresses, numbers of that moment.
  "printed" JSONB,
  "net_cents" INT NOT NULL DEFAULT 0,
  "vat_cents" INT NOT NULL DEFAULT 0,
  "total_cents" INT NOT NULL DEFAULT 0,
  "g_account_cents" INT NOT NULL DEFAULT 0,
  "version" INT NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by_name" TEXT NOT NULL,
  "finalised_at" TIMESTAMPTZ(3),
  "finalised_by_name" TEXT,
  CONSTRAINT "invoice_is_final" CHECK (("status" = 'final') = ("number" IS NOT NULL AND "invoice_date" IS NOT NULL AND "printed" IS NOT NULL AND "finalised_at" IS NOT NULL)),
  CONSTRAINT "invoice_adds_up" CHECK ("total_cents" = "net_cents" + "vat_cents"),
  UNIQUE ("year", "sequence")
);
-- A client's invoices, newest first; all of them; and by budget number.
CREATE INDEX "invoice_of_organisation" ON "invoice" ("organisation_id", "id");
CREATE INDEX "invoice_by_budget_number" ON "invoice" (upper("budget_number"));

CREATE TABLE "invoice_line" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "invoice_id" UUID NOT NULL REFERENCES "invoice" ("id") ON DELETE CASCADE,
  "position" INT NOT NULL,
  "description" TEXT,
  "employee_id" UUID,
  "employee_name" TEXT,
  "function_name" TEXT,
  "iso_year" INT,
  "iso_week" INT,
  "hour_type_id" UUID REFERENCES "hour_type" ("id"),
  "hour_type_nl" TEXT,
  "hour_type_en" TEXT,
  "budget_number" TEXT,
  "unit" TEXT NOT NULL,
  -- Minutes of hours, hundredths of what is counted, cents of expenses. Below zero where hours were corrected.
  "size" INT NOT NULL,
  "price_cents" INT NOT NULL,
  "net_cents" INT NOT NULL,
  "vat_bp" INT NOT NULL,
  -- Of a credit note: the line that it takes back, or a part of it.
  "credits_line_id" UUID REFERENCES "invoice_line" ("id"),
  UNIQUE ("invoice_id", "position")
);
CREATE INDEX "invoice_line_by_budget_number" ON "invoice_line" (upper("budget_number"));
CREATE INDEX "invoice_line_credited" ON "invoice_line" ("credits_line_id");

-- Which line of a worksheet is on which line of an invoice: on one at a time, until a credit note frees it.
CREATE TABLE "invoice_source" (
  "worksheet_id" UUID NOT NULL,
  "line_number" INT NOT NULL,
  "invoice_line_id" UUID NOT NULL REFERENCES "invoice_line" ("id") ON DELETE CASCADE,
  "freed_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("worksheet_id", "line_number", "invoice_line_id"),
  FOREIGN KEY ("worksheet_id", "line_number") REFERENCES "hour_line" ("worksheet_id", "number")
);
CREATE UNIQUE INDEX "invoice_source_once" ON "invoice_source" ("worksheet_id", "line_number") WHERE "freed_at" IS NULL;
CREATE INDEX "invoice_source_of_line" ON "invoice_source" ("invoice_line_id");

-- The last number given in a year: taken in the transaction that makes the invoice final, so that none is lost.
CREATE TABLE "invoice_counter" ("year" INT PRIMARY KEY, "last" INT NOT NULL);

-- Final, with lines that are on no invoice: a row for each such worksheet, kept by the database and by who invoices.
CREATE TABLE "worksheet_uninvoiced" ("id" UUID PRIMARY KEY REFERENCES "worksheet" ("id") ON DELETE CASCADE);
CREATE FUNCTION keep_new_uninvoiced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO worksheet_uninvoiced (id) SELECT id FROM made WHERE status = 'finalised';
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_made_uninvoiced" AFTER INSERT ON "worksheet" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION keep_new_uninvoiced();
CREATE FUNCTION keep_uninvoiced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'finalised' THEN
    INSERT INTO worksheet_uninvoiced (id) VALUES (NEW.id);
    RETURN NULL;
  END IF;
  DELETE FROM worksheet_uninvoiced WHERE id = NEW.id;
  -- Whoever takes it back waits for an invoice that is being made of it, and finds it invoiced.
  IF EXISTS (SELECT FROM invoice_source s WHERE s.worksheet_id = NEW.id AND s.freed_at IS NULL) THEN
    RAISE EXCEPTION 'worksheet % is invoiced', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_is_invoiced';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_moved_uninvoiced" AFTER UPDATE OF "status" ON "worksheet" FOR EACH ROW
  WHEN ((NEW."status" = 'finalised') <> (OLD."status" = 'finalised')) EXECUTE FUNCTION keep_uninvoiced();
INSERT INTO "worksheet_uninvoiced" ("id") SELECT "id" FROM "worksheet" WHERE "status" = 'finalised';

-- What is final never changes, but for what became of it later.
CREATE FUNCTION refuse_change_of_final_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'invoice % is final', OLD.number USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "invoice_is_sealed" BEFORE UPDATE OR DELETE ON "invoice" FOR EACH ROW WHEN (OLD."status" = 'final')
  EXECUTE FUNCTION refuse_change_of_final_invoice();
CREATE FUNCTION refuse_line_of_final_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM invoice i WHERE i.id = coalesce(OLD.invoice_id, NEW.invoice_id) AND i.status = 'final') THEN
    RAISE EXCEPTION 'the invoice is final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "invoice_line_is_sealed" BEFORE INSERT OR UPDATE OR DELETE ON "invoice_line" FOR EACH ROW EXECUTE FUNCTION refuse_line_of_final_invoice();

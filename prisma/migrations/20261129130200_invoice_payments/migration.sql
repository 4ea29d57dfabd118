-- What a bank file says came in. An entry is known by its key: what was in one file is not taken from another one again.
CREATE TABLE "bank_entry" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "key" TEXT NOT NULL UNIQUE,
  -- The agency's account that it came in on.
  "iban" TEXT NOT NULL,
  "booked_on" DATE NOT NULL,
  "amount_cents" INT NOT NULL CONSTRAINT "bank_entry_amount" CHECK ("amount_cents" > 0),
  "payer_name" TEXT,
  "payer_iban" TEXT,
  "description" TEXT NOT NULL,
  -- 'doubtful': somebody has to look at it. 'aside': it is for no invoice.
  "state" TEXT NOT NULL CONSTRAINT "bank_entry_state" CHECK ("state" IN ('booked', 'doubtful', 'aside')),
  "file_name" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_name" TEXT NOT NULL
);
CREATE INDEX "bank_entry_state" ON "bank_entry" ("state", "id");

-- What came in for an invoice, by hand or from the bank. It is never changed; one that was wrong is undone.
CREATE TABLE "invoice_payment" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "invoice_id" UUID NOT NULL REFERENCES "invoice" ("id"),
  "amount_cents" INT NOT NULL CONSTRAINT "invoice_payment_amount" CHECK ("amount_cents" > 0),
  "paid_on" DATE NOT NULL,
  "remark" TEXT,
  "bank_entry_id" UUID REFERENCES "bank_entry" ("id"),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_name" TEXT NOT NULL,
  "undone_at" TIMESTAMPTZ(3),
  "undone_by_name" TEXT,
  CONSTRAINT "invoice_payment_undone" CHECK (("undone_at" IS NULL) = ("undone_by_name" IS NULL))
);
CREATE INDEX "invoice_payment_of_invoice" ON "invoice_payment" ("invoice_id");
CREATE INDEX "invoice_payment_of_entry" ON "invoice_payment" ("bank_entry_id");

-- What is still to be paid: a row for each final invoice with something open, kept by the database.
CREATE TABLE "invoice_open" (
  "invoice_id" UUID PRIMARY KEY REFERENCES "invoice" ("id"),
  "open_cents" INT NOT NULL CONSTRAINT "invoice_open_amount" CHECK ("open_cents" > 0),
  "due_date" DATE NOT NULL
);
CREATE INDEX "invoice_open_due" ON "invoice_open" ("due_date");
-- Of an invoice: what it is, less what final credit notes take back and what was paid.
CREATE FUNCTION invoice_open_cents(invoice_id UUID) RETURNS BIGINT LANGUAGE sql STABLE AS $$
  SELECT i.total_cents - coalesce((SELECT sum(c.total_cents) FROM invoice c WHERE c.credits_invoice_id = i.id AND c.status = 'final'), 0)
       - coalesce((SELECT sum(p.amount_cents) FROM invoice_payment p WHERE p.invoice_id = i.id AND p.undone_at IS NULL), 0)
    FROM invoice i WHERE i.id = $1 AND i.status = 'final' AND i.kind = 'invoice'
$$;
CREATE INDEX "invoice_credits" ON "invoice" ("credits_invoice_id") WHERE "credits_invoice_id" IS NOT NULL;
-- Two who pay or credit the same invoice at once come one after the other: the sum is that of both.
CREATE FUNCTION keep_invoice_open(which UUID) RETURNS void LANGUAGE plpgsql AS $$
DECLARE left_over BIGINT;
BEGIN
  PERFORM FROM invoice WHERE id = which FOR NO KEY UPDATE;
  left_over := invoice_open_cents(which);
  IF coalesce(left_over, 0) > 0 THEN
    INSERT INTO invoice_open AS o (invoice_id, open_cents, due_date) SELECT i.id, left_over, coalesce(i.due_date, i.invoice_date) FROM invoice i WHERE i.id = which
    ON CONFLICT (invoice_id) DO UPDATE SET open_cents = excluded.open_cents WHERE o.open_cents <> excluded.open_cents;
  ELSE
    DELETE FROM invoice_open WHERE invoice_id = which;
  END IF;
END
$$;
CREATE FUNCTION keep_open_of_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_invoice_open(CASE NEW.kind WHEN 'credit' THEN NEW.credits_invoice_id ELSE NEW.id END);
  RETURN NULL;
END
$$;
CREATE TRIGGER "invoice_made_open" AFTER INSERT ON "invoice" FOR EACH ROW WHEN (NEW."status" = 'final') EXECUTE FUNCTION keep_open_of_invoice();
CREATE TRIGGER "invoice_finalised_open" AFTER UPDATE OF "status" ON "invoice" FOR EACH ROW WHEN (NEW."status" = 'final') EXECUTE FUNCTION keep_open_of_invoice();
CREATE FUNCTION keep_open_of_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_invoice_open(NEW.invoice_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER "invoice_payment_keeps_open" AFTER INSERT OR UPDATE OF "undone_at" ON "invoice_payment" FOR EACH ROW EXECUTE FUNCTION keep_open_of_payment();
INSERT INTO "invoice_open" SELECT id, invoice_open_cents(id), coalesce(due_date, invoice_date) FROM "invoice"
 WHERE "status" = 'final' AND "kind" = 'invoice' AND invoice_open_cents(id) > 0;
-- Booked once and undone once: nothing else of it changes.
CREATE FUNCTION refuse_change_of_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.undone_at IS NULL AND (to_jsonb(NEW) - '{undone_at,undone_by_name}'::text[]) = (to_jsonb(OLD) - '{undone_at,undone_by_name}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a payment is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "invoice_payment_is_sealed" BEFORE UPDATE OR DELETE ON "invoice_payment" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_payment();

-- Which final invoices a supervisor has opened.
CREATE TABLE "invoice_read" (
  "invoice_id" UUID NOT NULL REFERENCES "invoice" ("id"),
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("invoice_id", "person_id")
);
CREATE INDEX "invoice_read_by" ON "invoice_read" ("person_id");

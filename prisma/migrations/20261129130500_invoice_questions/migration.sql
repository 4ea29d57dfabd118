-- What is asked and answered about an invoice, or a line of it. Whose turn it is: a supervisor asked last, or the office answered.
CREATE TABLE "invoice_message" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "invoice_id" UUID NOT NULL REFERENCES "invoice" ("id"),
  "invoice_line_id" UUID REFERENCES "invoice_line" ("id"),
  "body" TEXT NOT NULL,
  "is_office" BOOLEAN NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_id" UUID NOT NULL,
  "by_name" TEXT NOT NULL
);
CREATE INDEX "invoice_message_of_invoice" ON "invoice_message" ("invoice_id", "id");
CREATE INDEX "invoice_message_of_line" ON "invoice_message" ("invoice_line_id");
CREATE TRIGGER "invoice_message_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "invoice_message" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Invoices with a question that nobody answered yet: kept by the database.
CREATE TABLE "invoice_question" (
  "invoice_id" UUID PRIMARY KEY REFERENCES "invoice" ("id"),
  "asked_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE FUNCTION keep_invoice_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_office THEN
    DELETE FROM invoice_question WHERE invoice_id = NEW.invoice_id;
  ELSE
    INSERT INTO invoice_question (invoice_id, asked_at) VALUES (NEW.invoice_id, NEW.at) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "invoice_message_asks" AFTER INSERT ON "invoice_message" FOR EACH ROW EXECUTE FUNCTION keep_invoice_question();

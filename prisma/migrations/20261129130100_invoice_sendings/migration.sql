-- A final invoice as the files that are mailed: kept once, so that every mail of it holds the same bytes.
CREATE TABLE "invoice_file" (
  "invoice_id" UUID PRIMARY KEY REFERENCES "invoice" ("id"),
  "pdf_file_id" UUID NOT NULL REFERENCES "stored_file" ("id"),
  -- None where the client takes the PDF alone, or is found by no number.
  "ubl_file_id" UUID REFERENCES "stored_file" ("id")
);
CREATE INDEX "invoice_file_pdf" ON "invoice_file" ("pdf_file_id");
CREATE INDEX "invoice_file_ubl" ON "invoice_file" ("ubl_file_id");

-- That an invoice, or a reminder of it, was to be mailed to an address. Its mail is written by a job; then its mail says what became of it.
CREATE TABLE "invoice_sending" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "invoice_id" UUID NOT NULL REFERENCES "invoice" ("id"),
  -- 0 is the invoice itself, then the steps of its reminders.
  "step" INT NOT NULL DEFAULT 0 CONSTRAINT "invoice_sending_step" CHECK ("step" BETWEEN 0 AND 3),
  "to_address" TEXT NOT NULL,
  "mail_id" UUID UNIQUE REFERENCES "mail" ("id"),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- Nobody, where the clock did it.
  "by_id" UUID,
  "by_name" TEXT NOT NULL
);
CREATE INDEX "invoice_sending_of_invoice" ON "invoice_sending" ("invoice_id", "id");
CREATE INDEX "invoice_sending_to_write" ON "invoice_sending" ("id") WHERE "mail_id" IS NULL;
-- Each step of the reminders goes to an address once, whatever looks at the same time.
CREATE UNIQUE INDEX "invoice_reminder_once" ON "invoice_sending" ("invoice_id", "step", "to_address") WHERE "step" > 0;

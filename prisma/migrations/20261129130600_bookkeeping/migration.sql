-- How invoices are booked: accounts by hour type, VAT codes, the journal (ledger.contract.ts).
ALTER TABLE "agency" ADD COLUMN "bookkeeping" JSONB NOT NULL DEFAULT '{}';

-- A file for the ledger: made once and kept, of invoices that were in none before.
CREATE TABLE "ledger_export" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "preset" TEXT NOT NULL,
  "until_day" DATE NOT NULL,
  "invoices" INT NOT NULL,
  "net_cents" BIGINT NOT NULL,
  "vat_cents" BIGINT NOT NULL,
  "file_id" UUID NOT NULL UNIQUE REFERENCES "stored_file" ("id"),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_name" TEXT NOT NULL
);
CREATE TABLE "ledger_export_invoice" (
  "invoice_id" UUID PRIMARY KEY REFERENCES "invoice" ("id"),
  "export_id" UUID NOT NULL REFERENCES "ledger_export" ("id")
);
CREATE INDEX "ledger_export_invoice_of_export" ON "ledger_export_invoice" ("export_id");
CREATE TRIGGER "ledger_export_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_export" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_export_invoice_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_export_invoice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An invoice as it was first made to be read: the same bytes whenever it is asked for.
CREATE TABLE "invoice_pdf" (
  "invoice_id" UUID PRIMARY KEY REFERENCES "invoice" ("id"),
  "content" BYTEA NOT NULL,
  "sha256" TEXT NOT NULL CONSTRAINT "invoice_pdf_sha256" CHECK ("sha256" = encode(sha256("content"), 'hex')),
  "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
ALTER TABLE "invoice_pdf" ALTER COLUMN "content" SET STORAGE EXTERNAL;
CREATE TRIGGER "invoice_pdf_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "invoice_pdf" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

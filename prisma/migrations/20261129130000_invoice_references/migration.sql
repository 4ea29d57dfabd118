-- How a client wants its invoices: in which language, as which file, to whom a copy goes, and its own references, which an e-invoice carries.
ALTER TABLE "organisation"
  ADD COLUMN "invoice_language" TEXT NOT NULL DEFAULT 'nl' CONSTRAINT "organisation_invoice_language" CHECK ("invoice_language" IN ('nl', 'en')),
  ADD COLUMN "invoice_document" TEXT NOT NULL DEFAULT 'peppol' CONSTRAINT "organisation_invoice_document" CHECK ("invoice_document" IN ('peppol', 'nlcius', 'pdf')),
  ADD COLUMN "invoice_copy_email" TEXT,
  ADD COLUMN "debtor_number" TEXT,
  ADD COLUMN "buyer_reference" TEXT,
  ADD COLUMN "contract_reference" TEXT,
  ADD COLUMN "cost_centre" TEXT,
  ADD COLUMN "oin" TEXT CONSTRAINT "organisation_oin" CHECK ("oin" ~ '^\d{20}$'),
  ADD COLUMN "gln" TEXT CONSTRAINT "organisation_gln" CHECK ("gln" ~ '^\d{13}$'),
  ADD COLUMN "peppol_id" TEXT CONSTRAINT "organisation_peppol_id" CHECK ("peppol_id" ~ '^\d{4}:\S+$');

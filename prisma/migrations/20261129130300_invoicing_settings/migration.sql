-- How the agency reminds of invoices, and from when it warns of a budget; what was never set is the usual (invoicing.words.ts).
ALTER TABLE "agency" ADD COLUMN "invoicing" JSONB NOT NULL DEFAULT '{}';

-- What an office keeps of its clients, placements and people in any system, and brings along from it.
ALTER TABLE "organisation"
  ADD COLUMN "phone" TEXT,
  ADD COLUMN "contact_name" TEXT,
  ADD COLUMN "contact_phone" TEXT,
  ADD COLUMN "contact_email" TEXT,
  ADD COLUMN "postal_street" TEXT,
  ADD COLUMN "postal_postcode" TEXT,
  ADD COLUMN "postal_city" TEXT,
  ADD COLUMN "order_number" TEXT,
  ADD COLUMN "notes" TEXT,
  ADD CONSTRAINT "organisation_postal" CHECK (("postal_street" IS NULL) = ("postal_city" IS NULL) AND ("postal_postcode" IS NULL OR "postal_street" IS NOT NULL));
ALTER TABLE "placement"
  ADD COLUMN "cost_centre" TEXT,
  ADD COLUMN "order_number" TEXT,
  ADD COLUMN "project" TEXT,
  ADD COLUMN "phase" TEXT,
  ADD COLUMN "notes" TEXT;
ALTER TABLE "employee"
  ADD COLUMN "country" TEXT NOT NULL DEFAULT 'NL' CONSTRAINT "employee_country" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD COLUMN "notes" TEXT;

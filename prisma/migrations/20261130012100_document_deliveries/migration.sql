-- How large files of documents may be, as the agency sets it.
ALTER TABLE "agency" ADD COLUMN "documents" JSONB NOT NULL DEFAULT '{}';

-- Many documents of one person each that are put there at once: what was shown before is what is written, or nothing.
CREATE TABLE "document_delivery" (
  -- Made by the browser.
  "id" UUID PRIMARY KEY,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "category" document_category NOT NULL CHECK ("category" IN ('payslip', 'annual-statement')),
  "applied_at" TIMESTAMPTZ(3)
);
-- What goes after a day.
CREATE INDEX "document_delivery_at" ON "document_delivery" ("at");

CREATE TABLE "document_delivery_item" (
  "delivery_id" UUID NOT NULL REFERENCES "document_delivery" ("id") ON DELETE CASCADE,
  "number" INT NOT NULL,
  "file_name" TEXT NOT NULL,
  -- None where the file may not be put there.
  "file_id" UUID REFERENCES "stored_file" ("id") ON DELETE SET NULL,
  "personnel_number" TEXT,
  "person_id" UUID REFERENCES "person" ("id") ON DELETE SET NULL,
  "problem" TEXT,
  PRIMARY KEY ("delivery_id", "number"),
  CONSTRAINT "document_delivery_item_is_somebodys" CHECK ("problem" IS NOT NULL OR "personnel_number" IS NOT NULL)
);
-- Removing a file, and a person.
CREATE INDEX "document_delivery_item_file" ON "document_delivery_item" ("file_id") WHERE "file_id" IS NOT NULL;
CREATE INDEX "document_delivery_item_person" ON "document_delivery_item" ("person_id") WHERE "person_id" IS NOT NULL;
-- Whether somebody has the same file already.
CREATE INDEX "document_version_sha256" ON "document_version" ("sha256");

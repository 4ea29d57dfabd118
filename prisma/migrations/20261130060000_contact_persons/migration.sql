-- A client has several persons to ask, and may have an address of its own for invoices.
CREATE TABLE "organisation_contact" (
  "id" UUID NOT NULL DEFAULT uuid_v7() PRIMARY KEY,
  "organisation_id" UUID NOT NULL REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION,
  -- The place among them: a file may leave one out.
  "number" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT,
  "phone" TEXT,
  "email" TEXT,
  CONSTRAINT "organisation_contact_number" CHECK ("number" BETWEEN 1 AND 10),
  CONSTRAINT "organisation_contact_name" CHECK (btrim("name") <> ''),
  -- Places are exchanged in one statement: they are looked at when it is over.
  CONSTRAINT "organisation_contact_organisation_id_number_key" UNIQUE ("organisation_id", "number") DEFERRABLE
);

-- Who has no name is called as the client.
INSERT INTO "organisation_contact" ("organisation_id", "number", "name", "phone", "email")
SELECT "id", 1, coalesce("contact_name", btrim(left("name", 120))), "contact_phone", "contact_email" FROM "organisation"
 WHERE coalesce("contact_name", "contact_phone", "contact_email") IS NOT NULL;

-- Another place among them is no news.
CREATE TRIGGER "organisation_contact_audit" AFTER INSERT OR DELETE ON "organisation_contact" FOR EACH ROW EXECUTE FUNCTION record_change('organisation-contact', 'organisation_id');
CREATE TRIGGER "organisation_contact_change_audit" AFTER UPDATE ON "organisation_contact" FOR EACH ROW
  WHEN ((OLD."name", OLD."role", OLD."phone", OLD."email") IS DISTINCT FROM (NEW."name", NEW."role", NEW."phone", NEW."email"))
  EXECUTE FUNCTION record_change('organisation-contact', 'organisation_id');

ALTER TABLE "organisation"
  DROP COLUMN "contact_name",
  DROP COLUMN "contact_phone",
  DROP COLUMN "contact_email",
  ADD COLUMN "invoice_street" TEXT,
  ADD COLUMN "invoice_postcode" TEXT,
  ADD COLUMN "invoice_city" TEXT,
  ADD CONSTRAINT "organisation_invoice_address" CHECK (("invoice_street" IS NULL) = ("invoice_city" IS NULL) AND ("invoice_postcode" IS NULL OR "invoice_street" IS NOT NULL));

-- What the agency puts there for people to read. A domain, as other lists of words are: a new category widens it by another condition.
CREATE DOMAIN document_category AS text CONSTRAINT document_category CHECK (VALUE IN
  ('collective-agreement', 'contract', 'manual', 'payslip', 'annual-statement', 'other'));

CREATE TABLE "document" (
  -- Made by the browser: what is sent twice is there once.
  "id" UUID PRIMARY KEY,
  "name" TEXT NOT NULL,
  "category" document_category NOT NULL,
  -- None where it is for readers of any language.
  "language" TEXT CHECK ("language" IN ('nl', 'en')),
  -- Whom it is for: one person; or whoever is of the role and the organisation, as far as they are named. It never changes.
  "role" TEXT CHECK ("role" IN ('employee', 'supervisor')),
  "organisation_id" UUID REFERENCES "organisation" ("id"),
  "person_id" UUID REFERENCES "person" ("id"),
  "valid_from" DATE,
  "valid_until" DATE,
  "asks_confirmation" BOOLEAN NOT NULL DEFAULT false,
  -- The version that readers see.
  "current_number" INT NOT NULL DEFAULT 1,
  "removed_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- When that version was put there.
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "version" INT NOT NULL DEFAULT 1,
  CONSTRAINT "document_is_for_one_or_many" CHECK ("person_id" IS NULL OR ("role" IS NULL AND "organisation_id" IS NULL)),
  CONSTRAINT "document_of_wages_is_of_one_person" CHECK ("category" NOT IN ('payslip', 'annual-statement') OR "person_id" IS NOT NULL),
  CONSTRAINT "document_holds_for_a_while" CHECK ("valid_until" IS NULL OR "valid_from" IS NULL OR "valid_until" >= "valid_from")
);
-- One's own, and (without a person) those of many: few.
CREATE INDEX "document_of_person" ON "document" ("person_id");
-- The office's list, newest first; what was removed apart.
CREATE INDEX "document_newest" ON "document" ("updated_at" DESC, "id" DESC) WHERE "removed_at" IS NULL;
CREATE INDEX "document_removed" ON "document" ("updated_at" DESC, "id" DESC) WHERE "removed_at" IS NOT NULL;
-- Removing a client.
CREATE INDEX "document_of_organisation" ON "document" ("organisation_id") WHERE "organisation_id" IS NOT NULL;
CREATE TRIGGER "document_audit" AFTER INSERT OR UPDATE OR DELETE ON "document" FOR EACH ROW EXECUTE FUNCTION record_change('document', 'id');

CREATE TABLE "document_version" (
  "document_id" UUID NOT NULL REFERENCES "document" ("id") ON DELETE CASCADE,
  -- 1, 2, 3 …
  "number" INT NOT NULL,
  "id" UUID NOT NULL UNIQUE DEFAULT uuid_v7(),
  -- None where the document was removed: what it was stays known.
  "file_id" UUID UNIQUE REFERENCES "stored_file" ("id"),
  "sha256" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "size" INT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_id" UUID NOT NULL,
  "by_name" TEXT NOT NULL,
  -- When its readers were told; none while it holds from a later day.
  "told_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("document_id", "number")
);
-- What is still to be told of.
CREATE INDEX "document_version_untold" ON "document_version" ("document_id") WHERE "told_at" IS NULL;

-- Who has opened which version, first.
CREATE TABLE "document_opening" (
  "person_id" UUID NOT NULL REFERENCES "person" ("id"),
  "document_id" UUID NOT NULL REFERENCES "document" ("id") ON DELETE CASCADE,
  "number" INT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("person_id", "document_id", "number")
);
-- Who has opened a document.
CREATE INDEX "document_opening_of_document" ON "document_opening" ("document_id", "number");

-- Proof: who confirmed, as they were then, which version and which bytes. Never changed or removed; only erasing a person who never worked takes theirs along.
CREATE TABLE "document_confirmation" (
  "document_id" UUID NOT NULL REFERENCES "document" ("id"),
  "number" INT NOT NULL,
  "person_id" UUID NOT NULL REFERENCES "person" ("id"),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "sha256" TEXT NOT NULL,
  "person_name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "auth_method" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "number", "person_id"),
  CONSTRAINT "document_confirmation_of_version" FOREIGN KEY ("document_id", "number") REFERENCES "document_version" ("document_id", "number"),
  CONSTRAINT "document_confirmed_is_opened" FOREIGN KEY ("person_id", "document_id", "number") REFERENCES "document_opening" ("person_id", "document_id", "number")
);
CREATE INDEX "document_confirmation_of_person" ON "document_confirmation" ("person_id");
CREATE TRIGGER "document_confirmation_is_sealed" BEFORE UPDATE OR DELETE ON "document_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_message();
CREATE TRIGGER "document_confirmation_stays" BEFORE TRUNCATE ON "document_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Browsers of its readers ask anew: of one person theirs, of many everybody's.
CREATE FUNCTION tell_live_of_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE person_id IS NULL) THEN
    PERFORM pg_notify('live', 'documents everybody');
  ELSE
    PERFORM tell_live('documents', ARRAY(SELECT DISTINCT person_id FROM changed));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "document_made" AFTER INSERT ON "document" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_documents();
CREATE TRIGGER "document_changed" AFTER UPDATE ON "document" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_documents();
CREATE FUNCTION tell_live_of_openings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_live('documents', ARRAY(SELECT DISTINCT person_id FROM changed));
  PERFORM pg_notify('live', 'documents office');
  RETURN NULL;
END
$$;
CREATE TRIGGER "document_confirmed" AFTER INSERT ON "document_confirmation" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_openings();
CREATE TRIGGER "document_opened" AFTER INSERT ON "document_opening" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_openings();

-- A domain is widened by another condition, whatever it holds by now.
DO $$
DECLARE
  held text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notice_kind' AND contypid = 'notice_kind'::regtype);
BEGIN
  ALTER DOMAIN notice_kind DROP CONSTRAINT notice_kind;
  EXECUTE 'ALTER DOMAIN notice_kind ADD CONSTRAINT notice_kind CHECK ('
    || regexp_replace(held, '^CHECK \((.*)\)( NOT VALID)?$', '\1') || ' OR VALUE IN (''document'', ''document-to-confirm'')) NOT VALID';
END
$$;

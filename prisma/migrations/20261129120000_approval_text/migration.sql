-- What clients agree to by approving: the agency's text, or a client's own. Each version is kept as it was, so that an approval names what was read.
CREATE TABLE "approval_text" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  -- None is the agency's. (Written before its client, when both are new.)
  "organisation_id" UUID REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "version" INT NOT NULL,
  "text_nl" TEXT NOT NULL,
  "text_en" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT ("organisation_id", "version"),
  CONSTRAINT "approval_text_sha256" CHECK ("sha256" = encode(sha256(convert_to("text_nl" || E'\n\n' || "text_en", 'UTF8')), 'hex'))
);
CREATE TRIGGER "approval_text_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "approval_text" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "agency" ADD COLUMN "approval_text_nl" TEXT, ADD COLUMN "approval_text_en" TEXT,
  ADD COLUMN "approval_text_id" UUID REFERENCES "approval_text" ("id"),
  ADD CONSTRAINT "agency_approval_text" CHECK (("approval_text_nl" IS NULL) = ("approval_text_en" IS NULL) AND ("approval_text_nl" IS NULL) = ("approval_text_id" IS NULL));
ALTER TABLE "organisation" ADD COLUMN "approval_text_nl" TEXT, ADD COLUMN "approval_text_en" TEXT,
  ADD COLUMN "approval_text_id" UUID REFERENCES "approval_text" ("id"),
  ADD CONSTRAINT "organisation_approval_text" CHECK (("approval_text_nl" IS NULL) = ("approval_text_en" IS NULL) AND ("approval_text_nl" IS NULL) = ("approval_text_id" IS NULL));

-- Another text is another version, whoever writes it; what is in force is named by its row. Argument: the column with whose it is, none for the agency.
CREATE FUNCTION keep_approval_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF NEW.approval_text_nl IS NULL OR NEW.approval_text_en IS NULL THEN
    NEW.approval_text_id := NULL;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.approval_text_nl, NEW.approval_text_en) IS NOT DISTINCT FROM (OLD.approval_text_nl, OLD.approval_text_en) THEN
    NEW.approval_text_id := OLD.approval_text_id;
    RETURN NEW;
  END IF;
  INSERT INTO approval_text (organisation_id, version, text_nl, text_en, sha256)
  SELECT whose, 1 + coalesce(max(t.version), 0), NEW.approval_text_nl, NEW.approval_text_en,
         encode(sha256(convert_to(NEW.approval_text_nl || E'\n\n' || NEW.approval_text_en, 'UTF8')), 'hex')
    FROM approval_text t WHERE t.organisation_id IS NOT DISTINCT FROM whose
  RETURNING id INTO NEW.approval_text_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER "agency_approval_text" BEFORE INSERT OR UPDATE OF "approval_text_nl", "approval_text_en", "approval_text_id" ON "agency"
  FOR EACH ROW EXECUTE FUNCTION keep_approval_text('no_column');
CREATE TRIGGER "organisation_approval_text" BEFORE INSERT OR UPDATE OF "approval_text_nl", "approval_text_en", "approval_text_id" ON "organisation"
  FOR EACH ROW EXECUTE FUNCTION keep_approval_text('id');

-- The text that was read and agreed to by an approval.
ALTER TABLE "worksheet_event" ADD COLUMN "approval_text_id" UUID REFERENCES "approval_text" ("id");

-- The audit log tells of the words of a text; which row holds them says nothing.
CREATE OR REPLACE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Written by the database or by every change alike: they say nothing.
  silent CONSTANT text[] := ARRAY['id', 'version', 'created_at', 'updated_at', 'full_name', 'sort_name', 'catalogue_version', 'employee_name', 'employee_sort_name', 'approval_text_id'];
  -- Only that it changed: a password is nobody's to read, a logo is a whole picture.
  secret CONSTANT text[] := ARRAY['password_hash', 'logo_svg'];
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  found jsonb;
  subject jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
  actor jsonb := nullif(current_setting('konnekt.actor', true), '')::jsonb;
  named text;
BEGIN
  SELECT coalesce(jsonb_object_agg(k, CASE WHEN k = ANY(secret) THEN '["•", "•"]' ELSE jsonb_build_array(before -> k, after -> k) END), '{}')
    INTO found
    FROM jsonb_object_keys(before || after) AS k
   WHERE NOT k = ANY(silent) AND coalesce(before -> k, 'null') IS DISTINCT FROM coalesce(after -> k, 'null');
  IF found = '{}' AND TG_OP = 'UPDATE' THEN RETURN NULL; END IF;
  named := coalesce(subject ->> 'full_name', subject ->> 'name', subject ->> 'email', subject ->> 'code', subject ->> 'number', subject ->> 'personnel_number');
  IF named IS NULL AND subject ? 'person_id' THEN
    SELECT full_name INTO named FROM person WHERE id = (subject ->> 'person_id')::uuid;
  ELSIF named IS NULL AND subject ? 'placement_id' THEN
    SELECT number INTO named FROM placement WHERE id = (subject ->> 'placement_id')::uuid;
  END IF;
  INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, changes, actor_id, actor_name, actor_role, session_id, address)
  VALUES (CASE TG_OP WHEN 'INSERT' THEN 'create' WHEN 'UPDATE' THEN 'change' ELSE 'remove' END, TG_ARGV[0],
          CASE WHEN TG_ARGV[0] <> 'agency' THEN (subject ->> 'id')::uuid END, named,
          CASE WHEN TG_ARGV[0] <> 'agency' THEN (subject ->> TG_ARGV[1])::uuid END, found,
          (actor ->> 'id')::uuid, actor ->> 'name', actor ->> 'role', (actor ->> 'sessionId')::uuid, actor ->> 'address');
  RETURN NULL;
END
$$;

-- The agency's office: what it keeps of clients, people, placements and rates; links and mail; and who changed what.

-- AlterTable
ALTER TABLE "agency" ADD COLUMN "street" TEXT,
ADD COLUMN "postcode" TEXT,
ADD COLUMN "city" TEXT,
ADD COLUMN "kvk_number" TEXT,
ADD COLUMN "vat_number" TEXT,
ADD COLUMN "iban" TEXT,
ADD COLUMN "g_account_iban" TEXT,
ADD COLUMN "mail_from" TEXT,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
CREATE SEQUENCE "organisation_number_seq" START 1001;
ALTER TABLE "organisation" ADD COLUMN "number" TEXT COLLATE "und-x-icu" NOT NULL DEFAULT nextval('organisation_number_seq')::text,
ADD COLUMN "street" TEXT,
ADD COLUMN "postcode" TEXT,
ADD COLUMN "country" TEXT NOT NULL DEFAULT 'NL',
ADD COLUMN "kvk_number" TEXT,
ADD COLUMN "vat_number" TEXT,
ADD COLUMN "invoice_email" TEXT,
ADD COLUMN "invoice_per" TEXT NOT NULL DEFAULT 'organisation',
ADD COLUMN "invoice_every" TEXT NOT NULL DEFAULT 'week',
ADD COLUMN "payment_term_days" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN "g_account_share_bp" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "reverse_charge" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "hours_by" TEXT NOT NULL DEFAULT 'employee',
ADD COLUMN "period_type" TEXT NOT NULL DEFAULT 'week',
ADD COLUMN "entry_mode" TEXT NOT NULL DEFAULT 'totals',
ADD COLUMN "is_active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
CREATE SEQUENCE "placement_number_seq" START 10001;
ALTER TABLE "placement" ADD COLUMN "number" TEXT COLLATE "und-x-icu" NOT NULL DEFAULT nextval('placement_number_seq')::text,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "hour_type" ADD COLUMN "payroll_code" TEXT,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "phone" TEXT,
ADD COLUMN "erased_at" TIMESTAMPTZ(3),
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "employee" ADD COLUMN "birth_date" DATE,
ADD COLUMN "street" TEXT,
ADD COLUMN "postcode" TEXT,
ADD COLUMN "city" TEXT;

-- AlterTable
ALTER TABLE "supervisor_right" ADD COLUMN "may_manage" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "on_behalf_of_id" UUID,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "worksheet_event" ADD COLUMN "on_behalf_of_id" UUID,
ADD COLUMN "on_behalf_of_name" TEXT;

-- CreateTable
CREATE TABLE "budget_number" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organisation_id" UUID NOT NULL,
    "number" TEXT COLLATE "und-x-icu" NOT NULL,
    "description" TEXT,
    "valid_from" DATE,
    "valid_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_hour_type" (
    "organisation_id" UUID NOT NULL,
    "hour_type_id" UUID NOT NULL,

    CONSTRAINT "organisation_hour_type_pkey" PRIMARY KEY ("organisation_id","hour_type_id")
);

-- CreateTable
CREATE TABLE "placement_rate" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "placement_id" UUID NOT NULL,
    "hour_type_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "pay_cents" INTEGER NOT NULL,
    "bill_cents" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body_text" TEXT,
    "body_html" TEXT,
    "account_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "subject_name" TEXT COLLATE "und-x-icu",
    "record_id" UUID,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "actor_id" UUID,
    "actor_name" TEXT COLLATE "und-x-icu",
    "actor_role" TEXT,
    "session_id" UUID,
    "address" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- DropIndex
DROP INDEX "supervisor_right_person_id_organisation_id_valid_from_key";

-- CreateIndex
CREATE UNIQUE INDEX "supervisor_right_person_id_organisation_id_valid_from_on_be_key" ON "supervisor_right"("person_id", "organisation_id", "valid_from", "on_behalf_of_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "supervisor_right_on_behalf_of_id_idx" ON "supervisor_right"("on_behalf_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_number_key" ON "organisation"("number");

-- CreateIndex
CREATE UNIQUE INDEX "placement_number_key" ON "placement"("number");

-- CreateIndex
CREATE UNIQUE INDEX "budget_number_organisation_id_number_key" ON "budget_number"("organisation_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "placement_rate_placement_id_hour_type_id_valid_from_key" ON "placement_rate"("placement_id", "hour_type_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "account_link_token_hash_key" ON "account_link"("token_hash");

-- CreateIndex
CREATE INDEX "account_link_account_id_idx" ON "account_link"("account_id");

-- CreateIndex
CREATE INDEX "mail_account_id_idx" ON "mail"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_record_id_id_idx" ON "audit_event"("record_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_id_idx" ON "audit_event"("subject_type", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- AddForeignKey
ALTER TABLE "supervisor_right" ADD CONSTRAINT "supervisor_right_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_number" ADD CONSTRAINT "budget_number_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_hour_type" ADD CONSTRAINT "organisation_hour_type_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_hour_type" ADD CONSTRAINT "organisation_hour_type_hour_type_id_fkey" FOREIGN KEY ("hour_type_id") REFERENCES "hour_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_rate" ADD CONSTRAINT "placement_rate_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_rate" ADD CONSTRAINT "placement_rate_hour_type_id_fkey" FOREIGN KEY ("hour_type_id") REFERENCES "hour_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that hold whatever the code does.

ALTER TABLE "agency"
  ADD CONSTRAINT "agency_kvk_number" CHECK ("kvk_number" ~ '^[0-9]{8}$'),
  ADD CONSTRAINT "agency_vat_number" CHECK ("vat_number" ~ '^NL[0-9]{9}B[0-9]{2}$'),
  ADD CONSTRAINT "agency_version" CHECK ("version" >= 1);

-- DOMAIN of the fields: KvK eight digits, btw-id NL123456789B01; a foreign client has another country's number.
ALTER TABLE "organisation"
  ADD CONSTRAINT "organisation_has_a_number" CHECK ("number" <> ''),
  ADD CONSTRAINT "organisation_country" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "organisation_kvk_number" CHECK ("kvk_number" ~ '^[0-9]{8}$'),
  ADD CONSTRAINT "organisation_vat_number" CHECK ("vat_number" ~ '^[A-Z]{2}[0-9A-Z]{2,13}$' AND ("vat_number" !~ '^NL' OR "vat_number" ~ '^NL[0-9]{9}B[0-9]{2}$')),
  ADD CONSTRAINT "organisation_invoice_per" CHECK ("invoice_per" IN ('organisation', 'budget-number', 'employee')),
  ADD CONSTRAINT "organisation_invoice_every" CHECK ("invoice_every" IN ('week', 'four-weeks', 'month')),
  ADD CONSTRAINT "organisation_payment_term" CHECK ("payment_term_days" BETWEEN 0 AND 120),
  ADD CONSTRAINT "organisation_g_account_share" CHECK ("g_account_share_bp" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "organisation_hours_by" CHECK ("hours_by" IN ('employee', 'supervisor')),
  ADD CONSTRAINT "organisation_period_type" CHECK ("period_type" IN ('week', 'four-weeks', 'month')),
  ADD CONSTRAINT "organisation_entry_mode" CHECK ("entry_mode" IN ('totals', 'times')),
  ADD CONSTRAINT "organisation_version" CHECK ("version" >= 1);

ALTER TABLE "budget_number"
  ADD CONSTRAINT "budget_number_has_a_number" CHECK ("number" <> ''),
  ADD CONSTRAINT "budget_number_ends_after_start" CHECK ("valid_until" >= "valid_from");

ALTER TABLE "placement"
  ADD CONSTRAINT "placement_has_a_number" CHECK ("number" <> ''),
  ADD CONSTRAINT "placement_version" CHECK ("version" >= 1);

ALTER TABLE "placement_rate"
  ADD CONSTRAINT "placement_rate_cents" CHECK ("pay_cents" BETWEEN 0 AND 1000000 AND "bill_cents" BETWEEN 0 AND 1000000);

-- A substitute approves and nothing more, until a date; two rights of one person at one organisation may overlap only when one
-- of them is for somebody else.
ALTER TABLE "supervisor_right"
  DROP CONSTRAINT "supervisor_right_no_overlap",
  ADD CONSTRAINT "supervisor_right_no_overlap" EXCLUDE USING gist (
    "person_id" WITH =, "organisation_id" WITH =,
    (coalesce("on_behalf_of_id", '00000000-0000-0000-0000-000000000000')) WITH =, daterange("valid_from", "valid_until", '[]') WITH &&),
  ADD CONSTRAINT "supervisor_right_substitute" CHECK ("on_behalf_of_id" IS NULL OR (
    "on_behalf_of_id" <> "person_id" AND "valid_until" IS NOT NULL AND "may_approve"
    AND NOT "may_register" AND NOT "may_see_invoices" AND NOT "may_manage"));

ALTER TABLE "worksheet_event"
  ADD CONSTRAINT "worksheet_event_on_behalf_of" CHECK (("on_behalf_of_id" IS NULL) = ("on_behalf_of_name" IS NULL));

ALTER TABLE "account_link"
  ADD CONSTRAINT "account_link_purpose" CHECK ("purpose" IN ('activation', 'new-password')),
  ADD CONSTRAINT "account_link_token_hash" CHECK (octet_length("token_hash") = 32);
-- One link of a kind is good at a time: a new one kills the old.
CREATE UNIQUE INDEX "account_link_one_alive" ON "account_link" ("account_id", "purpose") WHERE "used_at" IS NULL AND "replaced_at" IS NULL;

ALTER TABLE "mail"
  ADD CONSTRAINT "mail_language" CHECK ("language" IN ('nl', 'en')),
  ADD CONSTRAINT "mail_ends_once" CHECK ("sent_at" IS NULL OR "failed_at" IS NULL);
-- What still waits to be sent, oldest first.
CREATE INDEX "mail_waiting" ON "mail" ("id") WHERE "sent_at" IS NULL AND "failed_at" IS NULL;

-- Sealed lines name their hour type by its code.
CREATE FUNCTION refuse_new_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the code of an hour type never changes' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "hour_type_keeps_its_code" BEFORE UPDATE OF "code" ON "hour_type" FOR EACH ROW
  WHEN (NEW."code" <> OLD."code") EXECUTE FUNCTION refuse_new_code();

-- The audit log is written by the database, so that no change is forgotten, whoever makes it. Who makes it is said per transaction:
-- set_config('konnekt.actor', '{"id", "name", "role", "sessionId", "address"}', true). What nobody said is the system's.
CREATE TRIGGER "audit_event_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Arguments: the kind of subject, and the column that holds the record in whose history the change is shown.
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Written by the database or by every change alike: they say nothing.
  silent CONSTANT text[] := ARRAY['id', 'version', 'created_at', 'updated_at', 'full_name', 'sort_name', 'hour_types_version', 'logo_svg'];
  secret CONSTANT text[] := ARRAY['password_hash'];
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
CREATE TRIGGER "agency_audit" AFTER INSERT OR UPDATE OR DELETE ON "agency" FOR EACH ROW EXECUTE FUNCTION record_change('agency', 'id');
CREATE TRIGGER "organisation_audit" AFTER INSERT OR UPDATE OR DELETE ON "organisation" FOR EACH ROW EXECUTE FUNCTION record_change('organisation', 'id');
CREATE TRIGGER "budget_number_audit" AFTER INSERT OR UPDATE OR DELETE ON "budget_number" FOR EACH ROW EXECUTE FUNCTION record_change('budget-number', 'organisation_id');
CREATE TRIGGER "organisation_hour_type_audit" AFTER INSERT OR UPDATE OR DELETE ON "organisation_hour_type" FOR EACH ROW EXECUTE FUNCTION record_change('organisation-hour-type', 'organisation_id');
CREATE TRIGGER "hour_type_audit" AFTER INSERT OR UPDATE OR DELETE ON "hour_type" FOR EACH ROW EXECUTE FUNCTION record_change('hour-type', 'id');
CREATE TRIGGER "period_audit" AFTER UPDATE OF "closed_at" ON "period" FOR EACH ROW EXECUTE FUNCTION record_change('period', 'id');
CREATE TRIGGER "person_audit" AFTER INSERT OR UPDATE OR DELETE ON "person" FOR EACH ROW EXECUTE FUNCTION record_change('person', 'id');
CREATE TRIGGER "employee_audit" AFTER INSERT OR UPDATE OR DELETE ON "employee" FOR EACH ROW EXECUTE FUNCTION record_change('employee', 'person_id');
CREATE TRIGGER "account_audit" AFTER INSERT OR UPDATE OR DELETE ON "account" FOR EACH ROW EXECUTE FUNCTION record_change('account', 'person_id');
CREATE TRIGGER "supervisor_right_audit" AFTER INSERT OR UPDATE OR DELETE ON "supervisor_right" FOR EACH ROW EXECUTE FUNCTION record_change('supervisor-right', 'person_id');
CREATE TRIGGER "placement_audit" AFTER INSERT OR UPDATE OR DELETE ON "placement" FOR EACH ROW EXECUTE FUNCTION record_change('placement', 'id');
CREATE TRIGGER "placement_rate_audit" AFTER INSERT OR UPDATE OR DELETE ON "placement_rate" FOR EACH ROW EXECUTE FUNCTION record_change('placement-rate', 'placement_id');

ALTER TABLE "audit_event"
  ADD CONSTRAINT "audit_event_action" CHECK ("action" IN
    ('create', 'change', 'remove', 'log-in', 'log-in-refused', 'log-out', 'session-ended', 'invite', 'link-used', 'refused', 'import', 'export', 'erase'));

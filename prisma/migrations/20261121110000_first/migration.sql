-- Ids sort by time (UUIDv7, RFC 9562 5.7 and 6.2 method 3): 48 bits of milliseconds, 12 bits of the fraction, then random.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
DECLARE
  ticks bigint := extract(epoch FROM clock_timestamp()) * 1000 * 4096;
BEGIN
  RETURN encode(overlay(uuid_send(gen_random_uuid())
    PLACING int8send(((ticks >> 12) << 16) | 28672 | (ticks & 4095)) FROM 1 FOR 8), 'hex')::uuid;
END
$$;

-- Two rights of one person at one organisation may not overlap in time.
CREATE EXTENSION IF NOT EXISTS btree_gist;


-- What is sorted, searched or compared without case carries its collation, so that it works the same in a database of
-- any locale.

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "person_id" UUID NOT NULL,
    "email" TEXT COLLATE "und-x-icu" NOT NULL,
    "user_name" TEXT COLLATE "und-x-icu",
    "password_hash" TEXT,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "status" TEXT NOT NULL DEFAULT 'invited',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "refresh_hash" BYTEA NOT NULL,
    "auth_method" TEXT NOT NULL DEFAULT 'password',
    "user_agent" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_throttle" (
    "key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "logo_svg" TEXT,
    "accent_colour" TEXT NOT NULL DEFAULT '#0b6e6e',
    "helpdesk_phone" TEXT NOT NULL,
    "helpdesk_email" TEXT NOT NULL,
    "last_approval" BOOLEAN NOT NULL DEFAULT true,
    "paid_on_weekday" INTEGER NOT NULL DEFAULT 2,
    "approve_by_weekday" INTEGER NOT NULL DEFAULT 1,
    "week_fifty_three" TEXT NOT NULL DEFAULT 'long-last-period',
    "warning_limits" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "city" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "employee_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "function_name" TEXT COLLATE "und-x-icu" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "period_type" TEXT NOT NULL DEFAULT 'week',
    "basis" TEXT NOT NULL DEFAULT 'flexible',
    "hours_by" TEXT NOT NULL DEFAULT 'employee',
    "entry_mode" TEXT NOT NULL DEFAULT 'totals',
    "planned_minutes" INTEGER NOT NULL,
    "budget_number" TEXT,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "type" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hour_type" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name_nl" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bill_share_bp" INTEGER NOT NULL,
    "pay_share_bp" INTEGER NOT NULL,
    "is_worked" BOOLEAN NOT NULL DEFAULT true,
    "for_employee" BOOLEAN NOT NULL DEFAULT true,
    "for_supervisor" BOOLEAN NOT NULL DEFAULT true,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "hour_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "first_name" TEXT NOT NULL,
    "prefix" TEXT,
    "last_name" TEXT NOT NULL,
    "full_name" TEXT COLLATE "und-x-icu" NOT NULL GENERATED ALWAYS AS ("first_name" || coalesce(' ' || "prefix", '') || ' ' || "last_name") STORED,
    "sort_name" TEXT COLLATE "und-x-icu" NOT NULL GENERATED ALWAYS AS ("last_name" || ', ' || "first_name" || coalesce(' ' || "prefix", '')) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "person_id" UUID NOT NULL,
    "personnel_number" TEXT NOT NULL,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisor_right" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "may_approve" BOOLEAN NOT NULL DEFAULT false,
    "may_register" BOOLEAN NOT NULL DEFAULT false,
    "may_see_invoices" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "supervisor_right_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worksheet" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "reference" SERIAL NOT NULL,
    "placement_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "filled_by" TEXT NOT NULL,
    "remark" TEXT,
    "worked_minutes" INTEGER NOT NULL DEFAULT 0,
    "total_minutes" INTEGER NOT NULL DEFAULT 0,
    "has_remark" BOOLEAN NOT NULL DEFAULT false,
    "submission_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worksheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hour_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "worksheet_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hour_type_id" UUID NOT NULL,
    "date" DATE,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "break_minutes" INTEGER,
    "minutes" INTEGER NOT NULL,
    "is_correction" BOOLEAN NOT NULL DEFAULT false,
    "budget_number" TEXT,
    "remark" TEXT,

    CONSTRAINT "hour_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "worksheet_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "total_minutes" INTEGER NOT NULL,
    "worked_minutes" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_by_id" UUID NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "sent_by_role" TEXT NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worksheet_event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "worksheet_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submission_id" UUID,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "auth_method" TEXT NOT NULL,
    "session_id" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worksheet_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE INDEX "placement_employee_id_idx" ON "placement"("employee_id");

-- CreateIndex
CREATE INDEX "placement_organisation_id_idx" ON "placement"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_id_employee_id_organisation_id_key" ON "placement"("id", "employee_id", "organisation_id");

-- CreateIndex
CREATE INDEX "period_type_ends_on_idx" ON "period"("type", "ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "period_type_year_number_key" ON "period"("type", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "period_id_starts_on_ends_on_key" ON "period"("id", "starts_on", "ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "hour_type_code_key" ON "hour_type"("code");

-- CreateIndex
CREATE INDEX "person_sort_name_idx" ON "person"("sort_name");

-- CreateIndex
CREATE UNIQUE INDEX "employee_person_id_key" ON "employee"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "employee_personnel_number_key" ON "employee"("personnel_number");

-- CreateIndex
CREATE INDEX "supervisor_right_organisation_id_idx" ON "supervisor_right"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "supervisor_right_person_id_organisation_id_valid_from_key" ON "supervisor_right"("person_id", "organisation_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "worksheet_reference_key" ON "worksheet"("reference");

-- CreateIndex
CREATE INDEX "worksheet_organisation_id_status_period_start_id_idx" ON "worksheet"("organisation_id", "status", "period_start", "id");

-- CreateIndex
CREATE INDEX "worksheet_employee_id_period_start_id_idx" ON "worksheet"("employee_id", "period_start", "id");

-- CreateIndex
CREATE INDEX "worksheet_status_period_start_id_idx" ON "worksheet"("status", "period_start", "id");

-- CreateIndex
CREATE INDEX "worksheet_period_start_id_idx" ON "worksheet"("period_start", "id");

-- CreateIndex
CREATE UNIQUE INDEX "worksheet_placement_id_period_id_sequence_key" ON "worksheet"("placement_id", "period_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "hour_line_worksheet_id_number_key" ON "hour_line"("worksheet_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "submission_worksheet_id_number_key" ON "submission"("worksheet_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "submission_id_worksheet_id_key" ON "submission"("id", "worksheet_id");

-- CreateIndex
CREATE INDEX "worksheet_event_worksheet_id_id_idx" ON "worksheet_event"("worksheet_id", "id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_right" ADD CONSTRAINT "supervisor_right_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_right" ADD CONSTRAINT "supervisor_right_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worksheet" ADD CONSTRAINT "worksheet_placement_id_employee_id_organisation_id_fkey" FOREIGN KEY ("placement_id", "employee_id", "organisation_id") REFERENCES "placement"("id", "employee_id", "organisation_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "worksheet" ADD CONSTRAINT "worksheet_period_id_period_start_period_end_fkey" FOREIGN KEY ("period_id", "period_start", "period_end") REFERENCES "period"("id", "starts_on", "ends_on") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "worksheet" ADD CONSTRAINT "worksheet_submission_id_id_fkey" FOREIGN KEY ("submission_id", "id") REFERENCES "submission"("id", "worksheet_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hour_line" ADD CONSTRAINT "hour_line_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hour_line" ADD CONSTRAINT "hour_line_hour_type_id_fkey" FOREIGN KEY ("hour_type_id") REFERENCES "hour_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worksheet_event" ADD CONSTRAINT "worksheet_event_submission_id_worksheet_id_fkey" FOREIGN KEY ("submission_id", "worksheet_id") REFERENCES "submission"("id", "worksheet_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "worksheet_event" ADD CONSTRAINT "worksheet_event_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that hold whatever the code does.

ALTER TABLE "agency"
  ADD CONSTRAINT "agency_is_one_row" CHECK ("id" = 1),
  ADD CONSTRAINT "agency_colour" CHECK ("accent_colour" ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT "agency_weekdays" CHECK ("paid_on_weekday" BETWEEN 1 AND 7 AND "approve_by_weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "agency_week_fifty_three" CHECK ("week_fifty_three" IN ('long-last-period', 'separate-week'));

ALTER TABLE "person"
  ADD CONSTRAINT "person_has_a_name" CHECK ("first_name" <> '' AND "last_name" <> '' AND "prefix" <> '');

ALTER TABLE "employee"
  ADD CONSTRAINT "employee_has_a_number" CHECK ("personnel_number" <> '');

ALTER TABLE "organisation"
  ADD CONSTRAINT "organisation_has_a_name" CHECK ("name" <> '');

ALTER TABLE "account"
  ADD CONSTRAINT "account_login" CHECK ("email" <> '' AND "user_name" <> ''),
  ADD CONSTRAINT "account_role" CHECK ("role" IN ('employee', 'supervisor', 'staff', 'admin')),
  ADD CONSTRAINT "account_language" CHECK ("language" IN ('nl', 'en')),
  ADD CONSTRAINT "account_status" CHECK ("status" IN ('invited', 'active', 'blocked')),
  ADD CONSTRAINT "account_active_has_password" CHECK ("status" <> 'active' OR "password_hash" IS NOT NULL);
-- Logging in ignores case.
CREATE UNIQUE INDEX "account_email_key" ON "account" (lower("email"));
CREATE UNIQUE INDEX "account_user_name_key" ON "account" (lower("user_name"));

ALTER TABLE "session"
  ADD CONSTRAINT "session_end_has_a_reason" CHECK (("ended_at" IS NULL) = ("end_reason" IS NULL)),
  ADD CONSTRAINT "session_end_reason" CHECK ("end_reason" IN ('logged-out', 'password-changed', 'account-blocked', 'token-reused')),
  ADD CONSTRAINT "session_refresh_hash" CHECK (octet_length("refresh_hash") = 32);

ALTER TABLE "supervisor_right"
  ADD CONSTRAINT "supervisor_right_ends_after_start" CHECK ("valid_until" >= "valid_from"),
  ADD CONSTRAINT "supervisor_right_no_overlap" EXCLUDE USING gist (
    "person_id" WITH =, "organisation_id" WITH =, daterange("valid_from", "valid_until", '[]') WITH &&);

ALTER TABLE "placement"
  ADD CONSTRAINT "placement_has_a_function" CHECK ("function_name" <> ''),
  ADD CONSTRAINT "placement_ends_after_start" CHECK ("ends_on" >= "starts_on"),
  ADD CONSTRAINT "placement_period_type" CHECK ("period_type" IN ('week', 'four-weeks', 'month')),
  ADD CONSTRAINT "placement_basis" CHECK ("basis" IN ('flexible', 'fixed')),
  ADD CONSTRAINT "placement_hours_by" CHECK ("hours_by" IN ('employee', 'supervisor')),
  ADD CONSTRAINT "placement_entry_mode" CHECK ("entry_mode" IN ('totals', 'times')),
  ADD CONSTRAINT "placement_planned_minutes" CHECK ("planned_minutes" BETWEEN 0 AND 10080);

ALTER TABLE "period"
  ADD CONSTRAINT "period_type" CHECK ("type" IN ('week', 'four-weeks', 'month')),
  ADD CONSTRAINT "period_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "period_ends_after_start" CHECK ("ends_on" >= "starts_on"),
  ADD CONSTRAINT "period_no_overlap" EXCLUDE USING gist ("type" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&);

ALTER TABLE "hour_type"
  ADD CONSTRAINT "hour_type_kind" CHECK ("kind" IN ('normal', 'overtime', 'irregular', 'travel', 'leave', 'sick', 'holiday', 'other')),
  ADD CONSTRAINT "hour_type_shares" CHECK ("bill_share_bp" BETWEEN 0 AND 100000 AND "pay_share_bp" BETWEEN 0 AND 100000);

ALTER TABLE "worksheet"
  ADD CONSTRAINT "worksheet_kind" CHECK ("kind" IN ('regular', 'supplement', 'correction')),
  ADD CONSTRAINT "worksheet_sequence" CHECK ("sequence" >= 1 AND ("sequence" = 1) = ("kind" = 'regular')),
  ADD CONSTRAINT "worksheet_status" CHECK ("status" IN ('draft', 'submitted', 'declined', 'approved', 'finalised')),
  ADD CONSTRAINT "worksheet_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "worksheet_filled_by" CHECK ("filled_by" IN ('employee', 'supervisor', 'staff')),
  ADD CONSTRAINT "worksheet_minutes" CHECK ("kind" = 'correction' OR ("worked_minutes" >= 0 AND "total_minutes" >= "worked_minutes")),
  ADD CONSTRAINT "worksheet_sent_is_sealed" CHECK ("status" = 'draft' OR "submission_id" IS NOT NULL);

ALTER TABLE "hour_line"
  ADD CONSTRAINT "hour_line_minutes" CHECK ("minutes" >= 0 OR "is_correction"),
  -- The longest day has 25 hours (the end of summer time).
  ADD CONSTRAINT "hour_line_fits_a_day" CHECK ("date" IS NULL OR "minutes" <= 1500),
  ADD CONSTRAINT "hour_line_break" CHECK ("break_minutes" BETWEEN 0 AND 1440),
  ADD CONSTRAINT "hour_line_times_come_together" CHECK (("starts_at" IS NULL) = ("ends_at" IS NULL) AND ("starts_at" IS NULL OR "date" IS NOT NULL)),
  ADD CONSTRAINT "hour_line_times" CHECK ("starts_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "ends_at" ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$');

ALTER TABLE "submission"
  ADD CONSTRAINT "submission_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "submission_sha256" CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));

ALTER TABLE "worksheet_event"
  ADD CONSTRAINT "worksheet_event_action" CHECK ("action" IN
    ('save', 'send', 'withdraw', 'approve', 'decline', 'finalise', 'refuse', 'undo-approval', 'reopen', 'comment')),
  ADD CONSTRAINT "worksheet_event_statuses" CHECK (
    "from_status" IN ('draft', 'submitted', 'declined', 'approved', 'finalised')
    AND "to_status" IN ('draft', 'submitted', 'declined', 'approved', 'finalised')),
  ADD CONSTRAINT "worksheet_event_decision_names_submission" CHECK ("action" IN ('save', 'comment') OR "submission_id" IS NOT NULL),
  ADD CONSTRAINT "worksheet_event_return_has_reason" CHECK ("action" NOT IN ('decline', 'refuse', 'comment') OR "reason" <> '');

-- What was sent and what was decided is proof: nobody changes or removes it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "submission_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "worksheet_event_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "worksheet_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- API processes remember who a session belongs to; they forget at once what changed, whoever changed it.
CREATE FUNCTION forget_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('forget', 'session:' || OLD.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER "session_ended" AFTER DELETE OR UPDATE OF "ended_at", "expires_at" ON "session"
  FOR EACH ROW EXECUTE FUNCTION forget_session();
CREATE FUNCTION forget_everybody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('forget', 'everybody');
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_changed" AFTER DELETE OR UPDATE OF "status", "role", "person_id" ON "account"
  FOR EACH STATEMENT EXECUTE FUNCTION forget_everybody();
CREATE TRIGGER "person_renamed" AFTER UPDATE OF "first_name", "prefix", "last_name" ON "person"
  FOR EACH STATEMENT EXECUTE FUNCTION forget_everybody();
CREATE TRIGGER "employee_changed" AFTER INSERT OR UPDATE OR DELETE ON "employee"
  FOR EACH STATEMENT EXECUTE FUNCTION forget_everybody();

-- Blocking an account and changing its password end its sessions for good, whoever does it. In a trigger, because only
-- here is it known that no log-in with the old password comes after (a log-in holds its account FOR SHARE).
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE session SET ended_at = now(),
         end_reason = CASE WHEN NEW.status = 'active' THEN 'password-changed' ELSE 'account-blocked' END
   WHERE account_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_ends_sessions" AFTER UPDATE OF "status", "password_hash" ON "account" FOR EACH ROW
  WHEN (NEW."status" <> 'active' OR NEW."password_hash" IS DISTINCT FROM OLD."password_hash") EXECUTE FUNCTION end_sessions();

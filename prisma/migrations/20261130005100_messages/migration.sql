-- The mailbox between the agency and people outside it. A thread is with one person; one that is about a client's business belongs to that client as
-- well: whoever holds a right there on the day of a message sees it (kit/visibility.ts).
CREATE TABLE "thread" (
  -- Made by the browser: what is sent twice is there once.
  "id" UUID PRIMARY KEY,
  "title" TEXT NOT NULL,
  -- Nobody where they were erased: what belongs to an organisation stays.
  "person_id" UUID REFERENCES "person" ("id") ON DELETE SET NULL,
  "organisation_id" UUID REFERENCES "organisation" ("id"),
  "worksheet_id" UUID REFERENCES "worksheet" ("id") ON DELETE SET NULL,
  "invoice_id" UUID REFERENCES "invoice" ("id"),
  "invoice_line_id" UUID REFERENCES "invoice_line" ("id"),
  -- The message to many that it began with.
  "to_many_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- Of its newest message, kept by a trigger.
  "last_number" INT NOT NULL DEFAULT 0,
  "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "waiting_since" TIMESTAMPTZ(3),
  "taken_by_id" UUID REFERENCES "person" ("id"),
  "closed_at" TIMESTAMPTZ(3),
  "version" INT NOT NULL DEFAULT 1,
  CONSTRAINT "thread_is_of_somebody" CHECK (num_nonnulls("person_id", "organisation_id") >= 1),
  CONSTRAINT "thread_is_about_one" CHECK (num_nonnulls("worksheet_id", "invoice_id") <= 1 AND ("invoice_line_id" IS NULL OR "invoice_id" IS NOT NULL)),
  CONSTRAINT "thread_closed_waits_for_nobody" CHECK ("closed_at" IS NULL OR "waiting_since" IS NULL)
);
-- The office's inbox, and its archive: newest first.
CREATE INDEX "thread_open" ON "thread" ("last_at" DESC, "id" DESC) WHERE "closed_at" IS NULL;
CREATE INDEX "thread_closed" ON "thread" ("last_at" DESC, "id" DESC) WHERE "closed_at" IS NOT NULL;
-- Who waits for the office, longest first; and what somebody took.
CREATE INDEX "thread_waiting" ON "thread" ("waiting_since", "id") WHERE "waiting_since" IS NOT NULL;
CREATE INDEX "thread_taken" ON "thread" ("taken_by_id") WHERE "taken_by_id" IS NOT NULL;
-- One's own, and those of the organisations one has a right at.
CREATE INDEX "thread_of_person" ON "thread" ("person_id");
CREATE INDEX "thread_of_organisation" ON "thread" ("organisation_id") WHERE "organisation_id" IS NOT NULL;
-- What was written about these, on their pages; and when they are removed.
CREATE INDEX "thread_about_worksheet" ON "thread" ("worksheet_id") WHERE "worksheet_id" IS NOT NULL;
CREATE INDEX "thread_about_invoice" ON "thread" ("invoice_id") WHERE "invoice_id" IS NOT NULL;
CREATE INDEX "thread_about_line" ON "thread" ("invoice_line_id") WHERE "invoice_line_id" IS NOT NULL;

CREATE TABLE "thread_message" (
  "thread_id" UUID NOT NULL REFERENCES "thread" ("id"),
  -- 1, 2, 3 …
  "number" INT NOT NULL,
  -- Made by the browser.
  "id" UUID NOT NULL UNIQUE,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- In Amsterdam: rights are dated.
  "on_day" DATE NOT NULL,
  "by_id" UUID NOT NULL,
  "by_name" TEXT NOT NULL,
  "is_office" BOOLEAN NOT NULL,
  "body" TEXT NOT NULL,
  -- As words are compared.
  "search" TEXT NOT NULL GENERATED ALWAYS AS (search_text("body")) STORED,
  PRIMARY KEY ("thread_id", "number")
);
-- How fast somebody writes; and all that is stored of a person.
CREATE INDEX "thread_message_of_person" ON "thread_message" ("by_id", "at");

-- What was said stays as it was said. Only erasing a person who never worked takes their words along.
CREATE FUNCTION refuse_change_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('konnekt.erase', true), '') = '' THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "thread_message_is_sealed" BEFORE UPDATE OR DELETE ON "thread_message" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_message();
CREATE TRIGGER "thread_message_stays" BEFORE TRUNCATE ON "thread_message" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Files that go with a message; each belongs to that one alone, but those of a message to many to all of its threads.
CREATE TABLE "thread_attachment" (
  "message_id" UUID NOT NULL REFERENCES "thread_message" ("id") ON DELETE CASCADE,
  "number" INT NOT NULL,
  "file_id" UUID NOT NULL REFERENCES "stored_file" ("id"),
  PRIMARY KEY ("message_id", "number")
);
-- Whose file it is, when it is opened; whether it may be removed.
CREATE INDEX "thread_attachment_file" ON "thread_attachment" ("file_id");

-- What a thread is for one reader: whether there is something new, and whether they put it away.
CREATE TABLE "thread_reader" (
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "thread_id" UUID NOT NULL REFERENCES "thread" ("id") ON DELETE CASCADE,
  -- The first message that they have not read; none where they have read all.
  "unread_since" TIMESTAMPTZ(3),
  "read_number" INT NOT NULL DEFAULT 0,
  "archived_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("person_id", "thread_id")
);
-- How many threads have something new, on every screen: an index of those alone.
CREATE INDEX "thread_reader_unread" ON "thread_reader" ("person_id", "thread_id") WHERE "unread_since" IS NOT NULL;
-- Removing a thread.
CREATE INDEX "thread_reader_of_thread" ON "thread_reader" ("thread_id");

-- What was written to many at once, to whom, and how many there were.
CREATE TABLE "to_many" (
  "id" UUID PRIMARY KEY,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "by_id" UUID NOT NULL,
  "by_name" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "receivers" JSONB NOT NULL,
  "total" INT NOT NULL
);
ALTER TABLE "thread" ADD CONSTRAINT "thread_to_many" FOREIGN KEY ("to_many_id") REFERENCES "to_many" ("id");
CREATE INDEX "thread_of_many" ON "thread" ("to_many_id") WHERE "to_many_id" IS NOT NULL;

-- What somebody is writing, in a thread or (all noughts) for a new one: theirs alone, until it is sent. A device keeps nothing of who logged out.
CREATE TABLE "message_draft" (
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "thread_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("person_id", "thread_id")
);

-- What the office answers often, in both languages.
CREATE TABLE "answer_template" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "name" TEXT NOT NULL,
  "body_nl" TEXT NOT NULL,
  "body_en" TEXT NOT NULL,
  "version" INT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX "answer_template_name_key" ON "answer_template" (lower("name"));
CREATE TRIGGER "answer_template_audit" AFTER INSERT OR UPDATE OR DELETE ON "answer_template" FOR EACH ROW EXECUTE FUNCTION record_change('answer-template', 'id');

-- A thread knows its newest message, and since when somebody outside waits for the office. A word of anybody opens what was closed. One message of
-- a thread is written by a statement: its row is held by who writes.
CREATE FUNCTION keep_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE thread t SET last_number = n.number, last_at = n.at, version = t.version + 1, closed_at = NULL,
         waiting_since = CASE WHEN n.is_office THEN NULL ELSE coalesce(t.waiting_since, n.at) END
    FROM written n WHERE t.id = n.thread_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "thread_message_is_newest" AFTER INSERT ON "thread_message" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_thread();

-- Browsers of readers ask anew; those of the office also when somebody took, closed or opened a thread.
CREATE FUNCTION tell_live_of_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_live('messages', ARRAY(SELECT DISTINCT person_id FROM changed));
  RETURN NULL;
END
$$;
CREATE TRIGGER "thread_reader_made" AFTER INSERT ON "thread_reader" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_readers();
CREATE TRIGGER "thread_reader_changed" AFTER UPDATE ON "thread_reader" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_readers();
CREATE FUNCTION tell_live_of_threads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', 'messages office');
  RETURN NULL;
END
$$;
CREATE TRIGGER "thread_changed" AFTER UPDATE ON "thread" FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_threads();

-- Who is told of what: a domain is widened by another condition.
ALTER DOMAIN notice_kind DROP CONSTRAINT notice_kind;
ALTER DOMAIN notice_kind ADD CONSTRAINT notice_kind CHECK (VALUE IN
  ('hours-sent-back', 'hours-approved', 'message', 'message-office', 'reminder-hours', 'reminder-approve', 'reminder-office')) NOT VALID;

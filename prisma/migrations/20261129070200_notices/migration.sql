-- What people are told. A domain, as the lists of words of worksheets are: a CHECK would be read anew for every statement that approves.
CREATE DOMAIN notice_kind AS text CONSTRAINT notice_kind CHECK (VALUE IN ('hours-sent-back', 'hours-approved'));

CREATE TABLE "notice" (
  "person_id" UUID NOT NULL,
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "kind" notice_kind NOT NULL,
  "about_id" UUID NOT NULL,
  "event_id" UUID NOT NULL,
  "on_screen" BOOLEAN NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "mail_due_at" TIMESTAMPTZ(3),
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "notice_pkey" PRIMARY KEY ("person_id", "id")
);
-- Nobody is told the same twice; and what is taken back is found by what it was about.
CREATE UNIQUE INDEX "notice_told_once" ON "notice" ("about_id", "event_id", "person_id", "kind");
-- What is still to be mailed.
CREATE INDEX "notice_to_be_mailed" ON "notice" ("mail_due_at") WHERE "mail_due_at" IS NOT NULL;

CREATE TABLE "notice_choice" (
  "person_id" UUID NOT NULL,
  "kind" notice_kind NOT NULL,
  "on_screen" BOOLEAN NOT NULL,
  "by_mail" BOOLEAN NOT NULL,
  CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id", "kind")
);

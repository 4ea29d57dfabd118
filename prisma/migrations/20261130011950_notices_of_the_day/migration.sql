-- Who would rather have one mail a day of what happened.
CREATE TABLE "daily_mail" (
  "person_id" UUID PRIMARY KEY REFERENCES "person" ("id") ON DELETE CASCADE
);

-- Told of invoices, and of reminders on screen as well.
ALTER DOMAIN notice_kind DROP CONSTRAINT notice_kind;
ALTER DOMAIN notice_kind ADD CONSTRAINT notice_kind CHECK (VALUE IN
  ('hours-sent-back', 'hours-approved', 'message', 'message-office', 'invoice-new', 'reminder-hours', 'reminder-approve', 'reminder-office')) NOT VALID;

-- The newest reminder of a kind takes the place of the ones before that were not read.
CREATE INDEX "notice_reminds" ON "notice" ("person_id", "kind") WHERE "kind" IN ('reminder-hours', 'reminder-approve', 'reminder-office') AND "read_at" IS NULL;

-- When who is reminded, by kind: { "employees": { "isOn": true, "weekday": 1, "minutes": 540, "textNl": null, "textEn": null }, … }.
ALTER TABLE "agency" ADD COLUMN "reminders" JSONB NOT NULL DEFAULT '{}';
-- A round of reminders is made once, by whichever process is first.
CREATE TABLE "reminder_round" (
  "kind" TEXT NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "mails" INT NOT NULL DEFAULT 0,
  PRIMARY KEY ("kind", "due_at")
);
ALTER DOMAIN notice_kind DROP CONSTRAINT notice_kind;
ALTER DOMAIN notice_kind ADD CONSTRAINT notice_kind CHECK (VALUE IN
  ('hours-sent-back', 'hours-approved', 'reminder-hours', 'reminder-approve', 'reminder-office')) NOT VALID;
-- When somebody was reminded last, and how.
CREATE INDEX "mail_reminders" ON "mail" ("account_id", "created_at") WHERE "kind" LIKE 'reminder-%';

-- Why a mail did not go: a word that screens have a text for (mail.words.ts). What the server said stands beside it.
ALTER TABLE "mail" ADD COLUMN "failure" TEXT;
UPDATE "mail" SET
  "failure" = CASE WHEN "last_error" IN ('replaced', 'expired') THEN "last_error" ELSE 'other' END,
  "last_error" = CASE WHEN "last_error" IN ('replaced', 'expired') THEN NULL ELSE "last_error" END
 WHERE "last_error" IS NOT NULL AND "sent_at" IS NULL;
UPDATE "mail" SET "failure" = 'other' WHERE "failed_at" IS NOT NULL AND "failure" IS NULL;
ALTER TABLE "mail" ADD CONSTRAINT "mail_failure" CHECK ("failed_at" IS NULL OR "failure" IS NOT NULL);
-- What did not go, or not yet, newest first.
CREATE INDEX "mail_unsent" ON "mail" ("id") WHERE "sent_at" IS NULL;

CREATE OR REPLACE FUNCTION end_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account_link SET replaced_at = now() WHERE account_id = NEW.id AND used_at IS NULL AND replaced_at IS NULL;
  UPDATE mail SET failed_at = now(), failure = 'replaced', last_error = NULL
   WHERE id IN (SELECT id FROM mail WHERE account_id = NEW.id AND kind IN ('activation', 'new-password')
                 AND sent_at IS NULL AND failed_at IS NULL FOR UPDATE SKIP LOCKED);
  RETURN NULL;
END
$$;

-- Work outside a request that failed: seen by the office.
CREATE TABLE "background_failure" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "work" TEXT NOT NULL,
    "subject" TEXT,
    "error" TEXT NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "background_failure_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "audit_event"
  DROP CONSTRAINT "audit_event_action",
  ADD CONSTRAINT "audit_event_action" CHECK ("action" IN
    ('create', 'change', 'remove', 'log-in', 'log-in-refused', 'log-out', 'session-ended', 'invite', 'link-sent', 'link-used', 'mail-again', 'refused', 'import', 'export', 'erase'));

-- Accounts: links that die with what they were for, mail that is tried again, sessions that somebody ends, and the door in the
-- audit log.

-- AlterTable
ALTER TABLE "mail" ADD COLUMN "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What is due to be sent is found by its time.
DROP INDEX "mail_waiting";
CREATE INDEX "mail_waiting" ON "mail" ("next_try_at", "id") WHERE "sent_at" IS NULL AND "failed_at" IS NULL;

-- The few accounts of the office among thousands: its list of users, and the question who the last admin is.
CREATE INDEX "account_office" ON "account" ("role") WHERE "role" IN ('staff', 'admin');

-- 'ended': by the person themself on another device, or by the office.
ALTER TABLE "session"
  DROP CONSTRAINT "session_end_reason",
  ADD CONSTRAINT "session_end_reason" CHECK ("end_reason" IN ('logged-out', 'password-changed', 'account-blocked', 'token-reused', 'ended'));

-- A new password and blocking make every link of the account useless, whoever does it.
CREATE FUNCTION end_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account_link SET replaced_at = now() WHERE account_id = NEW.id AND used_at IS NULL AND replaced_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_ends_links" AFTER UPDATE OF "status", "password_hash" ON "account" FOR EACH ROW
  WHEN (NEW."status" = 'blocked' OR NEW."password_hash" IS DISTINCT FROM OLD."password_hash") EXECUTE FUNCTION end_links();

-- 'link-sent': a link for a new password, asked for by whoever knows the login.
ALTER TABLE "audit_event"
  DROP CONSTRAINT "audit_event_action",
  ADD CONSTRAINT "audit_event_action" CHECK ("action" IN
    ('create', 'change', 'remove', 'log-in', 'log-in-refused', 'log-out', 'session-ended', 'invite', 'link-sent', 'link-used', 'refused', 'import', 'export', 'erase'));

-- What is no change of a row: made by whoever the transaction says (see record_change).
CREATE FUNCTION record_event("action" text, "subject_type" text, "subject_id" uuid, "subject_name" text, "record_id" uuid, "changes" jsonb DEFAULT '{}')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  actor jsonb := nullif(current_setting('konnekt.actor', true), '')::jsonb;
BEGIN
  INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, changes, actor_id, actor_name, actor_role, session_id, address)
  VALUES ($1, $2, $3, $4, $5, $6, (actor ->> 'id')::uuid, actor ->> 'name', actor ->> 'role', (actor ->> 'sessionId')::uuid, actor ->> 'address');
END
$$;

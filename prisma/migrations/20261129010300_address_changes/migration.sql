-- Another address of somebody who logs in is not done behind their back (decision 17): it ends their sessions, their links show nobody the
-- new one, and what they approve first with a password that was set by a link sent there says so.

-- Where a link was sent. Of one that is older than the last change of the address it is not known.
ALTER TABLE "account_link" ADD COLUMN "sent_to" TEXT;
UPDATE account_link l SET sent_to = a.email FROM account a
 WHERE a.id = l.account_id AND NOT EXISTS (
   SELECT FROM audit_event e WHERE e.record_id = a.person_id AND e.subject_type = 'account' AND e.action = 'change'
      AND e.changes ? 'email' AND e.at >= l.created_at);

-- CreateTable
CREATE TABLE "address_change" (
    "account_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reset_at" TIMESTAMPTZ(3),

    CONSTRAINT "address_change_pkey" PRIMARY KEY ("account_id")
);

-- AddForeignKey
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The first approval after such a reset is looked for when its person logs in.
CREATE INDEX "worksheet_event_after_address_change" ON "worksheet_event" ("actor_id", "at") WHERE "auth_method" = 'password-after-address-change';

ALTER TABLE "session"
  DROP CONSTRAINT "session_end_reason",
  ADD CONSTRAINT "session_end_reason" CHECK ("end_reason" IN
    ('logged-out', 'password-changed', 'account-blocked', 'token-reused', 'ended', 'address-changed')),
  ADD CONSTRAINT "session_auth_method" CHECK ("auth_method" IN ('password', 'password-after-address-change'));

-- Whoever changes it, here or in an import. The session that makes the change goes on: an admin may correct their own address.
CREATE FUNCTION tell_of_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE session SET ended_at = now(), end_reason = 'address-changed'
   WHERE account_id = NEW.id AND ended_at IS NULL
     AND id IS DISTINCT FROM (nullif(current_setting('konnekt.actor', true), '')::jsonb ->> 'sessionId')::uuid;
  DELETE FROM login_device WHERE account_id = NEW.id;
  INSERT INTO address_change (account_id, changed_at) VALUES (NEW.id, now())
  ON CONFLICT (account_id) DO UPDATE SET changed_at = now();
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_address_changed" AFTER UPDATE OF "email" ON "account" FOR EACH ROW
  WHEN (OLD."password_hash" IS NOT NULL AND lower(NEW."email") <> lower(OLD."email")) EXECUTE FUNCTION tell_of_address();

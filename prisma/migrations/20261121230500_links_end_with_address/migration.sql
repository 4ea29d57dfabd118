-- A link that was mailed to one address is not for who reads the mail of another: it ends with the address, whoever corrects it, and
-- what still waits to be sent there is not sent any more (one that is being sent right now is; its link is dead by then).
CREATE OR REPLACE FUNCTION end_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account_link SET replaced_at = now() WHERE account_id = NEW.id AND used_at IS NULL AND replaced_at IS NULL;
  UPDATE mail SET failed_at = now(), last_error = 'replaced'
   WHERE id IN (SELECT id FROM mail WHERE account_id = NEW.id AND kind IN ('activation', 'new-password')
                 AND sent_at IS NULL AND failed_at IS NULL FOR UPDATE SKIP LOCKED);
  RETURN NULL;
END
$$;
-- Addresses are the same whatever the case, as their unique key has it.
DROP TRIGGER "account_ends_links" ON "account";
CREATE TRIGGER "account_ends_links" AFTER UPDATE OF "status", "password_hash", "email" ON "account" FOR EACH ROW
  WHEN (NEW."status" = 'blocked' OR NEW."password_hash" IS DISTINCT FROM OLD."password_hash" OR lower(NEW."email") <> lower(OLD."email"))
  EXECUTE FUNCTION end_links();

-- A password that is hashed anew as it is (a better form of the same characters) is no other password: it ends nothing and nobody is told.

CREATE FUNCTION is_rehash() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('konnekt.rehash', true), '') = 'on'
$$;

DROP TRIGGER "account_ends_sessions" ON "account";
CREATE TRIGGER "account_ends_sessions" AFTER UPDATE OF "status", "password_hash" ON "account" FOR EACH ROW
  WHEN (NEW."status" <> 'active' OR (NEW."password_hash" IS DISTINCT FROM OLD."password_hash" AND NOT is_rehash()))
  EXECUTE FUNCTION end_sessions();

DROP TRIGGER "account_ends_links" ON "account";
CREATE TRIGGER "account_ends_links" AFTER UPDATE OF "status", "password_hash", "email" ON "account" FOR EACH ROW
  WHEN (NEW."status" = 'blocked' OR lower(NEW."email") <> lower(OLD."email")
    OR (NEW."password_hash" IS DISTINCT FROM OLD."password_hash" AND NOT is_rehash()))
  EXECUTE FUNCTION end_links();

DROP TRIGGER "account_forgets_devices" ON "account";
CREATE TRIGGER "account_forgets_devices" AFTER UPDATE OF "status", "password_hash" ON "account" FOR EACH ROW
  WHEN (NEW."status" <> 'active' OR (NEW."password_hash" IS DISTINCT FROM OLD."password_hash" AND NOT is_rehash()))
  EXECUTE FUNCTION forget_devices();

DROP TRIGGER "account_audit" ON "account";
CREATE TRIGGER "account_audit" AFTER INSERT OR UPDATE OR DELETE ON "account" FOR EACH ROW
  WHEN (NOT is_rehash()) EXECUTE FUNCTION record_change('account', 'person_id');

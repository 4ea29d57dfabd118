-- The audit log is never changed or removed, with one exception that the law asks for: when a person is erased, what it says of them is
-- blotted out. Who did what and when stays.
DROP TRIGGER "audit_event_is_sealed" ON "audit_event";
CREATE TRIGGER "audit_event_is_sealed" BEFORE DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Only while `konnekt.erase` names that record in this transaction, and only to blots.
CREATE FUNCTION refuse_change_but_blots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased uuid := nullif(current_setting('konnekt.erase', true), '')::uuid;
BEGIN
  IF erased IS NULL OR OLD."record_id" IS DISTINCT FROM erased
     OR to_jsonb(NEW) - 'subject_name' - 'changes' IS DISTINCT FROM to_jsonb(OLD) - 'subject_name' - 'changes'
     OR NEW."subject_name" IS DISTINCT FROM '•' OR NEW."changes" <> blotted(OLD."changes") THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
-- { column: [before, after] } with every value hidden; that there was none stays.
CREATE FUNCTION blotted(changes jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(k, jsonb_build_array(
    CASE WHEN v -> 0 = 'null' THEN 'null'::jsonb ELSE '"•"' END, CASE WHEN v -> 1 = 'null' THEN 'null'::jsonb ELSE '"•"' END)), '{}')
    FROM jsonb_each(changes) AS c (k, v)
$$;
CREATE TRIGGER "audit_event_keeps_its_words" BEFORE UPDATE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_blots();

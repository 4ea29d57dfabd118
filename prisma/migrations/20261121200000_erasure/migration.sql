-- The audit log is never changed or removed, with one exception that the law asks for: when a person is erased, what it says of them is
-- blotted out. Who did what and when stays.
DROP TRIGGER "audit_event_is_sealed" ON "audit_event";
CREATE TRIGGER "audit_event_is_sealed" BEFORE DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Only while `konnekt.erase` names that record in this transaction, and only to blots: of what was changed in the record, and of who the
-- person was when they did something themselves.
CREATE FUNCTION refuse_change_but_blots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased uuid := nullif(current_setting('konnekt.erase', true), '')::uuid;
  words CONSTANT text[] := ARRAY['subject_name', 'changes', 'actor_name', 'address'];
  is_subject boolean := coalesce(OLD."record_id" = erased, false);
  is_actor boolean := coalesce(OLD."actor_id" = erased, false);
BEGIN
  IF NOT (is_subject OR is_actor) OR to_jsonb(NEW) - words IS DISTINCT FROM to_jsonb(OLD) - words
     OR NEW."subject_name" IS DISTINCT FROM (CASE WHEN is_subject THEN '•' ELSE OLD."subject_name" END)
     OR NEW."changes" <> (CASE WHEN is_subject THEN blotted(OLD."changes") ELSE OLD."changes" END)
     OR NEW."actor_name" IS DISTINCT FROM (CASE WHEN is_actor THEN '•' ELSE OLD."actor_name" END)
     OR NEW."address" IS DISTINCT FROM (CASE WHEN is_actor THEN NULL ELSE OLD."address" END) THEN
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

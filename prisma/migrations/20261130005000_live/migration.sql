-- Tells every API process that something of a kind changed for these people, when the transaction is done; its browsers ask what. A word holds
-- 8000 bytes: many people are told in several, and very many by one word that is for everybody.
CREATE FUNCTION tell_live(kind text, people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  many CONSTANT int := 200;
  told int := coalesce(cardinality(people), 0);
BEGIN
  IF told = 0 THEN RETURN; END IF;
  IF told > 20 * many THEN
    PERFORM pg_notify('live', kind || ' everybody');
    RETURN;
  END IF;
  FOR nth IN 1..told BY many LOOP
    PERFORM pg_notify('live', kind || ' ' || array_to_string(people[nth : nth + many - 1], ','));
  END LOOP;
END
$$;

-- What stands behind the bell.
CREATE FUNCTION tell_live_of_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM tell_live('notices', ARRAY(
      SELECT DISTINCT n.person_id FROM changed n JOIN before b USING (person_id, id) WHERE n.on_screen AND n.read_at IS DISTINCT FROM b.read_at));
  ELSE
    PERFORM tell_live('notices', ARRAY(SELECT DISTINCT person_id FROM changed WHERE on_screen));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "notice_made" AFTER INSERT ON "notice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_notices();
CREATE TRIGGER "notice_gone" AFTER DELETE ON "notice" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_notices();
CREATE TRIGGER "notice_read" AFTER UPDATE ON "notice" REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_notices();

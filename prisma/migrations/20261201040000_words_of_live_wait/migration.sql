-- What is told to browsers waits here until it is said, a moment later and outside of the transaction that changed something: every commit with a
-- NOTIFY takes turns with all others, for as long as the disk takes, and two hundred supervisors who approve at once would stand in that queue.
-- What is lost with the database's process nobody misses: every line to it breaks then, and all are told to ask.
CREATE UNLOGGED TABLE "live_word" (
  -- '<kind> <people>': people are ids with commas, 'office' or 'everybody'
  "word" TEXT NOT NULL
);

CREATE OR REPLACE FUNCTION tell_live(kind text, people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  many CONSTANT int := 200;
  told int := coalesce(cardinality(people), 0);
BEGIN
  IF told = 0 THEN RETURN; END IF;
  IF told > 20 * many THEN
    INSERT INTO live_word VALUES (kind || ' everybody');
    RETURN;
  END IF;
  FOR nth IN 1..told BY many LOOP
    INSERT INTO live_word VALUES (kind || ' ' || array_to_string(people[nth : nth + many - 1], ','));
  END LOOP;
END
$$;

-- Says what waits, in one transaction for all of it. Asked a few times a second by each process (`kit/listen.ts`); where nothing waits, nothing is written.
CREATE FUNCTION say_live() RETURNS void LANGUAGE sql AS $$
  WITH waiting AS (SELECT ctid FROM live_word LIMIT 1000 FOR UPDATE SKIP LOCKED),
       taken AS (DELETE FROM live_word w USING waiting WHERE w.ctid = waiting.ctid RETURNING w.word)
  SELECT pg_notify('live', word) FROM (SELECT DISTINCT word FROM taken) words;
$$;

CREATE OR REPLACE FUNCTION tell_live_of_threads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO live_word VALUES ('messages office');
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION tell_live_of_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE person_id IS NULL) THEN
    INSERT INTO live_word VALUES ('documents everybody');
  ELSE
    PERFORM tell_live('documents', ARRAY(SELECT DISTINCT person_id FROM changed));
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION tell_live_of_openings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_live('documents', ARRAY(SELECT DISTINCT person_id FROM changed));
  INSERT INTO live_word VALUES ('documents office');
  RETURN NULL;
END
$$;

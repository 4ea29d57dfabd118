-- What must always be true of hours, whatever the code does: a worksheet's total is the sum of its lines, what was sent has the total of
-- its seal, which is the sum of the lines in it, and every version was made by one step of the history. (A seal's hash is over its content
-- since the first migration.)

-- Two steps at one version came of one worksheet named twice in one request. History is never changed or removed; the later ones are
-- marked by a negative version, and `pnpm check:data` names the worksheets.
ALTER TABLE "worksheet_event" DISABLE TRIGGER "worksheet_event_is_sealed";
UPDATE "worksheet_event" v SET "version" = -v."version"
 WHERE v."action" <> 'comment' AND EXISTS (
   SELECT FROM "worksheet_event" o WHERE o."worksheet_id" = v."worksheet_id" AND o."version" = v."version" AND o."action" <> 'comment' AND o."id" < v."id");
ALTER TABLE "worksheet_event" ENABLE TRIGGER "worksheet_event_is_sealed";

-- A comment is no step: it makes no version.
CREATE UNIQUE INDEX "worksheet_event_one_a_version" ON "worksheet_event" ("worksheet_id", "version") WHERE "action" <> 'comment' AND "version" > 0;

-- What is not sent yet is what its lines say. Of what was sent, somebody has to look.
UPDATE "worksheet" w SET "total_minutes" = s.total, "worked_minutes" = least(w."worked_minutes", s.total)
  FROM (SELECT w.id, coalesce(sum(l.minutes), 0)::int AS total FROM "worksheet" w LEFT JOIN "hour_line" l ON l.worksheet_id = w.id GROUP BY w.id) s
 WHERE s.id = w.id AND w."status" IN ('draft', 'declined') AND w."total_minutes" <> s.total;

-- The minutes of a seal, from its canonical form.
CREATE FUNCTION sealed_minutes(content text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(sum((line ->> 'minutes')::int), 0)::int FROM jsonb_array_elements(content::jsonb -> 'lines') line
$$;
-- Not valid: holds for every seal from now on, and stops no update where an old one is wrong.
ALTER TABLE "submission" ADD CONSTRAINT "submission_total_is_sum" CHECK ("total_minutes" = sealed_minutes("content")) NOT VALID;

CREATE FUNCTION refuse_wrong_total(found uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'the total of worksheet % is not the sum of its lines, or not that of its seal', found
      USING ERRCODE = 'check_violation', CONSTRAINT = 'worksheet_total_is_sum';
  END IF;
END
$$;
-- After the whole statement, once for all that it touched.
CREATE FUNCTION lines_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_wrong_total(w.id) FROM (SELECT DISTINCT worksheet_id FROM touched) t JOIN worksheet w ON w.id = t.worksheet_id
    WHERE w.total_minutes <> (SELECT coalesce(sum(l.minutes), 0) FROM hour_line l WHERE l.worksheet_id = w.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER "hour_line_inserted_adds_up" AFTER INSERT ON "hour_line" REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION lines_add_up();
CREATE TRIGGER "hour_line_updated_adds_up" AFTER UPDATE ON "hour_line" REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION lines_add_up();
CREATE TRIGGER "hour_line_deleted_adds_up" AFTER DELETE ON "hour_line" REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION lines_add_up();

CREATE FUNCTION worksheet_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.total_minutes <> (SELECT coalesce(sum(l.minutes), 0) FROM hour_line l WHERE l.worksheet_id = NEW.id)
     OR (NEW.status IN ('submitted', 'approved', 'finalised') AND NOT EXISTS (
       SELECT FROM submission s WHERE s.id = NEW.submission_id AND s.total_minutes = NEW.total_minutes AND s.worked_minutes = NEW.worked_minutes)) THEN
    PERFORM refuse_wrong_total(NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_inserted_adds_up" AFTER INSERT ON "worksheet" FOR EACH ROW EXECUTE FUNCTION worksheet_adds_up();
-- Deciding changes neither sums nor seal, and costs nothing here.
CREATE TRIGGER "worksheet_updated_adds_up" AFTER UPDATE OF "total_minutes", "worked_minutes", "submission_id", "status" ON "worksheet" FOR EACH ROW
  WHEN (NEW."total_minutes" <> OLD."total_minutes" OR NEW."worked_minutes" <> OLD."worked_minutes"
    OR (NEW."submission_id" IS DISTINCT FROM OLD."submission_id" AND NEW."status" <> 'draft')
    OR (NEW."status" IN ('submitted', 'approved', 'finalised') AND OLD."status" IN ('draft', 'declined')))
  EXECUTE FUNCTION worksheet_adds_up();

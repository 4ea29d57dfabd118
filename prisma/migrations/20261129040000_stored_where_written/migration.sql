-- What every list shows is stored where it is written, so that a row of a list is a row.

-- Minutes per kind of hour type ({"normal": 2400, "overtime": 60}; kinds without lines are not in it), written by the statement that writes
-- the lines, and when the worksheet was last sent, written by the statement that sends it.
ALTER TABLE "worksheet" ADD COLUMN "minutes_by_kind" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "sent_at" TIMESTAMPTZ(3);
ALTER TABLE "worksheet" DISABLE TRIGGER USER;
UPDATE "worksheet" w SET "minutes_by_kind" = coalesce(sums.by_kind, '{}'), "sent_at" = s."sent_at"
  FROM "worksheet" x
  LEFT JOIN (SELECT worksheet_id, jsonb_object_agg(kind, minutes) AS by_kind
               FROM (SELECT l.worksheet_id, t.kind, sum(l.minutes) AS minutes FROM "hour_line" l JOIN "hour_type" t ON t.id = l.hour_type_id
                      GROUP BY l.worksheet_id, t.kind) k
              GROUP BY worksheet_id) sums ON sums.worksheet_id = x.id
  LEFT JOIN "submission" s ON s.id = x."submission_id"
 WHERE w.id = x.id;
ALTER TABLE "worksheet" ENABLE TRIGGER USER;

-- The kind of an hour type is settled by the first hours of it: what was summed, paid and invoiced by it stays so.
CREATE FUNCTION refuse_kind_in_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Waits for whoever is writing hours of it.
  PERFORM FROM hour_type WHERE id = NEW.id FOR UPDATE;
  IF EXISTS (SELECT FROM hour_line l WHERE l.hour_type_id = NEW.id) THEN
    RAISE EXCEPTION 'there are hours of type %', NEW.code USING ERRCODE = 'check_violation', CONSTRAINT = 'hour_type_kind_in_use';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "hour_type_kind_settled" BEFORE UPDATE OF "kind" ON "hour_type" FOR EACH ROW
  WHEN (NEW."kind" <> OLD."kind") EXECUTE FUNCTION refuse_kind_in_use();

-- The employee's name at the placement. Who renames a person and who makes a placement of theirs wait for each other.
ALTER TABLE "placement" ADD COLUMN "employee_name" TEXT COLLATE "und-x-icu" NOT NULL DEFAULT '',
  ADD COLUMN "employee_sort_name" TEXT COLLATE "und-x-icu" NOT NULL DEFAULT '';
ALTER TABLE "placement" DISABLE TRIGGER USER;
UPDATE "placement" p SET "employee_name" = n."full_name", "employee_sort_name" = n."sort_name"
  FROM "employee" e JOIN "person" n ON n.id = e."person_id" WHERE e.id = p."employee_id";
ALTER TABLE "placement" ENABLE TRIGGER USER;

CREATE FUNCTION name_at_placement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT n.full_name, n.sort_name INTO NEW.employee_name, NEW.employee_sort_name
    FROM employee e JOIN person n ON n.id = e.person_id WHERE e.id = NEW.employee_id FOR SHARE OF n;
  -- Of an employee who is not there the foreign key speaks.
  NEW.employee_name := coalesce(NEW.employee_name, '');
  NEW.employee_sort_name := coalesce(NEW.employee_sort_name, '');
  RETURN NEW;
END
$$;
-- A placement that keeps its employee asks nothing of the person: who changes it holds the placement, and whoever renames the person waits.
CREATE TRIGGER "placement_takes_name" BEFORE INSERT ON "placement" FOR EACH ROW EXECUTE FUNCTION name_at_placement();
CREATE TRIGGER "placement_renamed" BEFORE UPDATE ON "placement" FOR EACH ROW
  WHEN (NEW."employee_id" <> OLD."employee_id" OR NEW."employee_name" <> OLD."employee_name" OR NEW."employee_sort_name" <> OLD."employee_sort_name")
  EXECUTE FUNCTION name_at_placement();
CREATE FUNCTION rename_at_placements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The trigger placement_renamed reads what it becomes.
  UPDATE placement p SET employee_name = NEW.full_name FROM employee e WHERE e.person_id = NEW.id AND p.employee_id = e.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "person_renamed_at_placements" AFTER UPDATE OF "first_name", "prefix", "last_name" ON "person" FOR EACH ROW
  EXECUTE FUNCTION rename_at_placements();

-- Names of clients, periods, hour types and limits hardly ever change and stand in every list: whoever remembers them sees by one number,
-- read with the rows, whether they are still the same.
ALTER TABLE "agency" RENAME COLUMN "hour_types_version" TO "catalogue_version";
DROP TRIGGER "hour_type_changed" ON "hour_type";
DROP FUNCTION count_hour_types_change();
CREATE FUNCTION count_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agency SET catalogue_version = catalogue_version + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER "hour_type_changed" AFTER INSERT OR UPDATE OR DELETE ON "hour_type" FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
CREATE TRIGGER "organisation_changed" AFTER INSERT OR UPDATE OF "name" OR DELETE ON "organisation"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
CREATE TRIGGER "period_changed" AFTER INSERT OR UPDATE OF "type", "year", "number", "starts_on", "ends_on" OR DELETE ON "period"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
CREATE TRIGGER "agency_limits_changed" AFTER UPDATE OF "warning_limits" ON "agency" FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();

-- Worked in the period before: one look by placement and last day. Without the minutes in it, which would make every save of a draft write
-- all indexes of the worksheet.
CREATE INDEX "worksheet_placement_period_end" ON "worksheet" ("placement_id", "period_end");

CREATE OR REPLACE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Written by the database or by every change alike: they say nothing.
  silent CONSTANT text[] := ARRAY['id', 'version', 'created_at', 'updated_at', 'full_name', 'sort_name', 'catalogue_version', 'employee_name', 'employee_sort_name'];
  -- Only that it changed: a password is nobody's to read, a logo is a whole picture.
  secret CONSTANT text[] := ARRAY['password_hash', 'logo_svg'];
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  found jsonb;
  subject jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
  actor jsonb := nullif(current_setting('konnekt.actor', true), '')::jsonb;
  named text;
BEGIN
  SELECT coalesce(jsonb_object_agg(k, CASE WHEN k = ANY(secret) THEN '["•", "•"]' ELSE jsonb_build_array(before -> k, after -> k) END), '{}')
    INTO found
    FROM jsonb_object_keys(before || after) AS k
   WHERE NOT k = ANY(silent) AND coalesce(before -> k, 'null') IS DISTINCT FROM coalesce(after -> k, 'null');
  IF found = '{}' AND TG_OP = 'UPDATE' THEN RETURN NULL; END IF;
  named := coalesce(subject ->> 'full_name', subject ->> 'name', subject ->> 'email', subject ->> 'code', subject ->> 'number', subject ->> 'personnel_number');
  IF named IS NULL AND subject ? 'person_id' THEN
    SELECT full_name INTO named FROM person WHERE id = (subject ->> 'person_id')::uuid;
  ELSIF named IS NULL AND subject ? 'placement_id' THEN
    SELECT number INTO named FROM placement WHERE id = (subject ->> 'placement_id')::uuid;
  END IF;
  INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, changes, actor_id, actor_name, actor_role, session_id, address)
  VALUES (CASE TG_OP WHEN 'INSERT' THEN 'create' WHEN 'UPDATE' THEN 'change' ELSE 'remove' END, TG_ARGV[0],
          CASE WHEN TG_ARGV[0] <> 'agency' THEN (subject ->> 'id')::uuid END, named,
          CASE WHEN TG_ARGV[0] <> 'agency' THEN (subject ->> TG_ARGV[1])::uuid END, found,
          (actor ->> 'id')::uuid, actor ->> 'name', actor ->> 'role', (actor ->> 'sessionId')::uuid, actor ->> 'address');
  RETURN NULL;
END
$$;

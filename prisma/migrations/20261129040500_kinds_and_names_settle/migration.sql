-- The kind of an hour type is settled by the first hours of it: what was summed, paid and invoiced by it stays so.
DROP TRIGGER "hour_type_kind_reaches_worksheets" ON "hour_type";
DROP FUNCTION kind_reaches_worksheets();
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

-- A placement that keeps its employee asks nothing of the person: who changes it holds the placement, and whoever renames the person waits.
DROP TRIGGER "placement_takes_name" ON "placement";
CREATE TRIGGER "placement_takes_name" BEFORE INSERT ON "placement" FOR EACH ROW EXECUTE FUNCTION name_at_placement();
CREATE TRIGGER "placement_renamed" BEFORE UPDATE ON "placement" FOR EACH ROW
  WHEN (NEW."employee_id" <> OLD."employee_id" OR NEW."employee_name" <> OLD."employee_name" OR NEW."employee_sort_name" <> OLD."employee_sort_name")
  EXECUTE FUNCTION name_at_placement();

-- Counts the changes of hour types: whoever remembers the list sees by one number whether it is still the same.
ALTER TABLE "agency" ADD COLUMN "hour_types_version" INTEGER NOT NULL DEFAULT 1;

CREATE FUNCTION count_hour_types_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agency SET hour_types_version = hour_types_version + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER "hour_type_changed" AFTER INSERT OR UPDATE OR DELETE ON "hour_type"
  FOR EACH STATEMENT EXECUTE FUNCTION count_hour_types_change();

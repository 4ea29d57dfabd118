-- How a run becomes a file is data: a definition, kept in each of its versions for ever.
CREATE TABLE "export_definition" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "name" TEXT NOT NULL,
  -- The agency hands this one to its payroll: a run does not close before it has a code for all that is in it.
  "is_used" BOOLEAN NOT NULL,
  "content" JSONB NOT NULL,
  "version" INT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX "export_definition_name_key" ON "export_definition" (lower("name"));

CREATE TABLE "export_definition_version" (
  "definition_id" UUID NOT NULL REFERENCES "export_definition" ("id"),
  "version" INT NOT NULL,
  "name" TEXT NOT NULL,
  "content" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("definition_id", "version")
);
CREATE FUNCTION keep_export_definition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO export_definition_version (definition_id, version, name, content) VALUES (NEW.id, NEW.version, NEW.name, NEW.content);
  RETURN NULL;
END
$$;
CREATE TRIGGER "export_definition_is_kept" AFTER INSERT OR UPDATE ON "export_definition" FOR EACH ROW EXECUTE FUNCTION keep_export_definition();
CREATE TRIGGER "export_definition_version_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "export_definition_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "export_definition_audit" AFTER INSERT OR UPDATE OR DELETE ON "export_definition" FOR EACH ROW EXECUTE FUNCTION record_change('export-definition', 'id');

-- A file of a closed run: once per version of a definition. It is handed out again as it is.
CREATE TABLE "payroll_export" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "run_id" UUID NOT NULL REFERENCES "payroll_run" ("id"),
  "definition_id" UUID NOT NULL,
  "definition_version" INT NOT NULL,
  "file_id" UUID NOT NULL UNIQUE REFERENCES "stored_file" ("id"),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by_id" UUID NOT NULL,
  "created_by_name" TEXT NOT NULL,
  CONSTRAINT "payroll_export_once" UNIQUE ("run_id", "definition_id", "definition_version"),
  FOREIGN KEY ("definition_id", "definition_version") REFERENCES "export_definition_version" ("definition_id", "version")
);
CREATE TRIGGER "payroll_export_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "payroll_export" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

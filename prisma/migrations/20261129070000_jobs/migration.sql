-- Imports are jobs from here on: a run that an older version began has none.
UPDATE "import_run" SET "status" = 'failed' WHERE "status" IN ('checking', 'applying');
DELETE FROM "background_failure" WHERE "work" = 'import-watch';

-- The schedules of before, where there are any (the schema is pg-boss's own).
DO $$
BEGIN
  IF to_regclass('pgboss.schedule') IS NOT NULL THEN
    EXECUTE $sql$DELETE FROM pgboss.schedule WHERE name IN ('prune', 'imports')$sql$;
  END IF;
END $$;

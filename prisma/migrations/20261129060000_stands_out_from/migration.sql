-- From how many minutes a week a worksheet stands out: against what was agreed, and above the period before.
ALTER TABLE "agency"
  ADD COLUMN "stands_out_from_planned_minutes" INTEGER NOT NULL DEFAULT 60,
  ADD COLUMN "stands_out_from_previous_minutes" INTEGER NOT NULL DEFAULT 240,
  ADD CONSTRAINT "agency_stands_out_from" CHECK (least("stands_out_from_planned_minutes", "stands_out_from_previous_minutes") >= 1);

DROP TRIGGER "agency_limits_changed" ON "agency";
CREATE TRIGGER "agency_limits_changed"
  AFTER UPDATE OF "warning_limits", "stands_out_from_planned_minutes", "stands_out_from_previous_minutes" ON "agency"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();

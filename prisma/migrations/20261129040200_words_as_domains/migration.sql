-- PostgreSQL reads the text of a table's CHECKs anew for every statement that writes to it: five lists of words took a fifth of approving one
-- worksheet. As domains the same words are held by the type of the column.
CREATE DOMAIN worksheet_status AS text
  CONSTRAINT worksheet_status CHECK (VALUE IN ('draft', 'submitted', 'declined', 'approved', 'finalised'));
CREATE DOMAIN worksheet_kind AS text CONSTRAINT worksheet_kind CHECK (VALUE IN ('regular', 'supplement', 'correction'));
CREATE DOMAIN worksheet_filler AS text CONSTRAINT worksheet_filled_by CHECK (VALUE IN ('employee', 'supervisor', 'staff'));
CREATE DOMAIN worksheet_action AS text CONSTRAINT worksheet_event_action CHECK (VALUE IN
  ('save', 'send', 'withdraw', 'approve', 'decline', 'finalise', 'refuse', 'undo-approval', 'reopen', 'comment'));

DROP TRIGGER "worksheet_updated_adds_up" ON "worksheet";
ALTER TABLE "worksheet"
  DROP CONSTRAINT "worksheet_status", DROP CONSTRAINT "worksheet_kind", DROP CONSTRAINT "worksheet_filled_by",
  ALTER COLUMN "status" TYPE worksheet_status, ALTER COLUMN "kind" TYPE worksheet_kind, ALTER COLUMN "filled_by" TYPE worksheet_filler;
CREATE TRIGGER "worksheet_updated_adds_up" AFTER UPDATE OF "total_minutes", "worked_minutes", "submission_id", "status" ON "worksheet" FOR EACH ROW
  WHEN (NEW."total_minutes" <> OLD."total_minutes" OR NEW."worked_minutes" <> OLD."worked_minutes"
    OR (NEW."submission_id" IS DISTINCT FROM OLD."submission_id" AND NEW."status" <> 'draft')
    OR (NEW."status" IN ('submitted', 'approved', 'finalised') AND OLD."status" IN ('draft', 'declined')))
  EXECUTE FUNCTION worksheet_adds_up();

ALTER TABLE "worksheet_event"
  DROP CONSTRAINT "worksheet_event_action", DROP CONSTRAINT "worksheet_event_statuses",
  ALTER COLUMN "action" TYPE worksheet_action, ALTER COLUMN "from_status" TYPE worksheet_status, ALTER COLUMN "to_status" TYPE worksheet_status;

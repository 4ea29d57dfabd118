-- Whether the lines of a hour type come with a receipt.
ALTER TABLE "hour_type" ADD COLUMN "receipt" TEXT NOT NULL DEFAULT 'none',
  ADD CONSTRAINT "hour_type_receipt" CHECK ("receipt" IN ('none', 'asked', 'required'));

-- The receipt of a line: a file that was handed in. The working copy, as the rest of the line.
ALTER TABLE "hour_line" ADD COLUMN "receipt_id" UUID REFERENCES "stored_file" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
-- Who may open a receipt goes by the worksheets it is on.
CREATE INDEX "hour_line_receipt_id_idx" ON "hour_line" ("receipt_id") WHERE "receipt_id" IS NOT NULL;

-- The receipts of what was sent: the seal has their hashes, and each stays as long as the submission does.
CREATE TABLE "submission_receipt" (
  "submission_id" UUID NOT NULL REFERENCES "submission" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION,
  "file_id" UUID NOT NULL REFERENCES "stored_file" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION,
  PRIMARY KEY ("submission_id", "file_id")
);
CREATE INDEX "submission_receipt_file_id_idx" ON "submission_receipt" ("file_id");
-- By the database, whoever sends: at the end of the statement the lines are there.
CREATE FUNCTION seal_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO submission_receipt (submission_id, file_id)
  SELECT DISTINCT s.id, l.receipt_id FROM sent s JOIN hour_line l ON l.worksheet_id = s.worksheet_id WHERE l.receipt_id IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "submission_receipts_sealed" AFTER INSERT ON "submission" REFERENCING NEW TABLE AS sent
  FOR EACH STATEMENT EXECUTE FUNCTION seal_receipts();
CREATE TRIGGER "submission_receipt_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission_receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

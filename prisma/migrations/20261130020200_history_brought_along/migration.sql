-- Hours that were paid and invoiced in another system (decision 69): final, sealed by whoever brought them along, and never to be paid or invoiced here.
ALTER DOMAIN worksheet_action DROP CONSTRAINT worksheet_event_action;
ALTER DOMAIN worksheet_action ADD CONSTRAINT worksheet_event_action CHECK (VALUE IN
  ('save', 'send', 'withdraw', 'approve', 'decline', 'finalise', 'refuse', 'undo-approval', 'undo-decline', 'reopen', 'comment', 'correct', 'bring')) NOT VALID;

-- A line of such hours, with the numbers that it had there, where they are known.
CREATE TABLE "brought_line" (
    "worksheet_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "invoice_number" TEXT,
    "run_number" TEXT,
    CONSTRAINT "brought_line_pkey" PRIMARY KEY ("worksheet_id", "line_number"),
    CONSTRAINT "brought_line_worksheet_id_line_number_fkey" FOREIGN KEY ("worksheet_id", "line_number") REFERENCES "hour_line" ("worksheet_id", "number")
);
CREATE TRIGGER "brought_line_is_sealed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "brought_line"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- They wait for no run and no invoice; who takes hours back finds these paid (keep_step).
CREATE FUNCTION keep_brought() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM worksheet_unpaid u USING (SELECT DISTINCT worksheet_id FROM brought) b WHERE u.id = b.worksheet_id;
  DELETE FROM worksheet_uninvoiced u USING (SELECT DISTINCT worksheet_id FROM brought) b WHERE u.id = b.worksheet_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "brought_line_waits_no_more" AFTER INSERT ON "brought_line" REFERENCING NEW TABLE AS brought
  FOR EACH STATEMENT EXECUTE FUNCTION keep_brought();

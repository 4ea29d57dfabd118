-- Hours that are final, paid or invoiced are corrected by a supplement of the office: lines that take away and lines that add, with a reason.
ALTER TABLE "hour_line" ADD CONSTRAINT "hour_line_quantity" CHECK ("quantity" >= 0 OR "is_correction");
ALTER TABLE "agency" ADD COLUMN "corrections_need_approval" BOOLEAN NOT NULL DEFAULT true;
ALTER DOMAIN worksheet_action DROP CONSTRAINT worksheet_event_action;
ALTER DOMAIN worksheet_action ADD CONSTRAINT worksheet_event_action CHECK (VALUE IN
  ('save', 'send', 'withdraw', 'approve', 'decline', 'finalise', 'refuse', 'undo-approval', 'undo-decline', 'reopen', 'comment', 'correct')) NOT VALID;

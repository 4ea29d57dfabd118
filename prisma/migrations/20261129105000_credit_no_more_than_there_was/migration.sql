-- All credit notes of a line, drafts among them, take back no more than it is. One after another: the line that is taken back is held.
CREATE FUNCTION refuse_credit_of_more() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole INT;
BEGIN
  SELECT l.size INTO whole FROM invoice_line l WHERE l.id = NEW.credits_line_id FOR UPDATE;
  IF (SELECT abs(coalesce(sum(c.size), 0)) FROM invoice_line c WHERE c.credits_line_id = NEW.credits_line_id) > abs(whole) THEN
    RAISE EXCEPTION 'line % is credited already', NEW.credits_line_id USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_line_credited_once';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "invoice_line_credited_once" AFTER INSERT OR UPDATE OF "size", "credits_line_id" ON "invoice_line" FOR EACH ROW
  WHEN (NEW."credits_line_id" IS NOT NULL) EXECUTE FUNCTION refuse_credit_of_more();

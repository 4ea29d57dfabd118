-- A document may be for others afterwards: browsers of those whom it was for ask anew, too.
CREATE TRIGGER "document_was" AFTER UPDATE ON "document" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live_of_documents();

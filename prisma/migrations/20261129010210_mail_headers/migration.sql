-- What becomes a header of a mail is one line. Mails of before that were not sent yet are made so; those that were stay as they are.
UPDATE "mail" SET "subject" = regexp_replace("subject", '[\r\n]+', ' ', 'g'), "to_address" = regexp_replace("to_address", '[\r\n]+', '', 'g')
 WHERE "sent_at" IS NULL AND "failed_at" IS NULL AND ("subject" ~ '[\r\n]' OR "to_address" ~ '[\r\n]');
ALTER TABLE "mail" ADD CONSTRAINT "mail_headers" CHECK ("subject" !~ '[\r\n]' AND "to_address" !~ '[\r\n]') NOT VALID;

-- How many questions somebody asked within the hour.
CREATE INDEX "invoice_message_of_person" ON "invoice_message" ("by_id", "at");

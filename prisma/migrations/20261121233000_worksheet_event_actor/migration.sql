-- What somebody decided, asked by the page on their personal data and before they are erased, over every step of every worksheet.

-- CreateIndex
CREATE INDEX "worksheet_event_actor_id_idx" ON "worksheet_event"("actor_id");

-- Few decisions are a substitute's.
CREATE INDEX "worksheet_event_on_behalf_of" ON "worksheet_event" ("on_behalf_of_id") WHERE "on_behalf_of_id" IS NOT NULL;

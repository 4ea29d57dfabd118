-- A message that is begun from hours, from an invoice or from a line of one is a draft of its own. All noughts is about nothing of that.
ALTER TABLE "message_draft" ADD COLUMN "about_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE "message_draft" DROP CONSTRAINT "message_draft_pkey", ADD PRIMARY KEY ("person_id", "thread_id", "about_id");

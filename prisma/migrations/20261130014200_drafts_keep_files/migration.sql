-- What is to go with a message that is being written.
ALTER TABLE "message_draft" ADD COLUMN "file_ids" UUID[] NOT NULL DEFAULT '{}';

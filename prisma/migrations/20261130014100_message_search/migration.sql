-- Threads are found by any part of a word, as elsewhere (search_text): of what they are about and of what was said.
ALTER TABLE "thread" ADD COLUMN "search" TEXT NOT NULL GENERATED ALWAYS AS (search_text("title")) STORED;
CREATE INDEX "thread_words" ON "thread" USING gin ("search" gin_trgm_ops);
CREATE INDEX "thread_message_words" ON "thread_message" USING gin ("search" gin_trgm_ops);

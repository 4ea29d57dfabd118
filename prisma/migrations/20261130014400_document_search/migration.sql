-- Documents are found by any part of a word of their names.
ALTER TABLE "document" ADD COLUMN "search" TEXT NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED;
CREATE INDEX "document_words" ON "document" USING gin ("search" gin_trgm_ops);

-- An index needs no column of its own, which the audit log would tell of.
ALTER TABLE "document" DROP COLUMN "search";
CREATE INDEX "document_words" ON "document" USING gin (search_text("name") gin_trgm_ops);

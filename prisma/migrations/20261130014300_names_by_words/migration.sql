-- Threads are found by the name of who they are with, of fifty thousand people.
CREATE INDEX "person_words" ON "person" USING gin (search_text("full_name") gin_trgm_ops);
CREATE INDEX "organisation_words" ON "organisation" USING gin (search_text("name") gin_trgm_ops);

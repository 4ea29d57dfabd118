-- One client is not in the records twice because somebody typed its name or number with other capitals. The indexes on the texts as they
-- are stay: lists are sorted by them.
CREATE UNIQUE INDEX "organisation_name_any_case" ON "organisation" (lower("name"));
CREATE UNIQUE INDEX "organisation_number_any_case" ON "organisation" (lower("number"));

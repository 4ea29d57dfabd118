-- An export that the agency needs no more is put away: files that were made by it name its versions for ever. Its name is free again.
ALTER TABLE "export_definition" ADD COLUMN "removed_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "export_definition_removed_is_unused" CHECK ("removed_at" IS NULL OR NOT "is_used");
DROP INDEX "export_definition_name_key";
CREATE UNIQUE INDEX "export_definition_name_key" ON "export_definition" (lower("name")) WHERE "removed_at" IS NULL;

-- How rows become a file for the ledger, as the office typed it; the presets are in the product. A file that was made is kept, whatever becomes of these.
CREATE TABLE "ledger_definition" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "name" TEXT NOT NULL,
  "content" JSONB NOT NULL,
  "version" INT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX "ledger_definition_name_key" ON "ledger_definition" (lower("name"));
CREATE TRIGGER "ledger_definition_audit" AFTER INSERT OR UPDATE OR DELETE ON "ledger_definition" FOR EACH ROW EXECUTE FUNCTION record_change('ledger-definition', 'id');

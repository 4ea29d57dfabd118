-- A file may give a client's name on to another, and end a right where the next one begins: which row is written first says nothing. An index
-- of an expression cannot wait for the end; a constraint can. The plain index said less than the other one.
DROP INDEX "organisation_name_key";
DROP INDEX "organisation_name_form";
ALTER TABLE "organisation"
  ADD CONSTRAINT "organisation_name_form" EXCLUDE USING btree (key_form("name") WITH =) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "supervisor_right"
  DROP CONSTRAINT "supervisor_right_no_overlap",
  ADD CONSTRAINT "supervisor_right_no_overlap" EXCLUDE USING gist (
    ("person_id"::text || "organisation_id"::text || coalesce("on_behalf_of_id"::text, '')) WITH =,
    daterange("valid_from", "valid_until", '[]') WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

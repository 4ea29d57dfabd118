-- What a person may do is looked up at every request. A GiST index on the person looked cheaper to the planner than the B-tree of the
-- unique key and took five times as long, so the constraint names person, organisation and principal as one text.
ALTER TABLE "supervisor_right"
  DROP CONSTRAINT "supervisor_right_no_overlap",
  ADD CONSTRAINT "supervisor_right_no_overlap" EXCLUDE USING gist (
    ("person_id"::text || "organisation_id"::text || coalesce("on_behalf_of_id"::text, '')) WITH =,
    daterange("valid_from", "valid_until", '[]') WITH &&);

-- Whom a client's people ask at the agency: somebody of the office.
ALTER TABLE "organisation" ADD COLUMN "agency_contact_id" UUID REFERENCES "person" ("id");

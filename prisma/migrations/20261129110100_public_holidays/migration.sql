-- The public holidays of a year: the agency's list (no organisation), and a client's own in its place. Its days are one list, read and
-- written as a whole: [{"date": "2026-12-25", "nameNl": "Eerste kerstdag", "nameEn": "Christmas Day"}].
CREATE TABLE "holiday_list" (
  "id" UUID NOT NULL DEFAULT uuid_v7() PRIMARY KEY,
  "organisation_id" UUID REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION,
  "year" INTEGER NOT NULL,
  "days" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "holiday_list_days" CHECK (jsonb_typeof("days") = 'array'),
  CONSTRAINT "holiday_list_once" UNIQUE NULLS NOT DISTINCT ("organisation_id", "year")
);
CREATE TRIGGER "holiday_list_audit" AFTER INSERT OR UPDATE OR DELETE ON "holiday_list" FOR EACH ROW EXECUTE FUNCTION record_change('holiday-list', 'organisation_id');

-- Until when on the day of the deadline: minutes after midnight; 1440 is the end of the day. A client may have a day and hour of its own.
ALTER TABLE "agency" ADD COLUMN "approve_by_minutes" INT NOT NULL DEFAULT 1440,
  ADD CONSTRAINT "agency_approve_by_minutes" CHECK ("approve_by_minutes" BETWEEN 1 AND 1440);
ALTER TABLE "organisation" ADD COLUMN "approve_by_weekday" INT, ADD COLUMN "approve_by_minutes" INT,
  ADD CONSTRAINT "organisation_approve_by" CHECK ("approve_by_weekday" BETWEEN 1 AND 7 AND "approve_by_minutes" BETWEEN 1 AND 1440
    AND ("approve_by_weekday" IS NULL) = ("approve_by_minutes" IS NULL));

-- Which right ended the day before another one began in its place, and how long it would have lasted: taking the new one back, before
-- it was of use, lets the old one go on.
CREATE TABLE "right_succession" (
    "right_id" UUID NOT NULL,
    "before_id" UUID NOT NULL,
    "before_until" DATE,

    CONSTRAINT "right_succession_pkey" PRIMARY KEY ("right_id")
);

-- Removing a right takes along what is known of it.
CREATE INDEX "right_succession_before_id_idx" ON "right_succession"("before_id");

ALTER TABLE "right_succession" ADD CONSTRAINT "right_succession_right_id_fkey" FOREIGN KEY ("right_id") REFERENCES "supervisor_right"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "right_succession" ADD CONSTRAINT "right_succession_before_id_fkey" FOREIGN KEY ("before_id") REFERENCES "supervisor_right"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A line of hours is named by its worksheet and number, for ever: payroll and invoice lines refer to it so. A number that was given to one
-- line is never another's, so the highest one that was given is kept.
ALTER TABLE "worksheet" ADD COLUMN "last_line_number" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "worksheet" DISABLE TRIGGER USER;
UPDATE "worksheet" w SET "last_line_number" = l."number"
  FROM (SELECT "worksheet_id", max("number") AS "number" FROM (
    SELECT "worksheet_id", "number" FROM "hour_line"
    UNION ALL
    SELECT "worksheet_id", jsonb_array_length("content"::jsonb -> 'lines') FROM "submission") given GROUP BY "worksheet_id") l
 WHERE l."worksheet_id" = w."id";
ALTER TABLE "worksheet" ENABLE TRIGGER USER;

ALTER TABLE "hour_line" DROP CONSTRAINT "hour_line_pkey", DROP COLUMN "id";
ALTER INDEX "hour_line_worksheet_id_number_key" RENAME TO "hour_line_pkey";
ALTER TABLE "hour_line" ADD CONSTRAINT "hour_line_pkey" PRIMARY KEY USING INDEX "hour_line_pkey";

-- Events are read by their worksheet, in order: one index is enough.
ALTER TABLE "worksheet_event" DROP CONSTRAINT "worksheet_event_pkey";
DROP INDEX "worksheet_event_worksheet_id_id_idx";
ALTER TABLE "worksheet_event" ADD CONSTRAINT "worksheet_event_pkey" PRIMARY KEY ("worksheet_id", "id");

-- Numbers count on by year and by what stands before them: credit notes may have a series of their own, and no number is ever given twice, whatever
-- stood before earlier ones.
ALTER TABLE "invoice" ADD COLUMN "series" TEXT NOT NULL DEFAULT '';
ALTER TABLE "invoice" DROP CONSTRAINT "invoice_year_sequence_key", ADD CONSTRAINT "invoice_year_series_sequence_key" UNIQUE ("year", "series", "sequence");
ALTER TABLE "invoice_counter" ADD COLUMN "series" TEXT NOT NULL DEFAULT '';
ALTER TABLE "invoice_counter" DROP CONSTRAINT "invoice_counter_pkey", ADD PRIMARY KEY ("year", "series");

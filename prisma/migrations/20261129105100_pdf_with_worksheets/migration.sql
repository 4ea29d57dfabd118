-- An invoice is kept as it was drawn, and a second time with the worksheets behind it where somebody asked for that.
ALTER TABLE "invoice_pdf" ADD COLUMN "with_worksheets" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "invoice_pdf" DROP CONSTRAINT "invoice_pdf_pkey", ADD PRIMARY KEY ("invoice_id", "with_worksheets");

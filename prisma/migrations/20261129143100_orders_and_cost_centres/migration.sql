-- The client's own purchase order, its line and the cost centre that a budget number stands for: invoices can be made for each, and name them to its bookkeeping.
ALTER TABLE "budget_number"
  ADD COLUMN "order_number" TEXT,
  ADD COLUMN "order_line" TEXT,
  ADD COLUMN "cost_centre" TEXT,
  ADD CONSTRAINT "budget_number_order" CHECK ("order_line" IS NULL OR "order_number" IS NOT NULL);
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_invoice_per",
  ADD CONSTRAINT "organisation_invoice_per" CHECK ("invoice_per" IN ('organisation', 'budget-number', 'order', 'cost-centre', 'employee'));

-- As they were when the invoice was drafted.
ALTER TABLE "invoice" ADD COLUMN "cost_centre" TEXT;
ALTER TABLE "invoice_line"
  ADD COLUMN "order_number" TEXT,
  ADD COLUMN "order_line" TEXT,
  ADD COLUMN "cost_centre" TEXT;
-- Found by what the client calls it.
CREATE INDEX "invoice_by_order" ON "invoice" (upper("order_reference"));
CREATE INDEX "invoice_by_cost_centre" ON "invoice" (upper("cost_centre"));

-- A budget number may carry a budget: an amount without VAT, or hours; its period is the days that it is good on.
ALTER TABLE "budget_number"
  ADD COLUMN "budget_cents" INT CONSTRAINT "budget_number_cents" CHECK ("budget_cents" > 0),
  ADD COLUMN "budget_minutes" INT CONSTRAINT "budget_number_minutes" CHECK ("budget_minutes" > 0),
  ADD CONSTRAINT "budget_number_one_budget" CHECK ("budget_cents" IS NULL OR "budget_minutes" IS NULL);

-- The client's wish: every line names a budget number.
ALTER TABLE "organisation" ADD COLUMN "requires_budget_number" BOOLEAN NOT NULL DEFAULT false;

-- The agency closes a period: no hours of it are registered any more.
ALTER TABLE "period" ADD COLUMN "closed_at" TIMESTAMPTZ(3);

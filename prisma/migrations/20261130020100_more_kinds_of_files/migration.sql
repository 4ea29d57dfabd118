-- Rates, budget numbers, hour types, and hours that were paid and invoiced in another system.
ALTER TABLE "import_run" DROP CONSTRAINT "import_run_kind",
  ADD CONSTRAINT "import_run_kind" CHECK ("kind" IN ('organisations', 'employees', 'placements', 'supervisors', 'hour-types', 'budget-numbers', 'rates', 'history'));

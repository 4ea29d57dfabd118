-- The invoices on which somebody's hours are: who searches for a name.
CREATE INDEX "invoice_line_of_employee" ON "invoice_line" ("employee_id", "invoice_id") WHERE "employee_id" IS NOT NULL;

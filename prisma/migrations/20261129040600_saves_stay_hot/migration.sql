-- Minutes in an index make every save of a draft write all indexes of the worksheet. Without them a save that changes no key writes none.
DROP INDEX "worksheet_placement_period_end";
CREATE INDEX "worksheet_placement_period_end" ON "worksheet" ("placement_id", "period_end");

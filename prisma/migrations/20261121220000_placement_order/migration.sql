-- The office's list of placements by their first day.
CREATE INDEX "placement_starts_on_id_idx" ON "placement"("starts_on", "id");

-- What a delivery was asked for: sent again for an answer that was lost, it is held against that. (The files of a ZIP stand in its items; the ZIP
-- itself is gone by then.) None of those from before, which go within a day.
ALTER TABLE "document_delivery" ADD COLUMN "asked_file_ids" UUID[];

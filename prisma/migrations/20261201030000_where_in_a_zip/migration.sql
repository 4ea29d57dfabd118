-- Where in a ZIP a file of a delivery was: two folders may hold the same name.
ALTER TABLE "document_delivery_item" ADD COLUMN "folder" TEXT;

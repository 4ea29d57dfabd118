-- The logo comes in by the door of files, as a picture of any usual kind; the drawings that were stored as text become files. Nobody is known
-- to have handed those in.
ALTER TABLE "agency" ADD COLUMN "logo_file_id" UUID UNIQUE REFERENCES "stored_file" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

INSERT INTO "file_content" ("sha256", "content")
SELECT encode(sha256(convert_to("logo_svg", 'UTF8')), 'hex'), convert_to("logo_svg", 'UTF8') FROM "agency" WHERE "logo_svg" IS NOT NULL
ON CONFLICT ("sha256") DO NOTHING;
WITH "kept" AS (
  INSERT INTO "stored_file" ("sha256", "name", "media_type", "size", "purpose", "created_by_id")
  SELECT encode(sha256(convert_to("logo_svg", 'UTF8')), 'hex'), 'logo.svg', 'image/svg+xml', octet_length("logo_svg"), 'logo',
         '00000000-0000-0000-0000-000000000000'
    FROM "agency" WHERE "logo_svg" IS NOT NULL RETURNING "id")
UPDATE "agency" SET "logo_file_id" = "kept"."id" FROM "kept";

ALTER TABLE "agency" DROP COLUMN "logo_svg";

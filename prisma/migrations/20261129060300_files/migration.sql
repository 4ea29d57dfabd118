-- Files that people hand in. What is in one is kept once, by its hash, however often it is handed in; it goes with the last that refers to it.
CREATE TABLE "file_content" (
  "sha256" TEXT NOT NULL PRIMARY KEY,
  "content" BYTEA NOT NULL,
  "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "file_content_sha256" CHECK ("sha256" = encode(sha256("content"), 'hex'))
);
-- Pictures and packed tables are small already.
ALTER TABLE "file_content" ALTER COLUMN "content" SET STORAGE EXTERNAL;

CREATE TABLE "stored_file" (
  "id" UUID NOT NULL DEFAULT uuid_v7() PRIMARY KEY,
  "sha256" TEXT NOT NULL REFERENCES "file_content" ("sha256") ON DELETE RESTRICT,
  "name" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "purpose" TEXT NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
-- The last that refers to a content takes it along.
CREATE INDEX "stored_file_sha256_idx" ON "stored_file" ("sha256");
-- What nobody came back for goes after a day.
CREATE INDEX "stored_file_created_at_idx" ON "stored_file" ("created_at");

ALTER TABLE "import_run" ADD COLUMN "file_id" UUID UNIQUE REFERENCES "stored_file" ("id") ON DELETE SET NULL;
INSERT INTO "file_content" ("sha256", "content")
SELECT DISTINCT ON (sha256("content")) encode(sha256("content"), 'hex'), "content" FROM "import_run" WHERE "content" IS NOT NULL;
WITH handed_in AS (
  INSERT INTO "stored_file" ("id", "sha256", "name", "media_type", "size", "purpose", "created_by_id", "created_at")
  SELECT "id", encode(sha256("content"), 'hex'), "file_name", 'application/octet-stream', length("content"), 'import', "created_by_id", "created_at"
    FROM "import_run" WHERE "content" IS NOT NULL RETURNING "id")
SELECT count(*) FROM handed_in;
UPDATE "import_run" SET "file_id" = "id" WHERE "content" IS NOT NULL;
ALTER TABLE "import_run" DROP COLUMN "content";

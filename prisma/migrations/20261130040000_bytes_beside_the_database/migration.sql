-- What is in files lies beside the database, in a folder or a bucket, in the part that bears this id. What came before lies here until a job
-- has moved it. What no file has any more is marked by whoever took the last one away, and goes after that: first its bytes, then its row.
CREATE TABLE "file_store" (
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "one" BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT "file_store_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "file_store_one_key" UNIQUE ("one"),
  CONSTRAINT "file_store_one" CHECK ("one")
);
INSERT INTO "file_store" DEFAULT VALUES;

ALTER TABLE "file_content" ALTER COLUMN "content" DROP NOT NULL, ADD COLUMN "unused_since" TIMESTAMPTZ(3);
CREATE INDEX "file_content_unused_idx" ON "file_content" ("unused_since") WHERE "unused_since" IS NOT NULL;
CREATE INDEX "file_content_inside_idx" ON "file_content" ("sha256") WHERE "content" IS NOT NULL;

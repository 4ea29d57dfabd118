-- The refresh token that was used last stays good for some moments (decision 15): what it was, and since when it is the last.

-- AlterTable
ALTER TABLE "session" ADD COLUMN "previous_hash" BYTEA,
  ADD COLUMN "refreshed_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "session_previous_hash" CHECK (octet_length("previous_hash") = 32 AND ("previous_hash" IS NULL) = ("refreshed_at" IS NULL));

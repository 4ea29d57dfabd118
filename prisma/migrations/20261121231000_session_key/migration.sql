-- Every refresh token of a session has one part in common, so that any that was ever given out is known again, however many came
-- after it, and one that somebody made up to a session's id is not. Tokens given out before have no such part: their sessions end,
-- and who was logged in logs in once more.

-- AlterTable
ALTER TABLE "session" ADD COLUMN "key_hash" BYTEA;
UPDATE "session" SET "key_hash" = "refresh_hash";
UPDATE "session" SET "ended_at" = now(), "end_reason" = 'ended' WHERE "ended_at" IS NULL;
ALTER TABLE "session" ALTER COLUMN "key_hash" SET NOT NULL,
  ADD CONSTRAINT "session_key_hash" CHECK (octet_length("key_hash") = 32);

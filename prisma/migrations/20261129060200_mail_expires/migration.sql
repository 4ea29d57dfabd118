-- Each mail says itself until when it is of use: one with a link as long as the link works, others as long as somebody should still read it.
ALTER TABLE "mail" ADD COLUMN "expires_at" TIMESTAMPTZ(3);
UPDATE "mail" SET "expires_at" = "created_at" + interval '48 hours';
ALTER TABLE "mail" ALTER COLUMN "expires_at" SET NOT NULL, ALTER COLUMN "expires_at" SET DEFAULT now() + interval '48 hours';

-- Where people find what the agency does not say here: the collective agreement and the like.
ALTER TABLE "agency" ADD COLUMN "help" JSONB NOT NULL DEFAULT '{}';

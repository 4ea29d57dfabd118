-- A check of all that must be true of the whole database: every night, and when the office asks for one. The last ones stay, with what they found.
CREATE TABLE "data_check" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- Nobody, where the clock did it.
  "asked_by_name" TEXT,
  "rules" INT NOT NULL,
  "rules_done" INT NOT NULL DEFAULT 0,
  "ended_at" TIMESTAMPTZ(3),
  -- Each broken rule: its name, the part of the product, how many rows, and a few of them.
  "broken" JSONB NOT NULL DEFAULT '[]'
);
-- One at a time.
CREATE UNIQUE INDEX "data_check_under_way" ON "data_check" ((TRUE)) WHERE "ended_at" IS NULL;

-- A file of another system is read as somebody said that its columns are, and so is the next one of its shape.

-- AlterTable
ALTER TABLE "import_run" ADD COLUMN "fields" JSONB;

-- CreateTable
CREATE TABLE "import_shape" (
    "kind" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_shape_pkey" PRIMARY KEY ("kind", "shape")
);
ALTER TABLE "import_shape" ADD CONSTRAINT "import_shape_is_a_hash" CHECK (length("shape") = 43 AND length("kind") <= 40);

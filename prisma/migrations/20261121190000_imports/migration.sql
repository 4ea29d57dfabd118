-- A file that was handed in to be imported: checked first, written altogether or not at all.

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "status" TEXT NOT NULL DEFAULT 'checking',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "import_run"
  ADD CONSTRAINT "import_run_kind" CHECK ("kind" IN ('organisations', 'employees', 'placements', 'supervisors')),
  ADD CONSTRAINT "import_run_status" CHECK ("status" IN ('checking', 'checked', 'refused', 'applying', 'applied', 'failed'));

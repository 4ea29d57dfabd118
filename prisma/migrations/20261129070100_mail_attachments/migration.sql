-- Files that go along with a mail. One that a mail names is not removed before the mail is.
CREATE TABLE "mail_attachment" (
  "mail_id" UUID NOT NULL REFERENCES "mail" ("id") ON DELETE CASCADE,
  "number" INTEGER NOT NULL,
  "file_id" UUID NOT NULL REFERENCES "stored_file" ("id") ON DELETE RESTRICT,
  "name" TEXT NOT NULL,
  PRIMARY KEY ("mail_id", "number")
);
-- Whether a file may be removed.
CREATE INDEX "mail_attachment_file_id_idx" ON "mail_attachment" ("file_id");

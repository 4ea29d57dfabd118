-- Hours are approved from the digest's link where a client allows it: by its receiver logged in ('signed-in'), or by whoever has the link ('open').
ALTER TABLE "organisation" ADD COLUMN "mail_approval" TEXT NOT NULL DEFAULT 'off'
  CONSTRAINT "organisation_mail_approval" CHECK ("mail_approval" IN ('off', 'signed-in', 'open'));

CREATE TABLE "approval_link" (
  "id" UUID PRIMARY KEY DEFAULT uuid_v7(),
  "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
  "token_hash" BYTEA NOT NULL UNIQUE CONSTRAINT "approval_link_token_hash" CHECK (octet_length("token_hash") = 32),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "revoked_at" TIMESTAMPTZ(3)
);
-- One link of a person is good at a time: the next digest takes its place.
CREATE UNIQUE INDEX "approval_link_one_alive" ON "approval_link" ("account_id") WHERE "revoked_at" IS NULL;

-- The worksheets that it is about, in the version that they had then: of any other nothing is approved by it.
CREATE TABLE "approval_link_item" (
  "link_id" UUID NOT NULL REFERENCES "approval_link" ("id") ON DELETE CASCADE,
  "worksheet_id" UUID NOT NULL REFERENCES "worksheet" ("id") ON DELETE CASCADE,
  "version" INT NOT NULL,
  PRIMARY KEY ("link_id", "worksheet_id")
);

-- Whoever is blocked, has another address or another password has no link any more.
CREATE FUNCTION revoke_approval_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE approval_link SET revoked_at = now() WHERE account_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_ends_approval_links" AFTER UPDATE OF "status", "email", "password_hash" ON "account" FOR EACH ROW
  WHEN ((OLD."status", OLD."email", OLD."password_hash") IS DISTINCT FROM (NEW."status", NEW."email", NEW."password_hash"))
  EXECUTE FUNCTION revoke_approval_links();

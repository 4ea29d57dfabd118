-- A device that somebody logged in on has tries of its own (decision 16), until its account gets another password or is blocked.

-- CreateTable
CREATE TABLE "login_device" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_device_pkey" PRIMARY KEY ("token_hash","account_id"),
    CONSTRAINT "login_device_token_hash" CHECK (octet_length("token_hash") = 32)
);

-- CreateIndex
CREATE INDEX "login_device_account_id_idx" ON "login_device"("account_id");

-- AddForeignKey
ALTER TABLE "login_device" ADD CONSTRAINT "login_device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As sessions do, whoever changes it: a log-in holds its account FOR SHARE while it adds its device.
CREATE FUNCTION forget_devices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM login_device WHERE account_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_forgets_devices" AFTER UPDATE OF "status", "password_hash" ON "account" FOR EACH ROW
  WHEN (NEW."status" <> 'active' OR NEW."password_hash" IS DISTINCT FROM OLD."password_hash") EXECUTE FUNCTION forget_devices();

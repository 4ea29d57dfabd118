-- Somebody whom a client's supervisor invited under a name of the supervisor's choosing, while nobody may learn from it whether the address
-- has an account already. The rights are the invited person's; who owns the account of the address takes them over, or does not.
CREATE TABLE "colleague_invitation" (
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "colleague_invitation_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "colleague_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "colleague_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "colleague_invitation_language" CHECK ("language" IN ('nl', 'en'))
);
-- "Invitations to me", and whether a manager invited this address already.
CREATE INDEX "colleague_invitation_email" ON "colleague_invitation" (key_form("email"));
CREATE INDEX "colleague_invitation_invited_by_id_idx" ON "colleague_invitation" ("invited_by_id");

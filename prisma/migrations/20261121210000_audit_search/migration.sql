-- Part of the PostgreSQL distribution; finds any three letters inside a text.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The audit log is searched for names inside names, over everything that was ever done.
CREATE INDEX "audit_event_names" ON "audit_event" USING gin ((coalesce("actor_name", '') || ' ' || coalesce("subject_name", '')) gin_trgm_ops);
-- One kind of act, such as every log-in that was refused, newest first.
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id");

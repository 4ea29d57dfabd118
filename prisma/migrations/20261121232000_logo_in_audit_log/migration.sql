-- Another logo is a change of the settings like any other: the log says that it changed, without the picture.
CREATE OR REPLACE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Written by the database or by every change alike: they say nothing.
  silent CONSTANT text[] := ARRAY['id', 'version', 'created_at', 'updated_at', 'full_name', 'sort_name', 'hour_types_version'];
  -- Only that it changed: a password is nobody's to read, a logo is a whole picture.
  secret CONSTANT text[] := ARRAY['password_hash', 'logo_svg'];
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  found jsonb;
  subject jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
  actor jsonb := nullif(current_setting('konnekt.actor', true), '')::jsonb;
  named text;
BEGIN
  SELECT coalesce(jsonb_object_agg(k, CASE WHEN k = ANY(secret) THEN '["•", "•"]' ELSE jsonb_build_array(before -> k, after -> k) END), '{}')
    INTO found
    FROM jsonb_object_keys(before || after) AS k
   WHERE NOT k = ANY(silent) AND coalesce(before -> k, 'null') IS DISTINCT FROM coalesce(after -> k, 'null');
  IF found = '{}' AND TG_OP = 'UPDATE' THEN RETURN NULL; END IF;
  named := coalesce(subject ->> 'full_name', subject ->> 'name', subject ->> 'email', subject ->> 'code', subject ->> 'number', subject ->> 'personnel_number');
  IF named IS NULL AND subject ? 'person_id' THEN
    SELECT full_name INTO named FROM person WHERE id = (subject ->> 'person_id')::uuid;
  ELSIF named IS NULL AND subject ? 'placement_id' THEN
    SELECT number INTO named FROM placement WHERE id = (subject ->> 'placement_id')::uuid;
  END IF;
  INSERT INTO audit_event (action, subject_type, subject_id, subject_name, record_id, changes, actor_id, actor_name, actor_role, session_id, address)
  VALUES (CASE TG_OP WHEN 'INSERT' THEN 'create' WHEN 'UPDATE' THEN 'change' ELSE 'remove' END, TG_ARGV[0],
          CASE WHEN TG_ARGV[0] <> 'agency' THEN (subject ->> 'id')::uuid END, named,
          CASE WHEN TG_ARGV[0] <> 'agency' THEN (subject ->> TG_ARGV[1])::uuid END, found,
          (actor ->> 'id')::uuid, actor ->> 'name', actor ->> 'role', (actor ->> 'sessionId')::uuid, actor ->> 'address');
  RETURN NULL;
END
$$;
